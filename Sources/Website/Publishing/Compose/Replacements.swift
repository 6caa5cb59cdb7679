import Governance

/// Wordings that could take a passage's place. Each is offered only after the check has passed over it.
enum Replacements {
    /// Shorter forms of a name, or the school's own number.
    static func words(for finding: Finding, schoolPhone: String?) -> [String] {
        guard finding.basis == .reading, finding.place?.field == "text" else { return [] }
        switch finding.code {
        case "pupil_full_name":
            let names = finding.evidence.split { $0.isWhitespace || $0 == "," }.map(String.init)
            let initials = names.compactMap(\.first).map { "\($0.uppercased())." }.joined(separator: " ")
            return names.count < 2 ? [] : [names[0], names[names.count - 1], initials]
        case "personal_data_phone": return [schoolPhone].compactMap { $0 }
        default: return []
        }
    }

    /// The draft with one passage said otherwise, in all its texts.
    static func replacing(_ passage: String, with words: String, in draft: PostDraft) -> PostDraft {
        var draft = draft
        draft.text = draft.text.replacing(passage, with: words)
        draft.places = draft.places.map { place in
            var place = place
            place.text = place.text?.replacing(passage, with: words)
            return place
        }
        return draft
    }

    /// Whether the finding is gone and nothing else has come.
    static func isSafe(_ after: CheckedDraft, before: CheckedDraft, without line: CheckedDraft.Line) -> Bool {
        let keys = after.lines.map(\.finding.key)
        return !keys.contains(line.finding.key) && Set(before.lines.map(\.finding.key)).isSuperset(of: keys)
    }
}
