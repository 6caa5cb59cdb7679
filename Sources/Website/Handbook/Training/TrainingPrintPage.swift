import Governance

/// The register of training on paper.
struct TrainingPrintPage: PageContent {
    let facts: [Fact]
    let lines: [TrainingPage.Line]
    let foot: String

    package static var examples: [Page] {
        [
            Page(
                "1 of 2 is trained", eyebrow: "Harbour View School",
                crumb: Crumb("Training", "/harbour-view/policy/training"), frame: .journey, room: .policy,
                TrainingPrintPage(
                    facts: [Fact("Shows", "Everyone who is bound")],
                    lines: [
                        TrainingPage.Line(
                            name: "Gita Rao", link: nil, kind: "Governor", tag: Tag(.clear, "Trained", icon: .check),
                            when: "Online safety, 3 September 2026, counts for good")
                    ], foot: "Printed on Friday 20 November 2026, 15:42. Head of the record: 4812:0f3a."))
        ]
    }
}
