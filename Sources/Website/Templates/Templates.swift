/// All templates of the product, read once at start.
///
/// A template's name is its file's name; a drawing's is `icon/` and its file's name.
package struct Templates: Sendable {
    package let byName: [String: Template]

    /// Fails when a template cannot be read, when two share a name, or when one asks for another that is not there.
    package init(_ files: [(path: String, text: String)] = EmbeddedFiles.all) throws {
        var byName: [String: Template] = [:]
        for (path, text) in files where path.hasSuffix(".mustache") {
            let name = Self.name(of: path)
            let template: Template
            do { template = try Template(text) } catch let trouble as Template.Trouble {
                throw Trouble.unreadable(name, trouble.says)
            }
            guard byName.updateValue(template, forKey: name) == nil else { throw Trouble.twice(name) }
        }
        for (name, template) in byName {
            for partial in template.partials.sorted() where byName[partial] == nil {
                throw Trouble.missing(partial, wantedBy: name)
            }
        }
        self.byName = byName
    }

    package func render(_ name: String, _ values: some Shows, in surroundings: Surroundings) -> Markup {
        var rendering = Rendering(values, around: surroundings, templates: byName)
        rendering.add(byName[name]?.nodes ?? [])
        return Markup(bytes: rendering.bytes)
    }

    package func has(_ name: String) -> Bool { byName[name] != nil }

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
}
