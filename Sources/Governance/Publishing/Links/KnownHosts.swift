/// Names of hosts the readings know: shorteners, well-known sites that are imitated, endings of domains.
enum KnownHosts {
    static let shorteners: Set<String> = [
        "bit.ly", "bitly.com", "j.mp", "tinyurl.com", "tinyurl.co.uk", "tiny.cc", "tiny.one", "t.co", "t.ly", "goo.gl",
        "ow.ly", "is.gd", "v.gd", "buff.ly", "rebrand.ly", "cutt.ly", "cutt.us", "shorturl.at", "shorturl.asia",
        "rb.gy",
        "bl.ink", "lnkd.in", "fb.me", "wp.me", "adf.ly", "bit.do", "qr.ae", "soo.gd", "s.id", "short.io", "dlvr.it",
        "ift.tt", "trib.al", "amzn.to", "amzn.eu", "a.co", "snip.ly", "x.co", "mcaf.ee", "tr.im", "po.st", "u.to",
        "cli.gs", "ur1.ca", "urlz.fr", "shrtco.de", "gg.gg", "clck.ru", "zpr.io", "spr.ly", "hubs.ly", "hubs.la",
        "eepurl.com", "smarturl.it", "lnk.to", "qrco.de", "me-qr.com", "kutt.it", "tny.im", "db.tt", "rotf.lol",
        "shorte.st", "ouo.io", "bc.vc", "chilp.it", "clicky.me", "budurl.com", "vzturl.com", "n9.cl", "tinu.be",
        "urly.it", "surl.li", "surl.lu", "2.gy", "dub.sh", "geni.us", "ebay.us", "l.ead.me", "scnv.io", "shor.by",
        "short.gy", "1url.com", "moourl.com", "yep.it", "tgr.ph", "ln.run", "linkd.in", "g.page.link", "bitli.in",
    ]

    /// Names that others imitate, without their ending.
    static let imitated: [String] = [
        "google", "youtube", "facebook", "instagram", "twitter", "linkedin", "microsoft", "amazon", "paypal",
        "wikipedia", "childline", "parentpay", "justgiving", "eventbrite", "dropbox", "whatsapp", "tiktok", "netflix",
        "barclays", "natwest", "santander", "halifax", "lloydsbank", "schoolcomms", "classcharts", "snapchat",
        "gofundme", "samaritans", "parentmail", "schoolgateway",
    ]

    /// Whole hosts that stand in front of another name to mislead: `gov.uk.example.com`.
    static let fronts: [String] = [
        "gov.uk", "nhs.uk", "bbc.co.uk", "sch.uk", "ac.uk", "police.uk", "nspcc.org.uk", "apple.com", "icloud.com",
    ]

    /// Endings at which an imitated name is not at home.
    static let unlikely: Set<Substring> = [
        "xyz", "top", "ru", "tk", "ml", "ga", "cf", "gq", "click", "link", "icu", "cn", "online", "site", "live",
        "buzz",
        "info", "club", "work", "support", "vip", "cam", "zip", "mov", "rest", "monster",
    ]

    private static let plainEndings: Set<Substring> = [
        "com", "uk", "org", "net", "info", "io", "co", "eu", "de", "fr", "ie", "edu", "gov", "ac", "biz", "tv", "app",
        "dev", "xyz", "online", "site", "ru", "cn", "ly", "gl", "gd", "cc", "school", "academy", "education", "london",
        "wales", "scot", "cymru", "example", "page", "cloud", "icu", "tk", "ee", "gy", "ai",
    ]

    /// Whether a folded name with dots in it is a domain and not a sentence without its space (`today.We`).
    static func isDomain(_ name: String, hasPath: Bool) -> Bool {
        let labels = name.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, let ending = labels.last, !labels.contains(where: \.isEmpty) else { return false }
        if labels.first == "www" && labels.count > 2 || shorteners.contains(name) { return true }
        if ending.utf8.allSatisfy(ReadText.isDigit) {
            return labels.count == 4 && hasPath && labels.allSatisfy { Int($0).map { $0 < 256 } ?? false }
        }
        guard ending.utf8.count >= 2, ending.utf8.allSatisfy({ $0 &- 97 < 26 }) || ending.hasPrefix("xn--") else {
            return false
        }
        return plainEndings.contains(ending) || hasPath && labels.allSatisfy { $0.utf8.count > 1 }
    }

    /// The label a person recognises a site by: `harbourlane` of `www.harbourlane.sch.uk`.
    static func name(_ labels: [Substring]) -> (name: Substring, ending: Substring)? {
        guard labels.count >= 2, let ending = labels.last else { return nil }
        let second = labels[labels.count - 2]
        let isSecondLevel = labels.count >= 3 && ending.count == 2 && secondLevel.contains(second)
        return (isSecondLevel ? labels[labels.count - 3] : second, ending)
    }

    private static let secondLevel: Set<Substring> = [
        "co", "com", "org", "ac", "sch", "gov", "net", "me", "ltd", "plc", "nhs", "police", "edu",
    ]
}
