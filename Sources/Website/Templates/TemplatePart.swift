import Mustache

/// A struct's values as the Mustache library reads them, by name and without reflection.
struct TemplatePart: MustacheParent {
    private let part: any Shows
    /// Of the outermost part only.
    private let surroundings: Surroundings?

    init(_ part: any Shows, in surroundings: Surroundings? = nil) {
        self.part = part
        self.surroundings = surroundings
    }

    func child(named name: String) -> Any? { (part.shown(name) ?? surroundings?.shown(name)).map(Self.read) }

    private static func read(_ value: Shown) -> Any {
        switch value {
        case .text(let text): Text(renderText: text, isNull: false)
        case .template(let name): name
        case .flag(let flag): flag
        case .list(let list): list.map(read)
        case .part(let part): TemplatePart(part)
        case .markup(let markup): Text(renderText: markup.html, isNull: false)
        case .nothing: Text(renderText: "", isNull: true)
        }
    }

    /// Words, which the library takes as they are where it would ask a plain string what else it might be; or nothing,
    /// which is found: the name is not looked for further out.
    private struct Text: MustacheCustomRenderable {
        let renderText: String
        let isNull: Bool
    }
}
