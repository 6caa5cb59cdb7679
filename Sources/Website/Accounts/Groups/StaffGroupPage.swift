import Governance

/// One group of staff: what is due, its story, who answers for it, and handing it on or closing it.
struct StaffGroupPage: PageContent {
    let tag: Tag
    let byline: String
    let notes: [Note]
    let acts: [PostPage.ActForm]
    let handing: Handing?
    let facts: [Fact]
    let story: [StoryLine]

    /// The form of handing it on.
    struct Handing: Shows {
        let action: String
        let open: Bool
        let to: SelectField
        let why: TextField
    }

    package static var examples: [Page] {
        let to = "/harbour-view/accounts/groups/g1"
        return [
            Page(
                "Maths teachers", crumb: Crumb("Staff groups", "/harbour-view/accounts/groups"), room: .accounts,
                StaffGroupPage(
                    tag: Tag(.clear, "In use"), byline: "Facebook, maths-teachers",
                    notes: [
                        Note(
                            .hold, "It is time to look at it.", "What stands on it, and who is in it.",
                            clause: ClauseChip("12", at: "/harbour-view/policy#c-12"))
                    ],
                    acts: [
                        PostPage.ActForm(
                            action: to + "/check", heading: "Say that you have looked at it",
                            says: "What stands on it, and who is in it.",
                            reason: TextField("found", "What did you see?"), button: "Keep this on record", open: true)
                    ],
                    handing: Handing(
                        action: to + "/creator", open: true,
                        to: SelectField("to", "Who answers for it now?", [("u1", "Tom Ashworth")], chosen: ""),
                        why: TextField("why", "Why?")),
                    facts: [Fact("Answers for it", "Priya Nair")],
                    story: [
                        StoryLine(
                            day: "9 Sep", time: "08:20", who: PersonMark("Priya Nair", id: "u2"),
                            says: "put it on the register.", quote: "“For teachers of maths.”", tag: nil, clause: nil,
                            link: nil)
                    ]))
        ]
    }
}
