/// The hosts that a school named, made ready once for all the links of a post.
struct SchoolHosts {
    /// Those it allows or writes e-mails from, which others may imitate.
    let own: [Host]
    private let allowed: [String]
    private let denied: [String]

    struct Host {
        let host: String
        /// `harbourlane` of `harbourlane.sch.uk`.
        let name: ImitatedName?
        /// In front of another host it misleads.
        let front: HostFront
    }

    init(_ organisation: OrganisationFacts) {
        allowed = organisation.allowedHosts.map { $0.lowercased() }
        denied = organisation.deniedHosts.map { $0.lowercased() }
        let mail = organisation.emails.compactMap { $0.split(separator: "@").last?.lowercased() }
        own = (allowed + mail).map { host in
            Host(
                host: host, name: KnownHosts.name(host.split(separator: ".")).map { ImitatedName($0.name) },
                front: HostFront(host))
        }
    }

    func allows(_ host: String) -> Bool { allowed.contains { Self.isWithin(host, $0) } }

    func denies(_ host: String) -> Bool { denied.contains { Self.isWithin(host, $0) } }

    func isOwn(_ host: String) -> Bool { own.contains { Self.isWithin(host, $0.host) } }

    private static func isWithin(_ host: String, _ known: String) -> Bool {
        host.hasSuffix(known)
            && (host == known || host.utf8.dropLast(known.utf8.count).last == UInt8(ascii: "."))
    }
}

/// A whole host that may stand in front of another to mislead: `gov.uk.example.com`.
struct HostFront {
    let host: String
    private let dotted: String

    init(_ host: String) {
        self.host = host
        dotted = ".\(host)."
    }

    func leads(_ other: String) -> Bool { other.hasPrefix(dotted.dropFirst()) || other.contains(dotted) }
}
