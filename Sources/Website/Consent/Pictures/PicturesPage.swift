import Governance

/// The pictures of a post: those that are there with what is still asked of each, and the way to add more.
struct PicturesPage: PageContent {
    let note: Note?
    let pictures: [PictureShown]
    let anyPictures: Bool
    let action: String
    /// Whose they are, once for all that are brought together.
    let source: ChoiceField
    let upload: TextField
    /// The form to add more is unfolded.
    let isAdding: Bool
    /// To the first of which nobody has said who is in it; back to the post where there is none.
    let next: HeadAction
    /// Back to the post, where it is not the next thing to do.
    let done: HeadAction?

    /// What is still to be done, as the page's heading.
    /// - Parameter unsaid: of how many nobody has said who is in them.
    static func heading(_ pictures: [PictureShown], unsaid: Int) -> String {
        let count = pictures.count
        if count == 0 { return "Pictures" }
        if unsaid > 0 {
            return count == 1
                ? "Say who is in it" : unsaid == count ? "Say who is in them" : "Say who is in \(unsaid) of \(count)"
        }
        let open = pictures.count(where: \.asksForSomething)
        if open == 0 {
            return count == 1
                ? "The picture is ready" : count == 2 ? "Both pictures are ready" : "All \(count) pictures are ready"
        }
        if count == 1 { return "The picture needs a change" }
        return open == 1 ? "1 of \(count) pictures needs a change" : "\(open) of \(count) pictures need a change"
    }

    static func upload(_ problems: [Problem]) -> TextField {
        TextField(
            "pictures", "Add pictures or a film",
            hint:
                "Several pictures at once, each at most 40 MB. A film may run ten minutes and have 100 MB. Where and when they "
                + "were taken, and all else that is hidden in the file, is removed.", type: "files",
            problems: problems)
    }

    static func source(_ form: Form) -> ChoiceField {
        PicturePage.source(form, [], asking: "Whose are the pictures that you add now?")
    }

    package static var examples: [Page] {
        let problems = [Problem("pictures", "File 2 of 3: This file is no picture that can be shown")]
        let back = HeadAction("Back to the post", "/harbour-view/posts/p1/edit")
        return [
            page(
                [],
                PicturesPage(
                    note: nil, pictures: [], anyPictures: false, action: "/harbour-view/posts/p1/pictures",
                    source: source(Form()), upload: upload([]), isAdding: true, next: back, done: nil)),
            page(
                problems,
                PicturesPage(
                    note: Note(.clear, "2 pictures were added.", "The others were not."), pictures: examplePictures,
                    anyPictures: true, action: "/harbour-view/posts/p1/pictures", source: source(Form()),
                    upload: upload(problems), isAdding: false,
                    next: HeadAction("Say who is in them", "/harbour-view/posts/p1/pictures/c1"), done: back)),
        ]
    }

    static let examplePictures = [
        PictureShown(
            heading: "Picture 1", src: "/harbour-view/posts/p1/pictures/c1/thumbnail", alt: "A model boat",
            people: [.init(text: "Nobody can be recognised", tone: nil, icon: .tick)], says: "A model boat",
            asked: [Tag(.hold, "Whose is it?", icon: .hold)],
            link: HeadAction("Change picture 1", "/harbour-view/posts/p1/pictures/c1")),
        PictureShown(
            heading: "Picture 2", src: "/harbour-view/posts/p1/pictures/c2/thumbnail",
            alt: "Picture 2, not described yet",
            people: [
                .init(text: "Jamie T., 8B", tone: nil, icon: nil),
                .init(text: "Zofia K., 8B: said no", tone: .block, icon: .cameraOff),
            ], says: nil, film: "Film, 0:42", asked: [Tag(.warn, "Not described yet")],
            link: HeadAction("Change picture 2", "/harbour-view/posts/p1/pictures/c2")),
    ]

    static let exampleGone = PictureShown(
        heading: "Picture 3", src: nil, alt: "Picture 3, not described",
        people: [.init(text: "Destroyed: it must not exist", tone: nil, icon: .cameraOff)])

    private static func page(_ problems: [Problem], _ content: PicturesPage) -> Page {
        var page = Page(
            heading(content.pictures, unsaid: 0), title: "Pictures of Harbour clean-up",
            crumb: Crumb("Harbour clean-up", "/harbour-view/posts/p1/edit"), problems: problems, frame: .journey,
            room: .newPost, content)
        page.scripts = ["pictures.js"]
        return page
    }
}
