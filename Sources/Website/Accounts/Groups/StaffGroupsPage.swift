import Governance

/// The groups of staff on social media, and who answers for each.
struct StaffGroupsPage: PageContent {
    let notes: [Note]
    let groups: [Line]
    let anyGroups: Bool
    let blank: Blank?

    /// One group.
    struct Line: Shows {
        let name: String
        let link: String
        let network: String
        let creator: String
        let school: String
        let looks: String
        let tag: Tag
    }

    init(notes: [Note] = [], groups: [Line] = [], blank: Blank) {
        self.notes = notes
        self.groups = groups
        anyGroups = !groups.isEmpty
        self.blank = groups.isEmpty ? blank : nil
    }

    package static var examples: [Page] {
        let blank = Blank(
            "No group is on the register", "A group that staff make stands here, with who answers for it.",
            action: HeadAction("Register a group", "/harbour-view/accounts/groups/new"))
        return [
            Page(
                "Staff groups", crumb: Crumb("Accounts", "/harbour-view/accounts"), room: .accounts,
                StaffGroupsPage(
                    notes: [Note(.quiet, "Whoever makes a group answers for it.", "They look at it in turn.")],
                    groups: [
                        Line(
                            name: "Maths teachers", link: "/harbour-view/accounts/groups/g1", network: "Facebook",
                            creator: "Tom Ashworth", school: "Harbour View School",
                            looks: "Every week, next on 24 November 2026", tag: Tag(.clear, "In use"))
                    ], blank: blank)),
            Page("Staff groups", room: .accounts, StaffGroupsPage(blank: blank)),
        ]
    }
}
