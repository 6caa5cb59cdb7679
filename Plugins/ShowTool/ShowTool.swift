import Foundation

/// Reads formatted Swift and writes `shown(_:)` for the structs that say `Shows` or `PageContent`:
/// `ShowTool OUTPUT FILE…`.
///
/// It goes by the formatter's indentation. What it misses does not compile (a struct) or fails a test (a property).
@main
enum ShowTool {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard let output = arguments.first else { return }
        var source = "// Which stored property stands behind a name in a template.\n"
        for file in arguments.dropFirst() {
            let text = try String(contentsOfFile: file, encoding: .utf8)
            for fields in structs(in: text) { source += "\n" + conformance(fields) }
        }
        try source.write(toFile: output, atomically: true, encoding: .utf8)
    }

    private struct Fields {
        let type: String
        var names: [String] = []
    }

    private static func structs(in text: String) -> [Fields] {
        var done: [Fields] = []
        var open: [(name: String, indent: Int, fields: Fields?)] = []
        for line in text.split(separator: "\n") {
            let indent = line.prefix { $0 == " " }.count
            let words = line.dropFirst(indent)
            while let last = open.last, indent <= last.indent, words.hasPrefix("}") {
                if let fields = last.fields { done.append(fields) }
                open.removeLast()
            }
            if let match = words.firstMatch(
                of: /^(?:package |public )?(struct|enum|extension|class|actor) ([\w.]+)([^{]*)\{$/)
            {
                let name = (open.map(\.name) + [String(match.2)]).joined(separator: ".")
                let shows = match.1 == "struct" && match.3.contains(/\b(Shows|PageContent)\b/)
                open.append((String(match.2), indent, shows ? Fields(type: name) : nil))
            } else if let last = open.last, last.fields != nil, indent == last.indent + 4,
                let match = words.firstMatch(of: /^(?:package )?(?:let|var) (\w+): [^{]+$/)
            {
                open[open.count - 1].fields?.names.append(String(match.1))
            }
        }
        return done
    }

    private static func conformance(_ fields: Fields) -> String {
        let cases = fields.names.map { "        case \"\($0)\": self.\($0).shown\n" }.joined()
        return """
            extension \(fields.type) {
                package func shown(_ name: String) -> Shown? {
                    switch name {
            \(cases)        default: nil
                    }
                }
            }

            """
    }
}
