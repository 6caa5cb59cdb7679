import Governance

/// A compromising picture: the one question first, whose answer decides whether it is destroyed at once or locked where it
/// is.
struct PictureEndPage: PageContent {
    let action: String
    let crime: ChoiceField
    /// Whom the policy has told; nil: it names nobody.
    let told: String?
    let clause: ClauseChip?

    static func crime(_ problems: [Problem]) -> ChoiceField {
        ChoiceField(
            "crime", "Could it be a crime, or show a child naked or in a sexual way?",
            hint: "If you are not sure, answer yes. Do not show it to anybody to find out.",
            [
                ("no", "No", "It is destroyed now: here, in every size, and in what waits to go out"),
                (
                    "yes", "Yes, or I am not sure",
                    "It is locked where it is. Nobody sees, copies or deletes it, and the safeguarding lead is told now"
                ),
            ], problems: problems)
    }

    package static var examples: [Page] {
        let crumb = Crumb("Harbour clean-up", "/harbour-view/posts/p1")
        let problems = [Problem("crime", "Answer this first: it decides what happens")]
        return [
            Page(
                "This picture must not exist", crumb: crumb, frame: .journey, room: .posts,
                PictureEndPage(
                    action: "/harbour-view/posts/p1/pictures/c1/end", crime: crime([]), told: nil, clause: nil)),
            Page(
                "This picture must not exist", crumb: crumb, problems: problems, frame: .journey, room: .posts,
                PictureEndPage(
                    action: "/harbour-view/posts/p1/pictures/c1/end", crime: crime(problems),
                    told: "A senior leader will be told",
                    clause: ClauseChip.link(to: "3.8", part: nil, in: ExampleVisit.visit))),
        ]
    }
}
