/// Handles that a text names, which most networks make a mention of whoever has that name.
package enum Handles {
    /// Each once, in their order, as they stand there: `@museum`, `@museum@social.example`, `@museum.bsky.social`. An address
    /// of mail is none, nor is a time such as `@3pm`.
    package static func of(_ text: String) -> [String] {
        var handles: [String] = []
        var seen: Set<String> = []
        var before: Character?
        var rest = text[...]
        while let at = rest.firstIndex(where: isAt) {
            if at > rest.startIndex { before = rest[rest.index(before: at)] }
            let name = name(after: rest[rest.index(after: at)...])
            let isFree = before.map { !$0.isLetter && !$0.isNumber && !"@＠_/".contains($0) } ?? true
            let end = name.endIndex
            if isFree, name.contains(where: \.isLetter), !isTime(name) {
                let handle = "@" + name
                if seen.insert(handle.lowercased()).inserted { handles.append(handle) }
            }
            before = name.last ?? "@"
            rest = rest[end...]
        }
        return handles
    }

    private static func isAt(_ sign: Character) -> Bool { sign == "@" || sign == "＠" }

    /// With its server, where it names one; without the full stop of the sentence around it.
    private static func name(after text: Substring) -> Substring {
        let local = text.prefix { isOfName($0) || $0 == "." }
        var end = local.endIndex
        if !local.isEmpty, text[end...].first == "@" {
            let server = text[end...].dropFirst().prefix { isOfName($0) || $0 == "." }
            if server.contains(".") { end = server.endIndex }
        }
        var name = text[..<end]
        while let last = name.last, !isOfName(last) { name = name.dropLast() }
        return name
    }

    private static func isOfName(_ sign: Character) -> Bool {
        sign.isASCII && (sign.isLetter || sign.isNumber) || sign == "_" || sign == "-"
    }

    private static func isTime(_ name: Substring) -> Bool {
        name.wholeMatch(of: /[0-9][0-9.]*([ap]\.?m|hrs?|h)?/.ignoresCase()) != nil
    }
}
