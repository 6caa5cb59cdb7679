@testable import Website

/// Looks up every name in a template and its partials, and notes those that nothing stands behind.
struct NameCheck {
    let templates: Templates
    private(set) var unknown: Set<String> = []
    /// Structs with a stored property that templates cannot see.
    private(set) var unseen: Set<String> = []
    private(set) var sections: Set<String> = []
    /// Sections that some example showed.
    private(set) var shown: Set<String> = []

    init(_ templates: Templates) { self.templates = templates }

    mutating func check(_ name: String, with value: any Shows) {
        check(templates.byName[name]?.nodes ?? [], of: name, [.part(value)])
    }

    private mutating func check(_ nodes: [Template.Node], of template: String, _ stack: [Shown]) {
        if case .part(let part) = stack.last { compare(part) }
        for node in nodes {
            switch node {
            case .text: break
            case .name(let path):
                guard let value = found(path, stack, template) else { continue }
                switch value {
                case .text, .nothing: break
                default: unknown.insert("\(template): \(path.joined(separator: ".")) is no word")
                }
            case .markup(let path):
                if let value = found(path, stack, template), case .markup = value { continue }
                unknown.insert("\(template): \(path.joined(separator: ".")) was not rendered by the shell")
            case .partial(let name): check(templates.byName[name]?.nodes ?? [], of: name, stack)
            case .chosenPartial(let path):
                guard let value = found(path, stack, template), case .template(let name) = value else { continue }
                if !templates.has(name) { unknown.insert("\(template): no drawing \(name)") }
            case .inverted(let path, let inner):
                if found(path, stack, template) != nil { check(inner, of: template, stack) }
            case .section(let path, let inner):
                let section = "\(template): #\(path.joined(separator: "."))"
                sections.insert(section)
                guard let value = found(path, stack, template) else { continue }
                switch value {
                case .nothing: continue
                case .flag(let flag):
                    check(inner, of: template, stack)
                    if !flag { continue }
                case .list(let list):
                    for element in list { check(inner, of: template, stack + [element]) }
                    if list.isEmpty { continue }
                default: check(inner, of: template, stack + [value])
                }
                shown.insert(section)
            }
        }
    }

    private mutating func found(_ path: [String], _ stack: [Shown], _ template: String) -> Shown? {
        guard let first = path.first else { return stack.last }
        let parts = stack.reversed().compactMap { if case .part(let part) = $0 { part } else { nil } }
        var value = parts.lazy.compactMap { $0.shown(first) }.first ?? Surroundings().shown(first)
        for name in path.dropFirst() {
            if case .part(let part) = value { value = part.shown(name) }
        }
        if value == nil { unknown.insert("\(template): \(path.joined(separator: "."))") }
        return value
    }

    /// What the build wrote against what the struct has.
    private mutating func compare(_ part: any Shows) {
        for case let (label?, _) in Mirror(reflecting: part).children where part.shown(label) == nil {
            unseen.insert("\(type(of: part)).\(label)")
        }
    }
}
