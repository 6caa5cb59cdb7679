/// Text in a column of a terminal.
package struct Column: Sendable {
    package let width: Int
    /// Spaces before every line.
    package let indent: Int

    package init(width: Int = 80, indent: Int = 0) {
        self.width = max(20, width)
        self.indent = indent
    }

    /// The text in lines no longer than the column, broken between words; a longer word stands on its own line.
    ///
    /// - Parameter first: what stands in place of the indent of the first line.
    package func wrap(_ text: String, first: String? = nil) -> String {
        let margin = String(repeating: " ", count: indent)
        var lines: [String] = []
        var line = first ?? margin
        var isEmpty = true
        for word in text.split(whereSeparator: \.isWhitespace) {
            if !isEmpty, line.count + 1 + word.count > width {
                lines.append(line)
                line = margin
                isEmpty = true
            }
            line += isEmpty ? word : " " + word
            isEmpty = false
        }
        return (lines + [line]).joined(separator: "\n") + "\n"
    }
}

/// How a terminal shows emphasis; nothing where colour is not wanted.
package struct Emphasis: Sendable {
    private let isOn: Bool

    package init(isOn: Bool) { self.isOn = isOn }

    package func strong(_ text: String) -> String { isOn ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
    package func faint(_ text: String) -> String { isOn ? "\u{1B}[2m\(text)\u{1B}[0m" : text }
}
