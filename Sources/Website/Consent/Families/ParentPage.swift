import Governance

/// What a parent's link opens: a yes or a no for each place, for every child of the address; no sign-in and no script.
struct ParentPage: PageContent {
    let to: String
    let language: String
    let languagesTitle: String
    let languages: [Language]
    let children: [Child]
    /// What a yes and a no do where several parents have the address; nil: one has.
    let shared: String?
    /// Nil where there is nothing to say yes to.
    let name: TextField?
    let promise: String
    let nothingSaved: String
    /// Nil where the button for no is all there is.
    let button: String?
    /// One press for no to all, of every child: taking back is no harder than giving.
    let allNo: String
    let allNoHint: String?

    struct Language: Shows {
        let code: String
        let direction: String
        let title: String
        let link: String
        let current: Bool
    }

    struct Child: Shows {
        /// `E. M.`; nobody else's page needs a full name. It keeps its own direction, whatever that of the page is.
        let name: String
        /// `, Year 7`; nil where their form does not say it.
        let year: String?
        /// None for a child who has left.
        let places: [Place]
        /// That they have left, and how much still shows them; nil: they have not.
        let left: String?
        /// Nil where one button takes it down.
        let takeDown: TakeDown?
    }

    /// What shows a child who has left is to come down.
    struct TakeDown: Shows {
        let id: String
        let title: String
        let isChosen: Bool
        let error: String?
    }

    struct Place: Shows {
        let id: String
        let title: String
        let hint: String
        let error: String?
        let yes: String
        let no: String
        let isYes: Bool
        let isNo: Bool
    }

    package static var examples: [Page] {
        [
            example(shared: nil), example(shared: "More than one parent has this e-mail address."),
            Page(
                "Pictures of your child", frame: .journey,
                ParentPage(
                    to: "/harbour-view/pictures/x", language: "en", languagesTitle: "Language", languages: [],
                    children: [
                        Child(
                            name: "E. M.", year: nil, places: [],
                            left: "Has left the school. Posts that still show this child: 2", takeDown: nil)
                    ],
                    shared: nil, name: nil, promise: "We take down what is online.",
                    nothingSaved: "Nothing is saved yet.", button: nil, allNo: "Take them down", allNoHint: nil)),
        ]
    }

    private static func example(shared: String?) -> Page {
        let place = { (error: String?) in
            Place(
                id: "website-1", title: "School website", hint: "Anyone in the world can see it.", error: error,
                yes: "Yes", no: "No", isYes: error != nil, isNo: error == nil)
        }
        var page = Page(
            "Pictures of your child", problems: [Problem("website-1-yes", "Answer yes or no here")],
            frame: .journey,
            ParentPage(
                to: "/harbour-view/pictures/x", language: "en", languagesTitle: "Language",
                languages: [
                    Language(
                        code: "ur", direction: "rtl", title: "اردو", link: "/harbour-view/pictures/x?in=ur",
                        current: true)
                ],
                children: [
                    Child(
                        name: "E. M.", year: ", Year 7", places: [place(nil), place("Answer yes or no here")],
                        left: nil, takeDown: nil),
                    Child(
                        name: "O. M.", year: nil, places: [],
                        left: "Has left the school. Posts that still show this child: 2",
                        takeDown: TakeDown(
                            id: "down-2", title: "Take them down", isChosen: true,
                            error: "Answer for at least one child")),
                ],
                shared: shared, name: TextField("name", "Your name", value: "", autocomplete: "name"),
                promise: "You may say no to any of these.", nothingSaved: "Nothing is saved yet.",
                button: "Send my answer", allNo: "No to all of these", allNoHint: "One press is enough."))
        page.family = FamilyFrame(
            school: "Harbour View School", problem: "There is a problem", skip: "Skip to the page",
            contact: "School office: 01632 960000")
        return page
    }
}
