/// One rendering of a template: the bytes so far, and the parts that a name is looked for in.
struct Rendering {
    private(set) var bytes: [UInt8] = []
    private var inside: [Shown]
    private let around: Surroundings
    private let templates: [String: Template]

    init(_ value: any Shows, around: Surroundings, templates: [String: Template]) {
        inside = [.part(value)]
        self.around = around
        self.templates = templates
        bytes.reserveCapacity(16_384)
    }

    mutating func add(_ nodes: [Template.Node]) {
        for node in nodes {
            switch node {
            case .text(let text): bytes.append(contentsOf: text)
            case .name(let path): addEscaped(value(path))
            case .markup(let path): if case .markup(let markup) = value(path) { bytes.append(contentsOf: markup.bytes) }
            case .section(let path, let inner): addSection(value(path), inner)
            case .inverted(let path, let inner): if isNothing(value(path)) { add(inner) }
            case .partial(let name): if let template = templates[name] { add(template.nodes) }
            case .chosenPartial(let path):
                if case .template(let name) = value(path), let template = templates[name] { add(template.nodes) }
            }
        }
    }

    private mutating func addSection(_ value: Shown, _ inner: [Template.Node]) {
        switch value {
        case .nothing, .flag(false), .markup: break
        case .flag(true): add(inner)
        case .list(let list): for element in list { add(inner, inside: element) }
        case .part, .text, .template: add(inner, inside: value)
        }
    }

    private mutating func add(_ nodes: [Template.Node], inside value: Shown) {
        inside.append(value)
        add(nodes)
        inside.removeLast()
    }

    private func isNothing(_ value: Shown) -> Bool {
        switch value {
        case .nothing, .flag(false): true
        case .list(let list): list.isEmpty
        default: false
        }
    }

    private func value(_ path: [String]) -> Shown {
        guard let first = path.first else { return inside.last ?? .nothing }
        var found = innermost(first)
        for name in path.dropFirst() {
            guard case .part(let part) = found else { return .nothing }
            found = part.shown(name) ?? .nothing
        }
        return found
    }

    private func innermost(_ name: String) -> Shown {
        for case .part(let part) in inside.reversed() {
            if let found = part.shown(name) { return found }
        }
        return around.shown(name) ?? .nothing
    }

    private mutating func addEscaped(_ value: Shown) {
        guard case .text(let text) = value else { return }
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
            case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
            case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
            case UInt8(ascii: "\""): bytes.append(contentsOf: "&quot;".utf8)
            case UInt8(ascii: "'"): bytes.append(contentsOf: "&#39;".utf8)
            default: bytes.append(byte)
            }
        }
    }
}
