import Governance

/// The findings at all places of a draft, put together as its author reads them: each once, numbered, the policy's
/// before ours, and of each what must change before what needs a release.
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
        // what must change first, so that a phone folds away the least of it
        let worstFirst = [Severity.block, .hold, .warn].flatMap { severity in
            found.filter { $0.finding.severity == severity }
        }
        let ordered = worstFirst.filter { $0.finding.clause != nil } + worstFirst.filter { $0.finding.clause == nil }
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

    /// The picture of the post that a finding is about, by its number from 1; nil: it is about none.
    static func picture(of line: Line, in content: PostDraft) -> (number: Int, picture: DraftPicture)? {
        guard let field = line.finding.place?.field, field.hasPrefix("media["),
            let index = Int(field.dropFirst("media[".count).prefix { $0.isNumber })
        else { return nil }
        let place = content.places.first { line.accounts.contains($0.account) }
        let there = place.map(content.pictures(at:)) ?? content.pictures
        guard there.indices.contains(index),
            let number = content.pictures.firstIndex(where: { $0.picture == there[index].picture })
        else { return nil }
        return (number + 1, there[index])
    }

    private static func same(_ one: Finding, _ other: Finding) -> Bool {
        one.key == other.key && one.code == other.code && one.place == other.place
    }
}
