import Governance
import Reading

/// One list of approvals, with the others as tabs.
struct ApprovalsPage: PageContent {
    /// What was just decided, and what happens next.
    let note: Note?
    let queue: [ApprovalEntry]
    let anyQueue: Bool
    let blank: Blank?

    init(_ queue: [ApprovalEntry], blank: Blank?, note: Note? = nil) {
        self.note = note
        self.queue = queue
        anyQueue = !queue.isEmpty
        self.blank = queue.isEmpty ? blank : nil
    }

    static func tabs(_ counts: [ApprovalTab: Int], current: ApprovalTab?, in visit: any Linking) -> [Tab] {
        ApprovalTab.allCases.map { list in
            let count = counts[list] ?? 0
            return Tab(
                list.title, visit.link(.approvals) + "?list=\(list.rawValue)", count: count, current: list == current,
                calls: list == .toDecide && count > 0)
        }
    }

    package static var examples: [Page] {
        let counts: [ApprovalTab: Int] = [.toDecide: 4, .sentByMe: 1, .returned: 2]
        let empty = ApprovalTab.toDecide.blank(calendar: "/harbour-view/calendar")
        return [
            Page(
                "Approvals", tabs: tabs(counts, current: .toDecide, in: ExampleVisit.visit), room: .approvals,
                ApprovalsPage(
                    ApprovalEntry.examples, blank: empty,
                    note: Note(
                        .clear, "Approved: “Bake sale”.", "It goes out by itself today at 17:00 on School Facebook.",
                        link: HeadAction("See the post", "/harbour-view/posts/p5")))),
            Page(
                "Approvals", tabs: tabs([:], current: .toDecide, in: ExampleVisit.visit), room: .approvals,
                ApprovalsPage([], blank: empty)),
        ]
    }
}

/// One post of a list of approvals: how long is left, what it is, who wrote it, what it needs.
struct ApprovalEntry: Shows {
    let link: String
    let current: Bool
    let left: String
    let leftTone: Tone?
    let title: String
    let small: String
    let tag: Tag

    static let examples = [
        ApprovalEntry(
            link: "/harbour-view/approvals/p1", current: true, left: "1 h 18 min left", leftTone: .hold,
            title: "Model boat regatta", small: "Priya Nair. Facebook, Instagram, X",
            tag: Tag(.hold, "1 release by you")),
        ApprovalEntry(
            link: "/harbour-view/approvals/p2", current: false, left: "Monday, 08:00", leftTone: nil,
            title: "Open evening: what to bring", small: "Priya Nair. Facebook", tag: Tag(.clear, "Clear")),
        ApprovalEntry(
            link: "/harbour-view/approvals/p3", current: false, left: "Monday, 12:00", leftTone: nil,
            title: "Teaching assistant, two days a week", small: "Tom Ashworth. Facebook, website",
            tag: Tag(.warn, "1 to confirm")),
    ]
}

extension ApprovalTab {
    var title: String {
        switch self {
        case .toDecide: "Yours to decide"
        case .sentByMe: "Sent by you"
        case .returned: "Returned"
        case .expired: "Expired"
        case .decided: "Decided"
        }
    }

    /// What an empty list says.
    func blank(calendar: String) -> Blank {
        switch self {
        case .toDecide:
            Blank(
                "Nothing waits for you",
                "When someone sends a post that needs your decision, it appears here and you are told.",
                action: HeadAction("See what goes out this week", calendar))
        case .sentByMe: Blank("None of yours waits", "A post that you send stays here until somebody decides.")
        case .returned: Blank("Nothing was returned", "A post that comes back to you stands here, with the reason.")
        case .expired: Blank("Nothing has expired", "A post that nobody decided before its time stands here.")
        case .decided: Blank("You decided nothing lately", "What you approve or return stands here for thirty days.")
        }
    }
}
