import Governance

/// The learning platforms of each school: where parents can post, what they are told, and who was told when.
struct PlatformsPage: PageContent {
    /// What everyone may read, for the school's own website.
    let families: HeadAction
    let platforms: [Line]
    let anyPlatforms: Bool
    let blank: Blank

    struct Line: Shows {
        let anchor: String
        let name: String
        let tag: Tag
        let facts: [Fact]
        let told: [String]
        let anyTold: Bool
        let nobody: String
        let links: [HeadAction]
    }

    package static var examples: [Page] {
        let here = "/harbour-view/policy/learning-platforms"
        let blank = Blank("No learning platform is on the register", "Add the ones that parents can see.")
        return [
            Page(
                "Learning platforms", room: .policy,
                PlatformsPage(
                    families: HeadAction("The page for families", "/harbour-view/for-families"),
                    platforms: [
                        Line(
                            anchor: "p-1", name: "Class Story", tag: Tag(.hold, "Parents not told", icon: .clock),
                            facts: [Fact("School", "Quay School"), Fact("What is acceptable", "Be kind.")],
                            told: ["Year 4, by letter, on 3 November 2026, by Helen Osei"], anyTold: true, nobody: "",
                            links: [HeadAction("Put telling on record", here + "/1/told")]),
                        Line(
                            anchor: "p-2", name: "Homework Hub", tag: Tag(.quiet, "Parents cannot post"), facts: [],
                            told: [], anyTold: false, nobody: "", links: []),
                    ], anyPlatforms: true, blank: blank)),
            Page(
                "Learning platforms", room: .policy,
                PlatformsPage(
                    families: HeadAction("The page for families", "/harbour-view/for-families"), platforms: [],
                    anyPlatforms: false, blank: blank)),
        ]
    }
}
