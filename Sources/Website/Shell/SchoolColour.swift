/// A school's colour, and the small style sheet that carries it: no page then needs a style of its own.
package struct SchoolColour: Sendable, Equatable {
    /// `#rrggbb`, lower case.
    package let hex: String

    /// Nil when it is not a colour written `#rgb` or `#rrggbb`.
    package init?(_ text: String) {
        let digits = text.trimmingPrefix("#").lowercased()
        guard digits.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) }) else { return nil }
        switch digits.count {
        case 6: hex = "#" + digits
        case 3: hex = "#" + digits.map { "\($0)\($0)" }.joined()
        default: return nil
        }
    }

    package var styleSheet: String { ":root { --school: \(hex); }\n" }

    package var digest: String { Assets.digest(of: Array(styleSheet.utf8)) }
}

extension SchoolColour: ShownAsText {
    package var shownText: String { hex }
}
