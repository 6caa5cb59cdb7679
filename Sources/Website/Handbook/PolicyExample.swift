import Governance

extension Policy {
    /// A small policy for examples of pages.
    static let example = Policy(
        key: "EXAMPLE", title: "Social Media Policy", organisation: "The Example School", names: ["The Example School"],
        nation: .england,
        facts: DocumentFacts(
            status: "draft", dated: PartialDate("2022-09"),
            history: [
                .init(version: "1.0", dated: PartialDate("2021"), by: "Headteacher", changed: "First version."),
                .init(version: "2.0", changed: "Pictures added."),
            ]), binds: [Binding(who: .employee, extent: .full, at: "2.1")], roles: [],
        related: [
            RelatedDocument(
                title: "Keeping Children Safe in Education", at: "7", url: "https://www.gov.uk/", edition: "2025"),
            RelatedDocument(title: "Behaviour policy"),
        ], tone: [],
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
                at: "2.1", part: "overall", heading: "Who answers for it", says: "Leaders answer for the policy.",
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
