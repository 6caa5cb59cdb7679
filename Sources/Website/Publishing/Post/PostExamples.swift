import Governance

extension PostPage {
    package static var examples: [Page] {
        let crumb = Crumb("Posts", "/harbour-view/posts")
        return [
            Page(
                "Harbour clean-up", crumb: crumb,
                actions: [HeadAction("Print", icon: .print, "/harbour-view/posts/p1/print")], room: .posts, published),
            Page("Model boat regatta", crumb: crumb, room: .posts, returned),
            Page("Choir at the quay", crumb: crumb, room: .posts, drafted),
        ]
    }

    static let publishedPart = PlacementPart(
        anchor: "placement-pl1", account: "School Facebook", tag: Tag(.published),
        when: "Published on 23 October 2026 at 15:30, by Tom Ashworth.",
        text: """
            Eleven bags of litter, one shopping trolley and a very surprised crab. Thank you to everyone in Year 9 who gave \
            up a lunch hour, and to the harbour master for the gloves. Same time in spring? #HarbourView
            """,
        link: "https://harbourview.example/clean-up", why: nil,
        facts: [
            Fact("Address", "facebook.com/harbourview.example/posts/7120498"),
            Fact("Screenshot", "Taken on 23 October at 15:31", link: "#"),
            Fact("Policy", "The Link School, September 2022"),
        ], anyFacts: true, publish: nil, sayOut: nil,
        takedown: HeadAction("Take down", icon: .trash, "/harbour-view/placements/pl1/take-down"))

    static let exampleStory = [
        StoryLine(
            day: "20 Oct", time: "16:12", who: PersonMark("Priya Nair", id: "u1"), says: "wrote the post.", quote: nil,
            tag: nil, clause: nil, link: nil),
        StoryLine(
            day: "20 Oct", time: "16:14", who: nil, says: "Sending was refused: a pupil was named in full.", quote: nil,
            tag: Tag(.block), clause: ClauseChip.link(to: "6.3(f)", in: ExampleVisit.visit), link: nil),
        StoryLine(
            day: "20 Oct", time: "16:19", who: PersonMark("Priya Nair", id: "u1"),
            says: "changed it and sent revision 1 for approval.", quote: nil, tag: Tag(.clear, "Clear"), clause: nil,
            link: HeadAction("See the change", "/harbour-view/posts/p1/revisions")),
        StoryLine(
            day: "21 Oct", time: "08:47", who: PersonMark("Tom Ashworth", id: "u2"), says: "approved it, as moderator.",
            quote: "“Lovely.”", tag: nil, clause: nil, link: nil),
        StoryLine(
            day: "23 Oct", time: "15:30", who: nil,
            says: "Its time came. It was checked once more: nothing had changed.",
            quote: nil, tag: Tag(.clear, "Clear"), clause: nil, link: nil),
    ]

    private static let onDay = OnDayForm(
        action: "/harbour-view/posts/p1/as-published", on: TextField("on", "Day", type: "date", short: true))

    private static var published: PostPage {
        PostPage(
            tag: Tag(.published), byline: "By Priya Nair, approved by Tom Ashworth.", notes: [], shared: nil,
            placements: [publishedPart], anyPlacements: true,
            pictures: PicturesPage.examplePictures + [PicturesPage.exampleGone], anyPictures: true, links: .example,
            draft: nil, story: exampleStory,
            anyStory: true,
            recordSays: "From the record, events 4,106 to 4,790.", passages: [], anyPassages: false, onDay: onDay,
            compareLink: nil, edit: nil, isEditSecond: false,
            reopening: nil, withdrawal: nil,
            review: ReviewForm(
                action: "/harbour-view/posts/p1/review",
                says: "It has been out for four weeks. Is it still right, and are its comments in order?",
                outcome: ChoiceField(
                    "outcome", "What did you find?",
                    [("still-right", "It is still right", nil), ("take-down", "It must come down", nil)]),
                why: TextField("why", "In a sentence", short: true)),
            keeper: KeeperForm(
                action: "/harbour-view/posts/p1/keeper", says: "Priya Nair keeps it under review.",
                to: SelectField("to", "To whom?", [("u2", "Tom Ashworth")]), why: TextField("why-keeper", "Why?"),
                open: true), anyActs: true)
    }

    private static var returned: PostPage {
        PostPage(
            tag: Tag(.returned, mine: true), byline: "By Priya Nair. Revision 3.",
            notes: [
                Note(.warn, "Tom Ashworth returned it today at 14:05.", "“First name only, please.”", icon: .return)
            ],
            shared: SharedText(text: "Boats at ten.", link: "https://harbourview.example/boats"),
            placements: [
                PlacementPart(
                    anchor: "placement-pl2", account: "School X", tag: Tag(.ready), when: "Meant for today at 17:00.",
                    text: nil, link: nil, why: "Its time has come: publish it and bring the proof.",
                    facts: [],
                    anyFacts: false,
                    publish: HeadAction("Publish it by hand", "/harbour-view/placements/pl2/publishing"),
                    sayOut: HeadAction("Say that it is out all the same", "/harbour-view/placements/pl2/publishing"),
                    takedown: nil)
            ], anyPlacements: true, draft: nil, story: exampleStory, anyStory: true, recordSays: nil,
            passages: [
                PassageNote(
                    person: PersonMark("Tom Ashworth", id: "u2"), when: "Today at 14:02, on revision 3",
                    quote: "Boats at ten", says: "Which quay?", answer: nil, answerBy: nil,
                    form: PassageNote.AnswerNote(
                        action: "/harbour-view/posts/p1/notes", note: "n1",
                        answer: TextField("answer-n1", "Your answer")))
            ], anyPassages: true, onDay: nil,
            compareLink: "/harbour-view/posts/p1/revisions",
            edit: HeadAction("Change it and send it again", "/harbour-view/posts/p1/edit"), isEditSecond: true,
            reopening: ActForm(
                action: "/harbour-view/posts/p1/reopening", heading: "Change what is already sent",
                says: "The approval is void then, and someone decides again.", reason: nil, button: "Change it"),
            withdrawal: ActForm(
                action: "/harbour-view/posts/p1/withdrawal", heading: "Take it back",
                says: "It will not go out. Its story stays.", reason: TextField("reason", "Why?", short: true),
                button: "Take it back", open: true), review: nil, keeper: nil, anyActs: true)
    }

    private static var drafted: PostPage {
        PostPage(
            tag: .draft, byline: "By Priya Nair. Saved today at 15:41.", notes: [], shared: nil, placements: [],
            anyPlacements: false,
            draft: "The choir sings at the quay", story: [], anyStory: false, recordSays: nil,
            passages: [], anyPassages: false, onDay: nil,
            compareLink: nil, edit: HeadAction("Go on writing", "/harbour-view/posts/p3/edit"), isEditSecond: false,
            reopening: nil,
            withdrawal: nil, review: nil, keeper: nil, anyActs: false)
    }
}
