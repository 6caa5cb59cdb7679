/// One line of a calendar file after unfolding (RFC 5545, 3.1): a name, its parameters, a value.
struct ICalendarLine {
    /// Of the file as it stands, from 1: the line where it begins.
    let number: Int
    /// In capitals.
    let name: String
    let parameters: [String: String]
    let value: String

    /// Nil for a line without a colon.
    init?(_ text: String, number: Int) {
        self.number = number
        var head = ""
        var isQuoted = false
        var rest = text[...]
        while let sign = rest.popFirst() {
            if sign == "\"" { isQuoted.toggle() }
            if sign == ":", !isQuoted {
                var pieces = Self.pieces(head)
                guard !pieces.isEmpty else { return nil }
                name = pieces.removeFirst().uppercased()
                var found: [String: String] = [:]
                for piece in pieces {
                    let halves = piece.split(separator: "=", maxSplits: 1)
                    guard halves.count == 2 else { continue }
                    found[halves[0].uppercased()] = halves[1].filter { $0 != "\"" }
                }
                parameters = found
                value = String(rest)
                return
            }
            head.append(sign)
        }
        return nil
    }

    private static func pieces(_ head: String) -> [String] {
        var pieces = [""]
        var isQuoted = false
        for sign in head {
            if sign == "\"" { isQuoted.toggle() }
            if sign == ";", !isQuoted { pieces.append("") } else { pieces[pieces.count - 1].append(sign) }
        }
        return pieces[0].isEmpty ? [] : pieces
    }

    /// The value as text (3.3.11): escapes read, on one line, without signs that nobody sees.
    var text: String {
        var text = ""
        var isEscaped = false
        for sign in value.unicodeScalars {
            if isEscaped {
                text.unicodeScalars.append(sign == "n" || sign == "N" ? " " : sign)
                isEscaped = false
            } else if sign == "\\" {
                isEscaped = true
            } else if sign.properties.generalCategory == .control || sign.properties.generalCategory == .format {
                text += " "
            } else {
                text.unicodeScalars.append(sign)
            }
        }
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
