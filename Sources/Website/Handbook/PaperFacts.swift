import Governance

/// What the paper says of itself, with its blanks shown as blanks: facts, history, whom it binds, what it stands with.
package struct PaperFacts: Shows {
    package var facts: [Fact]
    /// Its earlier versions, as its own history tells them.
    package var ledger: [LedgerEntry]
    package var anyHistory: Bool
    package var binds: [Line]
    package var anyBinds: Bool
    package var related: [Line]
    package var anyRelated: Bool

    /// One line with the section that says so.
    package struct Line: Shows {
        package var text: String
        package var link: String?
        package var clause: ClauseChip?
    }

    init(_ policy: Policy) {
        facts = Self.facts(of: policy)
        ledger = policy.facts.history.map { past in
            LedgerEntry(
                past.version, past.dated.map(When.partial), title: past.by ?? "The paper does not say by whom",
                text: past.changed)
        }
        let chip = { (at: String) in ClauseChip(at, at: "#" + ClauseChip.anchor(at)) }
        binds = policy.binds.map {
            Line(
                text: "\(ScopeQuestions.says($0.who)): \(ScopeQuestions.says($0.extent))", link: nil,
                clause: chip($0.at))
        }
        related = policy.related.map {
            Line(
                text: $0.title + ($0.edition.map { ", edition of \($0)" } ?? ""), link: $0.url,
                clause: $0.at.map(chip))
        }
        (anyHistory, anyBinds, anyRelated) = (!ledger.isEmpty, !binds.isEmpty, !related.isEmpty)
    }

    private static func facts(of policy: Policy) -> [Fact] {
        let paper = policy.facts
        let unsaid = "The paper does not say"
        return [
            Fact("Issued by", policy.organisation),
            Fact("It calls itself", paper.status ?? unsaid),
            Fact("Version", paper.version ?? unsaid),
            Fact("Dated", paper.dated.map(When.partial) ?? unsaid),
            Fact("Approved", paper.approved.map(When.partial) ?? "Not approved: the paper gives no date"),
            Fact("Approved by", paper.approvedBy ?? unsaid),
            Fact("Adopted", paper.adopted.map(When.partial) ?? "Not adopted: the paper gives no date"),
            Fact("Owner", paper.owner ?? unsaid),
            Fact("Author", paper.author ?? unsaid),
            Fact("Review", review(of: policy)),
        ]
    }

    private static func review(of policy: Policy) -> String {
        guard let review = policy.facts.review else { return "None: the paper names no review" }
        let parts = [
            review.everyMonths.map { "every \(monthsInWords($0))" },
            policy.reviewDue.map { "due \(When.partial($0))" },
            review.by.isEmpty ? nil : "by \(review.by.map(\.title).joined(separator: " and "))",
        ].compactMap { $0 }
        return parts.isEmpty ? unsaidReview : parts.joined(separator: ", ")
    }

    private static let unsaidReview = "The paper does not say when"
}
