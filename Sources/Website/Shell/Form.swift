import Actions
import Foundation

/// What a form or an address's query sent.
package struct Form: Sendable {
    package private(set) var values: [String: [String]] = [:]
    /// The last file of each field.
    package private(set) var files: [String: UploadedFile] = [:]
    /// Every file of each field, in order.
    package private(set) var allFiles: [String: [UploadedFile]] = [:]

    package init() {}

    package init(urlEncoded text: String) {
        for pair in text.split(separator: "&") {
            let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            values[Self.decoded(halves[0]), default: []].append(halves.count > 1 ? Self.decoded(halves[1]) : "")
        }
    }

    package init(values: [String: [String]], files: [String: UploadedFile], allFiles: [String: [UploadedFile]] = [:]) {
        self.values = values
        self.files = files
        self.allFiles = allFiles
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

    /// Which of a page's buttons was pressed, by its name `do`. Throws where it is none of them: what nobody asked for is
    /// not done.
    package func pressed<Button: RawRepresentable<String>>(_ buttons: Button.Type) throws -> Button {
        guard let button = Button(rawValue: self["do"]) else { throw TurnedAway.unreadableForm }
        return button
    }

    /// Lines that are not empty, each without white space around it.
    package func lines(_ name: String) -> [String] {
        self[name].split(whereSeparator: \.isNewline)
            .map { $0.trimmingPrefix(while: \.isWhitespace) }
            .map { line in String(line.reversed().drop(while: \.isWhitespace).reversed()) }
            .filter { !$0.isEmpty }
    }

    /// A whole roll comes back in a form, so it is read byte by byte; what is no escape stands as it is.
    private static func decoded(_ text: Substring) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "+") {
                bytes.append(UInt8(ascii: " "))
            } else if byte == UInt8(ascii: "%"), let high = rest.first.flatMap(digit),
                let low = rest.dropFirst().first.flatMap(digit)
            {
                bytes.append(high << 4 | low)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        bytes.removeAll { $0 == 0 }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }
}

/// A file that came with a form.
package struct UploadedFile: Sendable {
    package let name: String
    /// Empty for a file that arrived in pieces.
    package let bytes: [UInt8]
    /// The same as actions take it.
    package let brought: BroughtFile

    package init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
        brought = BroughtFile(bytes)
    }

    package init(name: String, brought: BroughtFile) {
        self.name = name
        bytes = []
        self.brought = brought
    }
}
