/// The register on paper: everyone asked for, without furniture.
struct PolicyRegisterPrintPage: PageContent {
    let facts: [Fact]
    let lines: [PolicyRegisterPage.Line]
    let severalVersions: Bool
    let foot: String

    package static var examples: [Page] {
        [
            Page(
                "31 of 44 have read it", eyebrow: "Harbour View School",
                crumb: Crumb("Who has read it", "/harbour-view/policy/register"), frame: .journey, room: .policy,
                PolicyRegisterPrintPage(
                    facts: [Fact("Shows", "Everyone who is asked")],
                    lines: [
                        PolicyRegisterPage.Line(
                            name: "Gita Rao", link: nil, kind: "Governor", roles: "Governor",
                            policy: "Social Media Policy (LINK)", tag: Tag(.clear, "Has read it", icon: .check),
                            when: "on 3 November 2026", remind: nil)
                    ], severalVersions: true,
                    foot: "Printed on Friday 20 November 2026, 15:42. Head of the record: 4812:0f3a."))
        ]
    }
}
