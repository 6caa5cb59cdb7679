/// An address in a draft: one of its links, or one written in its words.
package struct ReadLink: Sendable {
    package let field: String
    package let place: Place
    /// As it stands in the draft.
    package let passage: String
    /// Folded, `http` for one; nil when it has none, as in `example.org/page`.
    let scheme: String?
    /// What stands before an `@` in the authority.
    let userinfo: String?
    /// Folded, without port and final dot; empty when there is none, as in `mailto:`.
    let host: String
    /// What stands between the dots of the host.
    let labels: [Substring]
    /// Whether its host was written in ASCII.
    let hasPlainHost: Bool
    /// Names and values after `?`, `&`, `;` or `#`, folded.
    let parameters: [(name: String, value: String)]
    /// The folded bytes of the field it covers.
    let range: Range<Int>

    /// Every address of a field.
    static func all(in text: ReadText) -> [ReadLink] {
        if text.field.hasPrefix("links[") {
            let trimmed = text.trimmed
            return trimmed.isEmpty ? [] : [ReadLink(text, trimmed)]
        }
        return LinkFinder.ranges(in: text).map { ReadLink(text, $0) }
    }

    private init(_ text: ReadText, _ range: Range<Int>) {
        let bytes = text.bytes
        var at = range.lowerBound
        var scheme: String?
        if let colon = LinkParts.endOfScheme(bytes, range) {
            scheme = text.folded(range.lowerBound..<colon)
            at = colon + 1
        }
        var hasAuthority = scheme == nil
        if at + 1 < range.upperBound, LinkParts.isSlash(bytes[at]), LinkParts.isSlash(bytes[at + 1]) {
            at += 2
            while at < range.upperBound, LinkParts.isSlash(bytes[at]) { at += 1 }
            hasAuthority = true
        }
        let authority = hasAuthority ? at..<LinkParts.endOfAuthority(bytes, at..<range.upperBound) : at..<at
        let name = LinkParts.host(bytes, authority)
        self.scheme = scheme
        userinfo = name.userinfo.map { text.folded($0) }
        var host = text.folded(name.host)
        while host.hasSuffix(".") { host.removeLast() }
        self.host = host
        labels = host.split(separator: ".")
        hasPlainHost = name.host.isEmpty || text.scalars(name.host).allSatisfy { $0 < 128 }
        parameters = LinkParts.parameters(text, authority.upperBound..<range.upperBound)
        field = text.field
        place = text.place(range)
        passage = text.passage(range)
        self.range = range
    }
}

extension ReadText {
    fileprivate var trimmed: Range<Int> {
        var range = 0..<bytes.count
        while let first = range.first, bytes[first] == 32 || bytes[first] == 10 { range = first + 1..<range.upperBound }
        while let last = range.last, bytes[last] == 32 || bytes[last] == 10 { range = range.lowerBound..<last }
        return range
    }
}
