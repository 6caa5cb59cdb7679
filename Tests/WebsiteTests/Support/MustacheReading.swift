import Mustache

@testable import Website

/// A page's values as another engine of the same language reads them, to compare what the two make of them.
struct MustacheReading: MustacheParent {
    let part: any Shows
    let around: Surroundings?

    func child(named name: String) -> Any? { (part.shown(name) ?? around?.shown(name)).map(Self.readable) }

    private static func readable(_ shown: Shown) -> Any {
        switch shown {
        case .text(let text), .template(let text): text
        case .flag(let flag): flag
        case .list(let list): list.map(readable)
        case .part(let part): MustacheReading(part: part, around: nil)
        case .markup(let markup): String(decoding: markup.bytes, as: UTF8.self)
        case .nothing: Nothing()
        }
    }

    private struct Nothing: MustacheCustomRenderable {
        var renderText: String { "" }
        var isNull: Bool { true }
    }
}
