/// A link must lead where it seems to.
package struct Links: Control {
    package static let id = "publishing.links"
    package static let about = """
        Finds links that may not lead where they seem to: shortened ones, addresses by number, look-alikes of the \
        school's or well-known sites, names in foreign letters, anything but http and https, sites on the school's list of \
        refused ones, and links that were followed and lead to one of these, or at which nothing answered in time.
        """
    package static let parameters: [Parameter] = []
    package static let codes = ["link_unverified"]

    package init(_ arguments: Arguments) {}

    package func examine(_ post: PublishPost) -> [Observation] {
        let hosts = SchoolHosts(post.organisation)
        var seen: Set<String> = []
        return post.reading.links.compactMap { link in
            guard seen.insert(link.field + " " + link.passage).inserted else { return nil }
            guard let doubt = LinkDoubt(link, hosts) else { return Self.end(of: link, post, hosts) }
            return Observation(
                "link_unverified", at: link.place, evidence: link.passage, basis: .reading,
                says: "“\(link.passage)” \(Self.says(doubt, link)).", advice: Self.advice(doubt))
        }
    }

    /// What is wrong with where an address led that looks right itself.
    private static func end(of link: ReadLink, _ post: PublishPost, _ hosts: SchoolHosts) -> Observation? {
        guard let end = post.destinations.first(where: { $0.link == link.passage }) else { return nil }
        let says: String? =
            switch end.ending {
            case .inside, .tooMany: end.says
            case .unreachable where end.isUnknown: end.says
            case .noAddress: nil
            case .arrived, .refused, .unreachable: end.leadsElsewhere ? Self.doubted(end, link, hosts) : nil
            }
        return says.map {
            Observation(
                "link_unverified", at: link.place, evidence: link.passage, basis: .reading, says: $0 + ".",
                advice: "Leave the link out, or use one that leads to a site you know.")
        }
    }

    private static func doubted(_ end: LinkDestination, _ link: ReadLink, _ hosts: SchoolHosts) -> String? {
        guard let last = PostReading([FieldText("links[0].url", end.destination)]).links.first,
            let doubt = LinkDoubt(last, hosts)
        else { return nil }
        return "“\(link.passage)” leads to “\(end.shown)”, which \(says(doubt, last))"
    }

    private static func says(_ doubt: LinkDoubt, _ link: ReadLink) -> String {
        switch doubt {
        case .denied: "leads to a site on the school's list of refused ones"
        case .scheme: "is not a web address (\(link.scheme ?? ""))"
        case .shortened: "is a shortened link and does not show where it leads"
        case .number: "leads to a number instead of a name"
        case .foreignLetters: "has letters that may pass for others"
        case .misleading: "hides its true site behind an @ sign"
        case .noHost: "is not a whole web address"
        case .imitates(let name): "looks like \(name) and is another site"
        }
    }

    private static func advice(_ doubt: LinkDoubt) -> String {
        switch doubt {
        case .shortened: "Use the full address that it leads to."
        case .denied: "Leave the link out."
        default: "Open it, check where it leads, and use the full address of a site you know."
        }
    }

    package static let examples: [ControlExample<PublishPost>] = [
        .init("a full address", .example("Plan your visit: https://www.nationalarchives.gov.uk/visit-us/"), finds: []),
        .init("the school's own site", .example("See www.harbourlane.sch.uk for dates."), finds: []),
        .init("a sentence without its space", .example("It rained today.We stayed in. Year 6.2 km done."), finds: []),
        .init("a site the school allows", linked("https://go.harbourlane.sch.uk/x"), finds: []),
        .init("an address to write to", linked("mailto:office@harbourlane.sch.uk"), finds: []),
        .init("an encyclopedia in another language", linked("https://cy.wikipedia.org/wiki/Ysgol"), finds: []),
        .init("a shortened link", .example("The map is at https://bit.ly/open-day."), finds: ["link_unverified"]),
        .init("a shortened link without a scheme", .example("Map: tinyurl.com/open-day"), finds: ["link_unverified"]),
        .init("an address by number", linked("http://203.0.113.7/form"), finds: ["link_unverified"]),
        .init("an address by one number", linked("http://3405803783/"), finds: ["link_unverified"]),
        .init("a digit for a letter", linked("https://www.paypa1.com/pay"), finds: ["link_unverified"]),
        .init(
            "a letter missing from the school's own", linked("https://harborlane.sch.uk"), finds: ["link_unverified"]),
        .init("a letter of another script", linked("https://www.аpple.com"), finds: ["link_unverified"]),
        .init("letters in disguise", linked("https://xn--pple-43d.com"), finds: ["link_unverified"]),
        .init("a name in front of another site", linked("https://gov.uk.refunds.example"), finds: ["link_unverified"]),
        .init("an @ in the address", linked("https://www.bbc.co.uk@evil.example/news"), finds: ["link_unverified"]),
        .init("a script", linked("javascript:alert(1)"), finds: ["link_unverified"]),
        .init("a link that leads to a site like any other", led(to: "https://museum.example/visit"), finds: []),
        .init(
            "a link that leads to a refused site", led(to: "https://play.badgames.example/x"),
            finds: ["link_unverified"]),
        .init("a link that leads inside", led(to: "http://10.0.0.1/", .inside), finds: ["link_unverified"]),
        .init("a link at which nothing answered in time", led(to: "", .unreachable), finds: ["link_unverified"]),
        .init("a site that was down", led(to: "https://visits.example/go", .unreachable), finds: []),
        .init("a refused site", linked("https://play.badgames.example"), finds: ["link_unverified"]),
        .init("the same link twice", .example("bit.ly/a and again bit.ly/a"), finds: ["link_unverified"]),
    ]

    private static func led(to destination: String, _ ending: LinkDestination.Ending = .arrived) -> PublishPost {
        let link = "https://visits.example/go"
        let post = linked(link)
        return PublishPost(
            draft: post.draft, roll: post.roll, organisation: post.organisation,
            destinations: [
                LinkDestination(
                    link: link, followedAt: PublishPost.exampleTime, destination: destination, ending: ending, hops: 2)
            ])
    }

    private static func linked(_ url: String) -> PublishPost { .example { $0.links = [url] } }
}
