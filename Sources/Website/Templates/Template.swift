/// A template's tags as a tree, read once: the part of Mustache that pages need (docs/decisions/fields-by-name.md).
///
/// `{{name}}` escaped, `{{{name}}}` as it is, `{{#name}}…{{/name}}` for each, or if there is one, `{{^name}}…{{/name}}`
/// if not, `{{>partial}}`, and `{{>*name}}` for the partial that a value names. A name is looked for in the innermost
/// part first, then outwards; `{{a.b}}` goes inwards; `{{.}}` is the value itself.
package struct Template: Sendable {
    package let nodes: [Node]

    package indirect enum Node: Sendable {
        case text([UInt8])
        case name([String])
        case markup([String])
        case section([String], [Node])
        case inverted([String], [Node])
        case partial(String)
        case chosenPartial([String])
    }

    package struct Trouble: Error, Equatable {
        package let says: String
    }

    package init(_ source: String) throws {
        var open: [(name: String, inverted: Bool, nodes: [Node])] = [("", false, [])]
        var rest = Self.tightened(source)[...]
        while let start = rest.firstRange(of: "{{") {
            Self.add(.text(Array(rest[..<start.lowerBound].utf8)), to: &open)
            rest = rest[start.upperBound...]
            let isMarkup = rest.first == "{"
            guard let end = rest.firstRange(of: isMarkup ? "}}}" : "}}") else {
                throw Trouble(says: "a tag has no end")
            }
            let tag = (isMarkup ? rest.dropFirst() : rest)[..<end.lowerBound].filter { $0 != " " }
            rest = rest[end.upperBound...]
            let name = String(tag.drop { "#^/>*".contains($0) })
            let path = name == "." ? [] : name.split(separator: ".").map(String.init)
            switch tag.first {
            case _ where isMarkup: Self.add(.markup(path), to: &open)
            case "#": open.append((name, false, []))
            case "^": open.append((name, true, []))
            case "/":
                guard let done = open.popLast(), done.name == name, !open.isEmpty else {
                    throw Trouble(says: "{{/\(name)}} closes nothing")
                }
                Self.add(done.inverted ? .inverted(path, done.nodes) : .section(path, done.nodes), to: &open)
            case ">": Self.add(tag.hasPrefix(">*") ? .chosenPartial(path) : .partial(name), to: &open)
            default: Self.add(.name(path), to: &open)
            }
        }
        Self.add(.text(Array(rest.utf8)), to: &open)
        guard open.count == 1 else { throw Trouble(says: "{{#\(open[open.count - 1].name)}} is never closed") }
        nodes = open[0].nodes
    }

    /// The names of the partials it asks for.
    package var partials: Set<String> { Self.partials(in: nodes) }

    private static func partials(in nodes: [Node]) -> Set<String> {
        nodes.reduce(into: []) { names, node in
            switch node {
            case .partial(let name): names.insert(name)
            case .section(_, let inner), .inverted(_, let inner): names.formUnion(partials(in: inner))
            default: break
            }
        }
    }

    private static func add(_ node: Node, to open: inout [(name: String, inverted: Bool, nodes: [Node])]) {
        if case .text(let bytes) = node, bytes.isEmpty { return }
        open[open.count - 1].nodes.append(node)
    }

    /// Without white space at the start of lines.
    private static func tightened(_ text: String) -> String {
        text.split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: "\n")
    }
}
