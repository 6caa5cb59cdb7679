import Mustache

/// All templates of the product, read once at start.
///
/// A template's name is its file's name; a drawing's is `icon/` and its file's name. A name in a template is looked for
/// in the innermost part first, then outwards, last in the surroundings.
package struct Templates: Sendable {
    private let library: MustacheLibrary
    package let names: Set<String>

    /// Fails when a template cannot be read, when two share a name, or when one asks for another that is not there.
    package init(_ files: [(path: String, text: String)] = EmbeddedFiles.all) throws {
        EscapedText.register()
        var templates: [String: MustacheTemplate] = [:]
        var wanted: [(partial: String, by: String)] = []
        for (path, text) in files where path.hasSuffix(".mustache") {
            let name = Self.name(of: path)
            guard templates[name] == nil else { throw Trouble.twice(name) }
            do { templates[name] = try MustacheTemplate(string: EscapedText.pragma + Self.tightened(text)) } catch {
                throw Trouble.unreadable(name, "\(error)")
            }
            wanted += text.matches(of: /\{\{> ?([^* }]+) ?\}\}/).map { (String($0.1), name) }
        }
        for (partial, name) in wanted where templates[partial] == nil {
            throw Trouble.missing(partial, wantedBy: name)
        }
        library = MustacheLibrary(templates: templates)
        names = Set(templates.keys)
    }

    package func render(_ name: String, _ values: some Shows, in surroundings: Surroundings) -> Markup {
        Markup(html: library.render(TemplatePart(values, in: surroundings), withTemplate: name) ?? "")
    }

    package enum Trouble: Error, Equatable {
        case twice(String)
        case unreadable(String, String)
        case missing(String, wantedBy: String)
    }

    static func name(of path: String) -> String {
        let parts = path.split(separator: "/")
        let stem = String((parts.last ?? "").dropLast(".mustache".count))
        return parts.dropLast().last == "Icons" ? "icon/" + stem : stem
    }

    /// Without white space at the start of lines.
    private static func tightened(_ text: String) -> String {
        text.split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: "\n")
    }
}
