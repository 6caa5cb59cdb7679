import Governance

/// What the program and its readers noticed about the paper.
package struct PolicyRemarksPage: PageContent {
    package var found: [Note]
    package var noted: [NotedRemark]
    package var anyNoted: Bool

    package struct NotedRemark: Shows {
        package var says: String
        package var clause: ClauseChip?
        package var source: String?
    }

    static func page(_ policy: Policy, found: [Note], tabs: [Tab], policyLink: String) -> Page {
        let noted = policy.remarks.map { remark in
            NotedRemark(
                says: remark.says,
                clause: remark.at.map { ClauseChip($0, at: policyLink + "#" + ClauseChip.anchor($0)) },
                source: remark.source)
        }
        let count = found.count + noted.count
        return Page(
            count == 0 ? "Nothing to remark" : count == 1 ? "One remark on the paper" : "\(count) remarks on the paper",
            title: "Remarks", lead: "The paper is carried out as it stands until its owners change it.", tabs: tabs,
            room: .policy, PolicyRemarksPage(found: found, noted: noted, anyNoted: !noted.isEmpty))
    }

    package static let examples = [
        page(
            .example, found: [Note(.block, "Never approved.", "It says draft, and no approval is on record.")],
            tabs: [],
            policyLink: "/harbour-view/policy")
    ]
}
