import Governance

/// The policy in force: its clauses in the paper's order, each with what carries it and its state.
package struct PolicyPage: PageContent {
    package var others: [HeadAction]
    package var anyOthers: Bool
    /// Where the reader stands: whether they have read this version and said so.
    package var standing: Note?
    package var notes: [Note]
    package var more: HeadAction?
    package var facts: [Fact]
    package var paper: PaperFacts
    package var contents: [Heading]
    package var anyContents: Bool
    package var clauses: [ClauseLine]

    /// A heading of the paper, with the sections that stand under it.
    package struct Heading: Shows {
        package var text: String
        package var link: String
        /// `1.1 to 1.6`
        package var count: String
    }

    static func page(
        _ policy: Policy, standing: Note? = nil, facts: [Fact], tabs: [Tab], notes: [Note], more: HeadAction?,
        adopted: String,
        others: [HeadAction] = [], actions: [HeadAction] = []
    ) -> Page {
        var heading: String?
        var taken = Set(policy.clauses.map { ClauseChip.anchor($0.at, part: $0.part) })
        let lines = policy.clauses.map { clause in
            defer { heading = clause.heading ?? heading }
            let sections = ClauseChip.anchors(around: clause.at).filter { taken.insert($0).inserted }
            return ClauseLine(clause, in: policy, headed: clause.heading != heading, sections: sections)
        }
        let contents = contents(policy.clauses)
        return Page(
            policy.title, eyebrow: "\(policy.organisation). \(adopted)", actions: actions, tabs: tabs, room: .policy,
            PolicyPage(
                others: others, anyOthers: !others.isEmpty, standing: standing, notes: notes, more: more, facts: facts,
                paper: PaperFacts(policy), contents: contents,
                anyContents: contents.count > 1, clauses: lines))
    }

    private static func contents(_ clauses: [Clause]) -> [Heading] {
        var groups: [(heading: String, clauses: [Clause])] = []
        for clause in clauses {
            let heading = clause.heading ?? groups.last?.heading ?? clause.at
            if groups.last?.heading == heading {
                groups[groups.count - 1].clauses.append(clause)
            } else {
                groups.append((heading, [clause]))
            }
        }
        return groups.compactMap { group in
            guard let first = group.clauses.first, let last = group.clauses.last else { return nil }
            let sections = first.at == last.at ? first.at : "\(first.at) to \(last.at)"
            return Heading(
                text: group.heading, link: "#" + ClauseChip.anchor(first.at, part: first.part),
                count: sections == group.heading ? "" : sections)
        }
    }

    package static let examples: [Page] = [
        page(
            Policy.example,
            standing: Note(
                .hold, "You have not said that you have read it.", "You are asked to by 5 December 2026.",
                link: HeadAction("Read it and say so", "/harbour-view/policy/versions/v1/acknowledgement")),
            facts: [Fact("State", "In force here since 1 September 2026")],
            tabs: [
                Tab("Clauses", "/harbour-view/policy", count: 4, current: true),
                Tab("Remarks", "/harbour-view/policy/remarks", count: 2, calls: true),
                Tab("Coverage", "/harbour-view/policy/coverage"),
            ],
            notes: [
                Note(
                    .block, "Overdue for review.", "The last one was due in September 2025.", icon: .clock,
                    clause: ClauseChip("2.2", at: "/harbour-view/policy#c-2-2"))
            ], more: HeadAction("All 36 remarks", "/harbour-view/policy/remarks"),
            adopted: "Adopted by Harbour View School",
            others: [HeadAction("Mill School’s own policy", "/harbour-view/policy?school=mill")],
            actions: [HeadAction("Bring in a new version", icon: .upload, "/harbour-view/policy/versions/new")])
    ]
}
