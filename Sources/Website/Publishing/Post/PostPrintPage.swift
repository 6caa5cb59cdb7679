/// A post on paper: what, where, when, by whose leave, and its story; without furniture.
struct PostPrintPage: PageContent {
    let facts: [Fact]
    let placements: [PlacementPart]
    var pictures: [PictureShown] = []
    var anyPictures: Bool = false
    let story: [StoryLine]
    let foot: String

    package static var examples: [Page] {
        [
            Page(
                "Harbour clean-up", crumb: Crumb("Back to the post", "/harbour-view/posts/p1"), frame: .journey,
                PostPrintPage(
                    facts: [Fact("Written by", "Priya Nair"), Fact("Approved by", "Tom Ashworth, moderator")],
                    placements: [PostPage.publishedPart],
                    pictures: PicturesPage.examplePictures.map(\.onPaper), anyPictures: true,
                    story: PostPage.exampleStory,
                    foot: "Printed on Friday 20 November 2026, 15:42. The record holds up to event 4,812."))
        ]
    }
}
