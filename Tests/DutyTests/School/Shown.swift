import Foundation
import Governance

/// Reads what pages show.
enum Shown {
    /// The words of a page as a reader sees them: no tags, characters as themselves, single spaces.
    static func words(of page: some StringProtocol) -> String {
        var shown: [UInt8] = []
        var isTag = false
        for byte in page.utf8 {
            switch byte {
            case UInt8(ascii: "<"): isTag = true
            case UInt8(ascii: ">") where isTag:
                isTag = false
                shown.append(UInt8(ascii: " "))
            default: if !isTag { shown.append(byte) }
            }
        }
        let text = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
            .reduce(String(decoding: shown, as: UTF8.self)) { $0.replacing($1.0, with: $1.1) }
        return plain(text)
    }

    /// The sections to which a page's chips lead, in their order.
    static func chips(of page: some StringProtocol) -> [String] {
        String(page).matches(of: /<a class="clause"[^>]*>([^<]*)<\/a>/).map { words(of: $0.1) }
    }

    /// Those of some sections that the rule of a task, or a refusal, names.
    static func cited(_ sections: [String], by rule: String) throws -> [String] {
        var named = rule.range(of: "section", options: .backwards).map { rule[$0.upperBound...] } ?? ""
        // in brackets, as a refusal names it
        if named.count(where: { $0 == ")" }) > named.count(where: { $0 == "(" }) { named = named.dropLast() }
        let words = named.split { " ,".contains($0) }.map { $0.hasSuffix(".") ? String($0.dropLast()) : String($0) }
        let cited = sections.filter { section in
            let wanted = section.split { " ,".contains($0) }.map(String.init)
            return words.indices.contains { words[$0...].starts(with: wanted) }
        }
        try see(!cited.isEmpty, "it cites none of \(sections): \(rule)")
        return cited
    }

    /// One clause's own lines on the policy's page.
    static func clause(_ clause: Clause, on page: String) throws -> String {
        let id = anchor(of: clause)
        let start = try seen(page.range(of: "<li id=\"\(id)\""), "the policy's page has no \(id)").upperBound
        let end = page.range(of: "<li id=", range: start..<page.endIndex)?.lowerBound ?? page.endIndex
        return words(of: page[start..<end])
    }

    private static func anchor(of clause: Clause) -> String {
        let words = [clause.at, clause.part].compactMap { $0 }.joined(separator: " ").lowercased()
        return "c-" + words.split { !($0.isLetter || $0.isNumber) }.joined(separator: "-")
    }

    /// With single spaces, as a page shows it.
    static func plain(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}

extension DutySchool {
    /// The sections whose clauses name a duty and show these words on the policy's page.
    func sections(naming duty: String, showing words: [String]) async throws -> [String] {
        let page = try await page("/policy")
        var sections: [String] = []
        for clause in policy.clauses where clause.duties.contains(duty) {
            let shown = try Shown.clause(clause, on: page)
            let isThere = words.contains { shown.localizedCaseInsensitiveContains($0) }
            if isThere, !sections.contains(clause.at) { sections.append(clause.at) }
        }
        try see(!sections.isEmpty, "no clause of \(duty) on the policy's page shows \(words)")
        return sections
    }

    /// The sections of the guidance that clauses of a duty give at a place, all of which the page must show with
    /// their chips.
    func guidance(of duty: String, at places: Set<ToldPlace>, on page: String) throws -> [String] {
        let words = Shown.words(of: page)
        let chips = Shown.chips(of: page)
        var sections: [String] = []
        for clause in policy.clauses where clause.duties.contains(duty) {
            for case .told(let place, let text) in clause.carriers where places.contains(place) {
                try see(words.contains(Shown.plain(text)), "\(clause.at) is not told: \(text)")
                let chip = "Policy " + [clause.at, clause.part].compactMap { $0 }.joined(separator: ", ")
                try see(chips.contains(chip), "\(chip) is not named beside its guidance")
                if !sections.contains(clause.at) { sections.append(clause.at) }
            }
        }
        try see(!sections.isEmpty, "nothing of \(duty) is told")
        return sections
    }
}
