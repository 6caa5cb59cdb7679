import Governance

/// The findings at all places of a draft, put together as its author reads them: each once, numbered, the policy's
/// before ours.
struct CheckedDraft {
    let lines: [Line]

    struct Line {
        let number: Int
        let finding: Finding
        /// The accounts it was found for.
        let accounts: [Identifier<PostingAccount>]
    }

    init(_ places: [(account: Identifier<PostingAccount>, findings: [Finding])]) {
        var found: [(finding: Finding, accounts: [Identifier<PostingAccount>])] = []
        for place in places {
            for finding in place.findings {
                if let same = found.firstIndex(where: { Self.same($0.finding, finding) }) {
                    found[same].accounts.append(place.account)
                    if finding.severity > found[same].finding.severity { found[same].finding = finding }
                } else {
                    found.append((finding, [place.account]))
                }
            }
        }
        let ordered = found.filter { $0.finding.clause != nil } + found.filter { $0.finding.clause == nil }
        lines = ordered.enumerated().map { Line(number: $0 + 1, finding: $1.finding, accounts: $1.accounts) }
    }

    var worst: Severity? { lines.map(\.finding.severity).max() }

    /// The places of the findings in a text, for those accounts that bear it.
    func marks(
        in field: String = "text", for accounts: Set<Identifier<PostingAccount>>
    ) -> [(number: Int, severity: Severity, from: Int, to: Int)] {
        lines.compactMap { line in
            guard let place = line.finding.place, place.field == field, let from = place.from, let to = place.to,
                !accounts.isDisjoint(with: line.accounts)
            else { return nil }
            return (line.number, line.finding.severity, from, to)
        }
    }

    private static func same(_ one: Finding, _ other: Finding) -> Bool {
        one.key == other.key && one.code == other.code && one.place == other.place
    }
}
