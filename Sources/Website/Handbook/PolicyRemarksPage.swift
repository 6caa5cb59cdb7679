import Governance

/// What the program and its readers noticed about the paper.
package struct PolicyRemarksPage: PageContent {
    package var found: [Note]
    package var waiting: [Waiting]
    package var anyWaiting: Bool
    package var noted: [NotedRemark]
    package var anyNoted: Bool
    package var blank: Blank?

    /// A room, and the sections that it will carry.
    package struct Waiting: Shows {
        package var room: String
        package var sections: [ClauseChip]
    }

    package struct NotedRemark: Shows {
        package var says: String
        package var clause: ClauseChip?
        package var source: String?
    }

    static func page(_ policy: Policy, on day: Day, tabs: [Tab], policyLink: String) -> Page {
        let found = policy.foundNotes(on: day, policyLink: policyLink)
        let waiting = policy.waiting(policyLink: policyLink)
        let noted = policy.remarks.map { remark in
            NotedRemark(
                says: remark.says,
                clause: remark.at.map { ClauseChip($0, at: policyLink + "#" + ClauseChip.anchor($0)) },
                source: remark.source)
        }
        let count = found.count + waiting.count + noted.count
        return Page(
            count == 0 ? "Nothing to remark" : count == 1 ? "One remark on the paper" : "\(count) remarks on the paper",
            title: "Remarks", lead: "The paper is carried out as it stands until its owners change it.", tabs: tabs,
            room: .policy,
            PolicyRemarksPage(
                found: found, waiting: waiting, anyWaiting: !waiting.isEmpty, noted: noted, anyNoted: !noted.isEmpty,
                blank: count == 0
                    ? Blank("Nothing to remark", "It is approved, its review is not due, and every section is carried.")
                    : nil))
    }

    package static let examples: [Page] = {
        guard let day = Day("2026-11-21") else { return [] }
        let bare = Policy(
            key: "BARE", title: "Social Media Policy", organisation: "The Example School", names: [], nation: .england,
            facts: DocumentFacts(
                approved: PartialDate("2026-09"), approvedBy: "Governing body", adopted: PartialDate("2026-09"),
                review: DocumentFacts.Review(everyMonths: 12)), binds: [], roles: [], related: [], tone: [],
            clauses: [], remarks: [])
        return [Policy.example, bare].map { page($0, on: day, tabs: [], policyLink: "/harbour-view/policy") }
    }()
}
