/// Why an address may not lead where it seems to.
enum LinkDoubt: Equatable {
    case denied, scheme, shortened, number, foreignLetters, misleading, noHost
    case imitates(String)

    /// Nil for an address that is what it says.
    init?(_ link: ReadLink, _ organisation: OrganisationFacts) {
        if let scheme = link.scheme, scheme != "http", scheme != "https" {
            guard scheme == "mailto" || scheme == "tel" else {
                self = .scheme
                return
            }
            return nil
        }
        let host = link.host
        if organisation.allowedHosts.contains(where: { Self.isWithin(host, $0) }), link.userinfo == nil,
            link.hasPlainHost
        {
            return nil
        }
        if organisation.deniedHosts.contains(where: { Self.isWithin(host, $0) }) {
            self = .denied
        } else if link.userinfo != nil {
            self = .misleading
        } else if !link.hasPlainHost || link.labels.contains(where: { $0.hasPrefix("xn--") }) {
            self = .foreignLetters
        } else if Self.isShort(host) {
            self = .shortened
        } else if Self.isNumber(host) {
            self = .number
        } else if !host.contains(".") || host.contains(" ") {
            self = .noHost
        } else if let imitated = HostImitation.imitated(by: link.labels, organisation) {
            self = .imitates(imitated)
        } else {
            return nil
        }
    }

    private static func isWithin(_ host: String, _ known: String) -> Bool {
        let known = known.lowercased()
        return host == known || host.hasSuffix("." + known)
    }

    private static func isShort(_ host: String) -> Bool {
        KnownHosts.shorteners.contains(host)
            || host.hasPrefix("www.") && KnownHosts.shorteners.contains(String(host.dropFirst(4)))
    }

    /// An address by number in any of its spellings: dotted, one decimal, hexadecimal, octal, version 6.
    private static func isNumber(_ host: String) -> Bool {
        if host.hasPrefix("[") { return true }
        guard !host.isEmpty else { return false }
        return host.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
            label.hasPrefix("0x") ? label.dropFirst(2).allSatisfy(\.isHexDigit) : label.allSatisfy(\.isNumber)
        }
    }
}
