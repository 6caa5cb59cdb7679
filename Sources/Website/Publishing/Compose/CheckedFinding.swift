import Governance

/// One result of the check as its author meets it: what was found, which section says so, and what to do about it.
struct CheckedFinding: Shows {
    let number: Int
    let anchor: String
    let tone: Tone
    let tag: Tag
    let says: String
    let advice: String
    let until: String?
    let clause: ClauseChip?
    let ours: OursChip?
    /// Where our rule comes from.
    let source: String?
    /// The picture that it is about, where it is put right; nil: it is about none.
    let picture: HeadAction?
    /// Which accounts it is about, when it is not about all.
    let only: String?
    /// The third and later are folded away on a phone until asked for.
    let later: Bool
    /// Wordings that were tried and that this finding does not stop.
    let replacements: [Replacement]
    /// The passage, for "Change it".
    let passage: String?
    /// How the author may say that the reading is wrong; nil when it rests on a record.
    let answer: AnswerForm?
    /// What the author said of it, and what became of that.
    let answered: String?
    /// The correction that its author may take back.
    let takeBack: String?

    /// A wording that takes the passage's place.
    struct Replacement: Shows {
        let text: String
        let value: String

        /// What the button sends: the passage, a sign that no text bears, the words instead of it.
        init(_ passage: String, with words: String, saying text: String? = nil) {
            self.text = text ?? "Change it to “\(words)”"
            value = passage + Self.sign + words
        }

        static let sign = "\u{1F}"
        /// In bytes; a passage and the words instead of it are a few names or a number.
        private static let longest = 2_000

        /// The passage and the new words of a button's value.
        static func read(_ value: String) -> (passage: String, words: String)? {
            let halves = value.split(separator: sign, maxSplits: 1, omittingEmptySubsequences: false)
            guard halves.count == 2, !halves[0].isEmpty, value.utf8.count <= longest else { return nil }
            return (String(halves[0]), String(halves[1]))
        }
    }
}

/// The small form in which an author answers a finding with a correction of fact.
struct AnswerForm: Shows {
    let number: Int
    /// The first kind of answer, by which the form is called.
    let title: String
    let key: String
    let kinds: ChoiceField
    let says: TextField

    init(to finding: Finding, number: Int, key: String, kinds: [CorrectionKind], form: Form, problems: [Problem]) {
        self.number = number
        self.key = key
        title = kinds.first.map { $0 == .other ? "It is not what it seems" : $0.title } ?? ""
        let kind = "kind-\(number)"
        self.kinds = ChoiceField(
            kind, "What is it?", kinds.map { ($0.rawValue, $0.title, nil) },
            chosen: form.has(kind) ? Set(form.all(kind)) : Set(kinds.prefix(1).map(\.rawValue)), problems: problems)
        let words = "says-\(number)"
        says = TextField(
            words, "Say in one sentence what it is", hint: "Whoever approves the post must confirm it.",
            value: form[words], short: true, problems: problems)
    }
}
