import Mustache

/// How words become part of a page: `<`, `>`, `&` and both quotation marks are written out, in every template.
///
/// The library's own does the same character by character, which was a third of what a page cost.
struct EscapedText: MustacheContentType {
    /// The line that each template begins with: the library forgets it from one template to the next.
    static let pragma = "{{% CONTENT_TYPE:CHAPERONE }}\n"

    static func register() { MustacheContentTypes.register(EscapedText(), named: "CHAPERONE") }

    func escapeText(_ text: String) -> String {
        guard text.utf8.contains(where: { Self.entity($0) != nil }) else { return text }
        var escaped: [UInt8] = []
        escaped.reserveCapacity(text.utf8.count + 16)
        for byte in text.utf8 {
            if let entity = Self.entity(byte) { escaped += entity.utf8 } else { escaped.append(byte) }
        }
        return String(decoding: escaped, as: UTF8.self)
    }

    private static func entity(_ byte: UInt8) -> String? {
        switch byte {
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: nil
        }
    }
}
