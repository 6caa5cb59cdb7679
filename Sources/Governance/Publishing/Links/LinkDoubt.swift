/// Why an address may not lead where it seems to.
enum LinkDoubt: Equatable {
    case denied, scheme, shortened, number, foreignLetters, misleading, noHost
    case imitates(String)

    /// Nil for an address that is what it says.
    init?(_ link: ReadLink, _ hosts: SchoolHosts) {
        if let scheme = link.scheme, scheme != "http", scheme != "https" {
            guard scheme == "mailto" || scheme == "tel" else {
                self = .scheme
                return
            }
            return nil
        }
        let host = link.host
        if link.userinfo == nil, link.hasPlainHost, hosts.allows(host) { return nil }
        if hosts.denies(host) {
            self = .denied
        } else if link.userinfo != nil {
            self = .misleading
        } else if !link.hasPlainHost || link.labels.contains(where: { $0.hasPrefix("xn--") }) {
            self = .foreignLetters
        } else if Self.isShort(host) {
            self = .shortened
        } else if Self.isNumber(host) {
            self = .number
        } else if !host.utf8.contains(UInt8(ascii: ".")) || host.utf8.contains(UInt8(ascii: " ")) {
            self = .noHost
        } else if let imitated = HostImitation.imitated(by: link.labels, hosts) {
            self = .imitates(imitated)
        } else {
            return nil
        }
    }

    private static func isShort(_ host: String) -> Bool {
        KnownHosts.shorteners.contains(host)
            || host.hasPrefix("www.") && KnownHosts.shorteners.contains(String(host.dropFirst(4)))
    }

    /// An address by number in any of its spellings: dotted, one decimal, hexadecimal, octal, version 6.
    private static func isNumber(_ host: String) -> Bool {
        guard let first = host.utf8.first else { return false }
        if first == UInt8(ascii: "[") { return true }
        guard ReadText.isDigit(first) || first == UInt8(ascii: ".") else { return false }
        return host.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
            label.hasPrefix("0x") ? label.dropFirst(2).allSatisfy(\.isHexDigit) : label.allSatisfy(\.isNumber)
        }
    }
}
