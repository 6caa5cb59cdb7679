/// What of a post stood on its accounts on one day, to the letter.
struct PostOnDayPage: PageContent {
    let out: [PlacementPart]
    let anyOut: Bool
    let nothing: String?
    let onDay: PostPage.OnDayForm

    init(out: [PlacementPart], nothing: String, onDay: PostPage.OnDayForm) {
        self.out = out
        anyOut = !out.isEmpty
        self.nothing = out.isEmpty ? nothing : nil
        self.onDay = onDay
    }

    package static var examples: [Page] {
        let form = PostPage.OnDayForm(
            action: "/harbour-view/posts/p1/as-published",
            on: TextField("on", "Day", value: "2026-10-30", type: "date", short: true))
        let crumb = Crumb("Harbour clean-up", "/harbour-view/posts/p1")
        return [
            Page(
                "On 30 October 2026", title: "Harbour clean-up on 30 October 2026", crumb: crumb, room: .posts,
                PostOnDayPage(out: [PostPage.publishedPart], nothing: "", onDay: form)),
            Page(
                "On 1 October 2026", title: "Harbour clean-up on 1 October 2026", crumb: crumb, room: .posts,
                PostOnDayPage(out: [], nothing: "Nothing of this post was public on that day.", onDay: form)),
        ]
    }
}
