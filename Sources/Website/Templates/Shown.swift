/// A value as a template reads it.
package indirect enum Shown: Sendable {
    case text(String)
    /// Another template, by its name: `{{>*icon}}`.
    case template(String)
    case flag(Bool)
    case list([Shown])
    case part(any Shows)
    /// What the shell has rendered already; never what a person typed.
    case markup(Markup)
    case nothing
}

/// Something a page struct may have as a stored property.
package protocol Showable: Sendable {
    var shown: Shown { get }
}

/// A struct that templates read by the names of its stored properties.
///
/// `shown(_:)` is written by the build, from the declarations: stored properties with their type, formatted.
package protocol Shows: Showable {
    /// Nil when it has no property of that name.
    func shown(_ name: String) -> Shown?
}

/// A value that a template reads as one word.
package protocol ShownAsText: Showable {
    var shownText: String { get }
}

/// HTML from a template, in UTF-8.
package struct Markup: Sendable {
    let bytes: [UInt8]

    var html: String { String(decoding: bytes, as: UTF8.self) }
}

extension Shows {
    package var shown: Shown { .part(self) }
}

extension ShownAsText {
    package var shown: Shown { .text(shownText) }
}

extension String: Showable {
    package var shown: Shown { .text(self) }
}

extension Int: Showable {
    package var shown: Shown { .text(String(self)) }
}

extension Bool: Showable {
    package var shown: Shown { .flag(self) }
}

extension Markup: Showable {
    package var shown: Shown { .markup(self) }
}

extension Optional: Showable where Wrapped: Showable {
    /// Nil is found, and is nothing; the name is not looked for further out.
    package var shown: Shown { map(\.shown) ?? .nothing }
}

extension Array: Showable where Element: Showable {
    package var shown: Shown { .list(map(\.shown)) }
}
