/// What in an address shows that somebody earns by it.
enum AffiliateMark {
    static func mark(of link: ReadLink) -> String? {
        if let network = network(of: link.host) { return network }
        if link.host.hasSuffix("bookshop.org"), link.passage.lowercased().contains("bookshop.org/a/") { return "/a/" }
        guard !link.parameters.isEmpty else { return nil }
        let isShop = link.labels.contains { $0 == "amazon" || $0 == "amzn" }
        for (name, value) in link.parameters where !value.isEmpty {
            if names.contains(name) { return name }
            if name == "tag", isShop || isPartnerTag(value) { return name }
            if referrals.contains(name), !isPublic(link), !isShop { return name }
            if name == "campid", link.labels.contains("ebay") { return name }
        }
        return nil
    }

    /// The longest that the host is or stands under.
    private static func network(of host: String) -> String? {
        var rest = host[...]
        while !networks.contains(rest) {
            guard let dot = rest.utf8.firstIndex(of: UInt8(ascii: ".")) else { return nil }
            rest = rest[rest.utf8.index(after: dot)...]
        }
        return String(rest)
    }

    /// `schoolreads-21`, as shops give to partners.
    private static func isPartnerTag(_ value: String) -> Bool {
        guard let dash = value.lastIndex(of: "-") else { return false }
        let number = value[value.index(after: dash)...]
        return number.count == 2 && number.hasPrefix("2") && number.allSatisfy(\.isNumber)
    }

    private static func isPublic(_ link: ReadLink) -> Bool {
        publicEndings.contains { link.host == $0.dropFirst() || link.host.hasSuffix($0) }
    }

    private static let publicEndings = [
        ".gov.uk", ".sch.uk", ".ac.uk", ".nhs.uk", ".police.uk", ".parliament.uk", ".bbc.co.uk", ".wikipedia.org",
        ".github.com", ".gov.scot", ".gov.wales",
    ]

    private static let names: Set<String> = [
        "aff", "affid", "aff_id", "aff_code", "affcode", "affiliate", "affiliateid", "affiliate_id", "affiliatecode",
        "afid", "afftrack", "ascsubtag", "awc", "awinaffid", "awinmid", "clickref", "irclickid", "irgwc", "ranmid",
        "raneaid", "ransiteid", "tduid", "cjevent", "cjdata", "linkcode", "partnerid", "partner_id", "publisher_id",
        "referral_code", "refcode", "ref_code", "referralcode", "mkrid", "wgcampaignid", "epik_aff",
    ]

    private static let referrals: Set<String> = ["ref", "refid", "ref_id", "referral", "partner", "referrer_code"]

    private static let networks: Set<Substring> = [
        "amzn.to", "awin1.com", "awin.com", "prf.hn", "linksynergy.com", "shareasale.com", "skimresources.com",
        "redirectingat.com", "tradedoubler.com", "anrdoezrs.net", "dpbolvw.net", "jdoqocy.com", "kqzyfj.com",
        "tkqlhce.com", "magik.ly", "rstyle.me", "shopstyle.it", "liketk.it", "geni.us", "viglink.com", "webgains.com",
        "pxf.io", "sjv.io", "evyy.net", "rover.ebay.com", "hop.clickbank.net", "rakuten.com", "rakuten.co.uk",
        "clickbank.net", "avantlink.com", "partnerize.com",
    ]
}
