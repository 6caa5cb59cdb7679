import Foundation

/// Writes one Swift file with the exact text of the files given: `EmbedTool OUTPUT ROOT FILE…`.
@main
enum EmbedTool {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count >= 3 else { throw Refusal(says: "usage: EmbedTool OUTPUT ROOT FILE…") }
        let root = arguments[2].hasSuffix("/") ? arguments[2] : arguments[2] + "/"
        var source = """
            /// The text files of this target's folder, by their path in it.
            enum EmbeddedFiles {
                static let all: [(path: String, text: String)] = [

            """
        for file in arguments.dropFirst(3) {
            let path = file.hasPrefix(root) ? String(file.dropFirst(root.count)) : file
            source += "(path: #\"\(path)\"#, text: \(try literal(of: file))),\n"
        }
        source += "]\n}\n"
        try source.write(toFile: arguments[1], atomically: true, encoding: .utf8)
    }

    /// A raw literal with more hash signs than any run in the text, so that nothing in it is an escape.
    private static func literal(of file: String) throws -> String {
        let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
        guard let text = String(data: bytes, encoding: .utf8), !bytes.contains(0), !bytes.contains(13) else {
            throw Refusal(says: "\(file): only UTF-8 text with line feeds can be embedded")
        }
        var hashes = "#"
        while text.contains("\"\"\"" + hashes) || text.contains("\\" + hashes) { hashes += "#" }
        return "\(hashes)\"\"\"\n\(text)\n\"\"\"\(hashes)"
    }

    private struct Refusal: Error, CustomStringConvertible {
        let says: String
        var description: String { says }
    }
}
