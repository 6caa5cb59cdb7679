import Governance

/// A compromising picture: one question, with a button for each answer that says what it does. The picture is named,
/// and not shown again.
struct PictureEndPage: PageContent {
    let action: String
    /// Sent without an answer.
    let problem: String?
    /// Who hears that a picture was destroyed, by the policy; nil: it names nobody.
    let told: String?
    let clause: ClauseChip?

    package static var examples: [Page] {
        let crumb = Crumb("Harbour clean-up", "/harbour-view/posts/p1")
        let problems = [Problem("crime", "Answer this first: it decides what happens")]
        return [
            Page(
                "This picture must not exist", lead: "Picture 2 of 6: “A model boat”", crumb: crumb, frame: .journey,
                room: .posts,
                PictureEndPage(
                    action: "/harbour-view/posts/p1/pictures/c1/end", problem: nil, told: nil, clause: nil)),
            Page(
                "This picture must not exist", crumb: crumb, problems: problems, frame: .journey, room: .posts,
                PictureEndPage(
                    action: "/harbour-view/posts/p1/pictures/c1/end", problem: problems[0].says,
                    told: "senior leader",
                    clause: ClauseChip.link(to: "3.8", part: nil, in: ExampleVisit.visit))),
        ]
    }
}
