import Governance

/// All posts that a visitor may see, filtered and searched, a page at a time.
struct PostsPage: PageContent {
    let note: Note?
    let filter: PostFilter
    let says: String
    let posts: [PostLine]
    let anyPosts: Bool
    let blank: Blank?
    let pager: Pager?

    /// One post: what it is, how it stands, where and when it goes.
    struct PostLine: Shows {
        let title: String
        let link: String
        let tag: Tag
        let small: String
        let when: String
    }

    /// The fields by which a list is narrowed.
    struct PostFilter: Shows {
        let action: String
        let words: TextField
        let state: SelectField
        let account: SelectField
        let author: SelectField
        let from: TextField
        let to: TextField
        let open: Bool
        let clear: String?
    }

    package static var examples: [Page] {
        let actions = [HeadAction("Write a post", icon: .pen, "/harbour-view/posts/new", filled: true)]
        let lines = [
            PostLine(
                title: "Model boat regatta", link: "/harbour-view/posts/p1", tag: Tag(.returned, mine: true),
                small: "Priya Nair. School Facebook, School Instagram, School X", when: "Planned for today at 17:00"),
            PostLine(
                title: "Harbour clean-up", link: "/harbour-view/posts/p3", tag: Tag(.published),
                small: "Priya Nair. School Facebook", when: "Published on 23 October"),
        ]
        return [
            Page(
                "Posts", actions: actions, room: .posts,
                PostsPage(
                    note: Note(
                        .quiet, "Publishing is paused.", "Nothing goes out until it is resumed.", icon: .pause,
                        link: HeadAction("Why, and who resumes it", "/harbour-view/pause")),
                    filter: filter(searching: true), says: "Posts 26 to 50 of 151, newest first.", posts: lines,
                    anyPosts: true, blank: nil,
                    pager: Pager(
                        "/harbour-view/posts", keeping: ["words"], of: Form(urlEncoded: "words=harbour"), page: 2,
                        of: 7, "Newer", "Older"))),
            Page(
                "Posts", actions: actions, room: .posts,
                PostsPage(
                    note: nil, filter: filter(searching: false), says: "", posts: [], anyPosts: false,
                    blank: Blank(
                        "No post yet", "What anyone here writes stands in this list from the first word.",
                        action: HeadAction("Write the first one", "/harbour-view/posts/new")), pager: nil)),
        ]
    }

    private static func filter(searching: Bool) -> PostFilter {
        PostFilter(
            action: "/harbour-view/posts",
            words: TextField("words", "Words in it", value: searching ? "harbour" : "", type: "search"),
            state: SelectField("state", "State", [("", "Any state"), ("draft", "Draft")]),
            account: SelectField("account", "Account", [("", "Any account"), ("a1", "School Facebook")]),
            author: SelectField("author", "Author", [("", "Anyone"), ("u1", "Priya Nair")]),
            from: TextField("from", "From", type: "date", short: true),
            to: TextField("to", "Until", type: "date", short: true), open: searching,
            clear: searching ? "/harbour-view/posts" : nil)
    }
}
