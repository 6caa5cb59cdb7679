import Governance

/// A compromising picture: the one question first, whose answer decides whether it is destroyed at once or locked where it
/// is.
struct PictureEndPage: PageContent {
    let action: String
    let crime: ChoiceField
    /// Who hears that a picture was destroyed, by the policy; nil: it names nobody.
    let told: String?
    let clause: ClauseChip?

    static func crime(_ problems: [Problem]) -> ChoiceField {
        ChoiceField(
            "crime", "Could it be a crime, or show a child naked or in a sexual way?",
            hint: "If you are not sure, answer yes. Do not show it to anybody to find out.",
            [
                ("no", "No", "It is destroyed now, in every size, and can never be had back"),
                (
                    "yes", "Yes, or I am not sure",
                    "It is locked where it is. Nobody can see, copy or delete it, and the safeguarding lead is told at once"
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
                    told: "senior leader",
                    clause: ClauseChip.link(to: "3.8", part: nil, in: ExampleVisit.visit))),
        ]
    }
}
