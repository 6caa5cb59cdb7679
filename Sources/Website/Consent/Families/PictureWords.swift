import Foundation
import Governance

/// What a parent reads, in one language; a file of the folder Words holds it.
struct PictureWords: Sendable {
    /// `pl`
    let code: String
    private let texts: [String: String]

    /// In the order in which they are offered; English, the original, first.
    static let codes = ["en", "pl", "ro", "pt", "uk", "ur", "ar"]

    /// All of them.
    static let all: [PictureWords] = codes.map { code in
        PictureWords(code, EmbeddedFiles.all.first { $0.path == "Consent/Families/Words/\(code).txt" }?.text ?? "")
    }

    static let english = all[0]

    /// The language of that code; English for anything else.
    static func called(_ code: String) -> PictureWords { all.first { $0.code == code } ?? english }

    init(_ code: String, _ text: String) {
        self.code = code
        var texts: [String: String] = [:]
        for line in text.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
            guard let colon = line.firstIndex(of: ":") else { continue }
            texts[String(line[..<colon])] = String(line[line.index(after: colon)...].drop(while: \.isWhitespace))
        }
        self.texts = texts
    }

    /// Every key that is said.
    var keys: Set<String> { Set(texts.keys) }

    /// The words of a key, with what stands in braces filled in.
    subscript(_ key: String, filling: KeyValuePairs<String, String>) -> String {
        filling.reduce(texts[key] ?? "") { $0.replacing("{\($1.key)}", with: isolated($1.value)) }
    }

    subscript(_ key: String) -> String { texts[key] ?? "" }

    /// In words that run from right to left a name keeps its own direction, and what stands about it keeps theirs.
    private func isolated(_ text: String) -> String {
        language.isRightToLeft ? "\u{2068}\(text)\u{2069}" : text
    }

    var version: String { self["version"] }
    var language: PageLanguage {
        PageLanguage(code: code == "en" ? "en-GB" : code, isRightToLeft: self["direction"] == "rtl")
    }

    /// A day as this language writes it.
    func day(_ day: Day) -> String {
        if code == "en" { return When.date(day) }
        var style = Date.FormatStyle(locale: Locale(identifier: code == "ar" || code == "ur" ? "en_GB" : code))
        style.timeZone = TimeZone(identifier: "Europe/London") ?? .gmt
        let noon = day.start() + 12 * 3600
        return noon.formatted(
            code == "ar" || code == "ur"
                ? style.day(.twoDigits).month(.twoDigits).year() : style.day().month(.wide).year())
    }
}
