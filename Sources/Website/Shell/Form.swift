import Foundation

/// What a form or an address's query sent.
package struct Form: Sendable {
    package private(set) var values: [String: [String]] = [:]
    package private(set) var files: [String: UploadedFile] = [:]

    package init() {}

    package init(urlEncoded text: String) {
        for pair in text.split(separator: "&") {
            let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            values[Self.decoded(halves[0]), default: []].append(halves.count > 1 ? Self.decoded(halves[1]) : "")
        }
    }

    package init(values: [String: [String]], files: [String: UploadedFile]) {
        self.values = values
        self.files = files
    }

    /// The first value as sent, with line ends as line feeds; empty when there is none.
    package subscript(_ name: String) -> String {
        values[name]?.first?.replacing("\r\n", with: "\n") ?? ""
    }

    /// Without white space around it.
    package func trimmed(_ name: String) -> String {
        var text = Substring(self[name])
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }

    package func all(_ name: String) -> [String] { values[name] ?? [] }

    package func has(_ name: String) -> Bool { values[name] != nil }

    /// Lines that are not empty, each without white space around it.
    package func lines(_ name: String) -> [String] {
        self[name].split(whereSeparator: \.isNewline)
            .map { $0.trimmingPrefix(while: \.isWhitespace) }
            .map { line in String(line.reversed().drop(while: \.isWhitespace).reversed()) }
            .filter { !$0.isEmpty }
    }

    private static func decoded(_ text: Substring) -> String {
        String(text.map { $0 == "+" ? " " : $0 }).removingPercentEncoding ?? ""
    }
}

/// A file that came with a form.
package struct UploadedFile: Sendable {
    package let name: String
    package let bytes: [UInt8]
    package init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }
}
