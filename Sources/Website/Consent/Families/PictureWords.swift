import Foundation
import Governance

/// What a parent reads, in one language; a file of the folder Words holds it.
struct PictureWords: Sendable {
    let family: FamilyLanguage
    private let texts: [String: String]

    /// In the order in which they are offered.
    static let all: [PictureWords] = FamilyLanguage.allCases.map { family in
        let path = "Consent/Families/Words/\(family.rawValue).txt"
        return PictureWords(family, EmbeddedFiles.all.first { $0.path == path }?.text ?? "")
    }

    static let english = of(.english)

    static func of(_ family: FamilyLanguage) -> PictureWords { all.first { $0.family == family } ?? all[0] }

    /// In the language of that code; in English for anything else.
    static func called(_ code: String) -> PictureWords { of(FamilyLanguage(called: code)) }

    init(_ family: FamilyLanguage, _ text: String) {
        self.family = family
        var texts: [String: String] = [:]
        for line in text.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
            guard let colon = line.firstIndex(of: ":") else { continue }
            texts[String(line[..<colon])] = String(line[line.index(after: colon)...].drop(while: \.isWhitespace))
        }
        self.texts = texts
    }

    /// Everything that is said.
    var keys: Set<String> { Set(texts.keys) }

    /// What is said of a key, with what stands in braces filled in.
    subscript(_ key: Key, filling: KeyValuePairs<String, String>) -> String {
        filling.reduce(self[key]) { $0.replacing("{\($1.key)}", with: isolated($1.value)) }
    }

    subscript(_ key: Key) -> String { texts[key.rawValue] ?? "" }

    /// In words that run from right to left a name keeps its own direction, and what stands about it keeps theirs.
    private func isolated(_ text: String) -> String {
        family.isRightToLeft ? "\u{2068}\(text)\u{2069}" : text
    }

    /// `pl`
    var code: String { family.rawValue }
    var version: String { self[.version] }
    /// `rtl` or `ltr`
    var direction: String { family.isRightToLeft ? "rtl" : "ltr" }
    var language: PageLanguage {
        PageLanguage(code: family == .english ? "en-GB" : code, isRightToLeft: family.isRightToLeft)
    }

    /// A day as this language writes it.
    func day(_ day: Day) -> String {
        if family == .english { return When.date(day) }
        var style = Date.FormatStyle(locale: Locale(identifier: family.isRightToLeft ? "en_GB" : code))
        style.timeZone = TimeZone(identifier: "Europe/London") ?? .gmt
        let noon = day.start() + 12 * 3600
        return noon.formatted(
            family.isRightToLeft
                ? style.day(.twoDigits).month(.twoDigits).year() : style.day().month(.wide).year())
    }
}
