/// The first page: what waits for me, what I sent, and how the school stands.
package struct HomePage: PageContent {
    /// What waits, soonest first.
    package var ledger: [LedgerEntry]
    package var anyTasks: Bool
    package var blank: Blank
    package var setUpLeft: Note?
    /// That nothing goes out now.
    package var paused: Note?
    /// Messages that nobody has read yet.
    package var news: News?
    package var states: [PostState]
    package var anyPosts: Bool
    package var posts: [PostLine]
    package var allPosts: String?
    package var figures: [Figure]
    package var anyFigures: Bool

    /// What was sent to me, the latest first, each with its time and a link to what it is about.
    package struct News: Shows {
        package var ledger: [LedgerEntry]
        /// Where all of it is marked as read.
        package var to: String
        package init(_ ledger: [LedgerEntry], to link: String) {
            self.ledger = ledger
            to = link
        }
    }

    /// How many of my posts are in a state.
    package struct PostState: Shows {
        package var count: Int
        package var link: String
        package var tag: Tag
        package init(_ count: Int, _ link: String, _ tag: Tag) {
            self.count = count
            self.link = link
            self.tag = tag
        }
    }

    /// One of my posts.
    package struct PostLine: Shows {
        package var title: String
        package var link: String
        package var tag: Tag
        package var text: String
        package init(_ title: String, _ link: String, _ tag: Tag, _ text: String) {
            self.title = title
            self.link = link
            self.tag = tag
            self.text = text
        }
    }

    /// A number with its sentence.
    package struct Figure: Shows {
        package var heading: String
        package var number: String
        package var of: String?
        package var says: String
        package init(_ heading: String, _ number: String, of: String? = nil, _ says: String) {
            self.heading = heading
            self.number = number
            self.of = of
            self.says = says
        }
    }

    package init(
        tasks: [LedgerEntry], blank: Blank, setUpLeft: Note? = nil, paused: Note? = nil, news: News? = nil,
        states: [PostState] = [], posts: [PostLine] = [], allPosts: String? = nil, figures: [Figure] = []
    ) {
        ledger = tasks
        anyTasks = !tasks.isEmpty
        self.blank = blank
        self.setUpLeft = setUpLeft
        self.paused = paused
        self.news = news
        self.states = states
        self.posts = posts
        anyPosts = !posts.isEmpty
        self.allPosts = allPosts
        self.figures = figures
        anyFigures = !figures.isEmpty
    }

    /// The heading is the answer: how many things wait.
    package static func heading(waiting: Int, givenName: String) -> String {
        let numbers = ["Nothing waits", "One thing waits", "Two things wait", "Three things wait", "Four things wait"]
        return (waiting < numbers.count ? numbers[waiting] : "\(waiting) things wait") + " for you, \(givenName)"
    }

    package static let examples = [
        Page(
            heading(waiting: 3, givenName: "Priya"), title: "Home", eyebrow: "Friday 20 November 2026, 15:42",
            actions: [HeadAction("Write a post", icon: .pen, "/harbour-view/posts/new", filled: true)], room: .home,
            HomePage(
                tasks: [
                    LedgerEntry(
                        "Today", "by 16:30", late: true, title: "Change “Model boat regatta” and send it again",
                        link: "/harbour-view/posts/7", tag: Tag(.warn, "Returned to you", icon: .return),
                        text: "Tom Ashworth asks you to leave out a pupil’s family name. It is planned for 17:00.",
                        clause: ClauseChip("6.3(f)", at: "/harbour-view/policy#c-6-3-f"),
                        claim: LedgerEntry.Claim(
                            action: "/harbour-view/tasks/1", says: "You have taken this.", button: "Give it back",
                            does: "return")),
                    LedgerEntry(
                        "Friday", "27 November", title: "Look again at “Harbour clean-up”", tag: Step.toDo,
                        text: "It has been out for four weeks. Is it still right, and are its comments in order?",
                        ours: .setting),
                ],
                blank: Blank("Nothing waits for you", "What needs you appears here, with its time."),
                setUpLeft: Note(
                    .hold, "Set-up is not finished.", "Until pupils and staff are known, every post is held.",
                    link: HeadAction("See what is left to do", "/harbour-view/to-do")),
                paused: Note(
                    .quiet, "Publishing is paused.", "“A bereavement.” Nothing goes out until it is resumed.",
                    icon: .pause, link: HeadAction("Who paused it, and who resumes it", "/harbour-view/pause")),
                news: News(
                    [
                        LedgerEntry(
                            "Today", "at 11:20", title: "Your post was approved", link: "/harbour-view/posts/8",
                            text: "“Open evening: what to bring”")
                    ], to: "/harbour-view/notices"),
                states: [
                    PostState(1, "/harbour-view/posts?state=draft", Tag(.quiet, "Draft", icon: .draft)),
                    PostState(2, "/harbour-view/posts?state=sent", Tag(.hold, "Waiting for approval", icon: .clock)),
                    PostState(14, "/harbour-view/posts?state=published", Tag(.clear, "Published")),
                ],
                posts: [
                    PostLine(
                        "Open evening: what to bring", "/harbour-view/posts/8",
                        Tag(.hold, "Waiting for approval", icon: .clock),
                        "Facebook. With Sanjay Mehta since 11:20 today. Expires on Monday 23 November, 08:00."),
                    PostLine(
                        "Harbour clean-up", "/harbour-view/posts/3", Tag(.clear, "Published"),
                        "Facebook. Published on 23 October."),
                ],
                allPosts: "/harbour-view/posts",
                figures: [
                    Figure("Posts that kept the policy", "148", of: "of 151", "Three were taken down."),
                    Figure("Waiting for a decision", "4", "The oldest since this morning."),
                    Figure("On the roll", "312", of: "pupils", "44 staff. Changed last on 18 November."),
                ])),
        Page(
            heading(waiting: 0, givenName: "Priya"), title: "Home", eyebrow: "Friday 20 November 2026, 15:42",
            room: .home,
            HomePage(
                tasks: [],
                blank: Blank(
                    "All clear", "When a post comes back to you or waits for you, it appears here with its time.",
                    action: HeadAction("Read the policy", "/harbour-view/policy")))),
    ]
}
