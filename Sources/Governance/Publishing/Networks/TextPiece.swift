/// A text cut into what networks count apart: links, mentions of a person on another server, and the rest.
package enum TextPiece: Equatable {
    case link(String)
    /// `@name@server`, and its `@name`.
    case mention(String, local: String)
    case words(String)

    package static func pieces(of text: String) -> [TextPiece] {
        var pieces: [TextPiece] = []
        var rest = text[...]
        var words = ""
        var refused = rest.startIndex
        while let first = rest.first {
            let atStart =
                rest.startIndex >= refused && (words.last.map { !$0.isLetter && !$0.isNumber && $0 != "@" } ?? true)
            if atStart, let end = noHost(rest) {
                refused = end
            } else if atStart, let (piece, length) = special(rest) {
                if !words.isEmpty { pieces.append(.words(words)) }
                words = ""
                pieces.append(piece)
                rest = rest.dropFirst(length)
                continue
            }
            words.append(first)
            rest = rest.dropFirst()
        }
        if !words.isEmpty { pieces.append(.words(words)) }
        return pieces
    }

    /// In signs; a name on the internet is no longer (RFC 1035, 2.3.4).
    private static let longestHost = 253

    /// Where a run of labels ends that is too long for a host: nothing in it is one, and it is read once.
    private static func noHost(_ text: Substring) -> Substring.Index? {
        let run = text.prefix(longestHost + 1)
        guard run.count > longestHost, run.allSatisfy(isOfHost) else { return nil }
        return text.firstIndex { !isOfHost($0) } ?? text.endIndex
    }

    private static func isOfHost(_ sign: Character) -> Bool {
        sign.isASCII && (sign.isLetter || sign.isNumber || sign == "." || sign == "-")
    }

    private static func special(_ text: Substring) -> (TextPiece, Int)? {
        switch text.first {
        case "@": return mention(text)
        case "h", "H", "w", "W": return link(text)
        case let other? where other.isASCII && (other.isLetter || other.isNumber): return link(text)
        default: return nil
        }
    }

    private static func mention(_ text: Substring) -> (TextPiece, Int)? {
        let local = text.dropFirst().prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
        guard !local.isEmpty else { return nil }
        let after = text.dropFirst(1 + local.count)
        guard after.first == "@" else { return nil }
        let server = after.dropFirst().prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == "-") }
        let host = trimmed(server)
        guard host.contains(".") else { return nil }
        return (.mention("@\(local)@\(host)", local: "@\(local)"), 2 + local.count + host.count)
    }

    private static func link(_ text: Substring) -> (TextPiece, Int)? {
        let run = text.prefix { !$0.isWhitespace && $0 != "<" && $0 != ">" && $0 != "\"" && $0.isASCII }
        let lower = run.prefix(8).lowercased()
        let address = trimmed(run)
        if lower.hasPrefix("http://") || lower.hasPrefix("https://") {
            return address.count > 8 ? (.link(String(address)), address.count) : nil
        }
        let host = run.prefix(while: isOfHost)
        let labels = trimmed(host).split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count > 1, !labels.contains(where: \.isEmpty), let last = labels.last,
            knownEndings.contains(last.lowercased()), run.dropFirst(host.count).first != "@"
        else { return nil }
        let whole = run.dropFirst(host.count).first.map { "/:?#".contains($0) } == true ? address : trimmed(host)
        return (.link(String(whole)), whole.count)
    }

    /// Without the full stop or bracket that ends the sentence around it.
    private static func trimmed(_ run: Substring) -> Substring {
        var run = run
        while let last = run.last, ".,;:!?)'*]".contains(last) { run = run.dropLast() }
        return run
    }

    /// Endings under which networks make a bare address a link, as far as schools meet them.
    private static let knownEndings: Set<String> = [
        "com", "org", "net", "uk", "co", "io", "ly", "gov", "edu", "info", "eu", "tv", "me", "app", "dev", "school",
        "academy", "scot", "wales", "cymru", "london", "ie", "fr", "de", "us", "be", "gl", "gd", "it", "is", "to",
        "link", "page", "site", "online", "blog", "social", "events",
    ]
}
