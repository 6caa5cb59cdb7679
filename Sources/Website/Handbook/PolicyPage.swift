import Governance

/// The policy in force: its clauses in the paper's order, each with what carries it and its state.
package struct PolicyPage: PageContent {
    package var notes: [Note]
    package var more: String?
    package var facts: [Fact]
    package var clauses: [ClauseLine]

    static func page(_ policy: Policy, facts: [Fact], tabs: [Tab], notes: [Note], more: String?, adopted: String)
        -> Page
    {
        var heading: String?
        var taken = Set(policy.clauses.map { ClauseChip.anchor($0.at, part: $0.part) })
        let lines = policy.clauses.map { clause in
            defer { heading = clause.heading ?? heading }
            let sections = ClauseChip.anchors(around: clause.at).filter { taken.insert($0).inserted }
            return ClauseLine(clause, headed: clause.heading != heading, sections: sections)
        }
        return Page(
            policy.title, eyebrow: "\(policy.organisation). \(adopted)", tabs: tabs, room: .policy,
            PolicyPage(notes: notes, more: more, facts: facts, clauses: lines))
    }

    package static let examples: [Page] = [
        page(
            Policy.example, facts: [Fact("State", "In force here since 1 September 2026")],
            tabs: [
                Tab("Clauses", "/harbour-view/policy", count: 4, current: true),
                Tab("Remarks", "/harbour-view/policy/remarks", count: 2, calls: true),
                Tab("Coverage", "/harbour-view/policy/coverage"),
            ],
            notes: [
                Note(
                    .block, "Overdue for review.", "The last one was due in September 2025.", icon: .clock,
                    clause: ClauseChip("2.2", at: "/harbour-view/policy#c-2-2"))
            ], more: "/harbour-view/policy/remarks", adopted: "Adopted by Harbour View School")
    ]
}

extension Policy {
    /// A small policy for examples of pages.
    static let example = Policy(
        key: "EXAMPLE", title: "Social Media Policy", organisation: "The Example School", names: ["The Example School"],
        nation: .england, facts: DocumentFacts(status: "draft", dated: PartialDate("2022-09")), binds: [], roles: [],
        related: [], tone: [],
        clauses: [
            Clause(
                at: "6.3(b)", heading: "Business use", says: "An account is made known to leaders before it goes live.",
                word: .must, duties: ["ACC-03"],
                carriers: [.route(of: .accounts, to: [.slt, .headteacher]), .notYet(.accounts, nil)]),
            Clause(
                at: "6.3(g)", heading: "Business use", says: "Care is taken that links lead to fitting places.",
                word: .careMustBeTaken, severity: .hold, because: "A short link only may lead somewhere unfit.",
                duties: ["PUB-10"],
                carriers: rule("publishing.links") + [
                    .told(place: .compose, text: "Write the address out in full."), .duty(.reviewPosts),
                ]),
            Clause(
                at: "2.1", heading: "Who answers for it", says: "Leaders answer for the policy.",
                carriers: [.fact("owner")]),
            Clause(
                at: "7", says: "Pictures follow the school’s list.", word: .consider,
                carriers: [.setting("custody", "IT"), .notYet(.consent, "the list itself")]),
        ], remarks: [Remark(at: "6.3(g)", says: "It does not say who looks.", source: "6.1")])

    private static func rule(_ control: String) -> [Carrier] {
        guard let none = try? Arguments([:], for: []) else { return [] }
        return [.control(control, none, severity: .hold, because: nil)]
    }
}
