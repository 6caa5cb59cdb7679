import Governance

/// One picture: who is in it, what it shows, whose it is, and its author's word that it may be shown.
struct PicturePage: PageContent {
    let action: String
    let src: String
    let srcAlt: String
    let width: Int
    let height: Int
    /// Nil: it is a picture.
    let film: Film?
    /// What was said of it when the page was first opened, as a mark.
    let over: String
    let advice: [Note]
    let who: ChoiceField
    /// Other pictures of the post, whose people are taken over with one press.
    let same: [SamePeople]
    let anySame: Bool
    /// Those who are ticked already.
    let chosen: [PersonChoice]
    let anyChosen: Bool
    let classes: SelectField?
    let search: TextField
    /// Which class is listed, or that nobody was found.
    let listing: String?
    let listed: [PersonChoice]
    let anyListed: Bool
    let others: TextField
    let strangers: Bool
    let alt: TextField
    let source: ChoiceField
    let author: TextField
    let permission: ChoiceField
    let credited: Bool
    let sourceOpen: Bool
    let home: SelectField?
    let judgement: ChoiceField
    /// One tick for all the lines; nil where the page knows that one of them is not true.
    let allTrue: AllTrue?
    /// Who in it may not be shown, so that not all the lines are true; nil: nobody.
    let untrue: Note?
    /// No other picture waits to be described.
    let isLast: Bool
    let end: HeadAction

    /// The people of another picture of the post.
    struct SamePeople: Shows {
        /// What the button sends: `same-` and the picture's id.
        let press: String
        let text: String
    }

    /// `All four are true of picture 2`.
    struct AllTrue: Shows {
        let text: String
        let chosen: Bool
    }

    /// A film, to be played on the page.
    struct Film: Shows {
        let src: String
        let poster: String
        let label: String
        /// `Film, 0:42`.
        let runs: String
        let width: Int
        let height: Int
    }

    /// Somebody on the roll, to be ticked.
    struct PersonChoice: Shows {
        let ref: String
        let name: String
        let small: String?
        let ticked: Bool
        /// Why they may not be shown; nil: nothing speaks against it.
        let refusal: String?

        /// - Parameter heading: the class over the list, which is then not said again of each.
        init(_ person: Person, ticked: Bool, refusal: String?, under heading: String? = nil) {
            ref = person.ref
            name = person.calledName
            let place = person.kind == .pupil ? person.form : person.kind.rawValue
            small = place == heading || person.kind == .staff && heading == "Staff" ? nil : place
            self.ticked = ticked
            self.refusal = refusal
        }
    }

    static func who(_ form: Form, _ problems: [Problem]) -> ChoiceField {
        ChoiceField(
            "who", "Who can be recognised?",
            hint: "You say it. Faces are never read by a machine here.",
            [("nobody", "Nobody can be recognised", nil), ("people", "These people", nil)],
            chosen: Set(form.all("who")), problems: problems)
    }

    static func search(_ form: Form) -> TextField {
        TextField("search", "Or find by name", value: form["search"], type: "search", autocomplete: "off")
    }

    static func others(_ form: Form, _ problems: [Problem]) -> TextField {
        TextField(
            "others", "People who are not on the roll",
            hint: "One a line: a governor, a visitor, somebody who has left.",
            value: form["others"], short: true, problems: problems)
    }

    static func alt(_ form: Form, _ problems: [Problem]) -> TextField {
        TextField(
            "alt", "What does it show?",
            hint: "A sentence for people who do not see it. No child’s name; it is published with the picture.",
            value: form["alt"], short: true, most: 1_000, problems: problems)
    }

    /// Nothing is chosen before somebody chooses.
    static func source(
        _ form: Form, _ problems: [Problem], asking question: String = "Whose picture is it?"
    ) -> ChoiceField {
        ChoiceField(
            "source", question,
            [
                ("own", "The school’s own", "One of us took it, for the school"),
                ("other", "Somebody else’s", "It needs their permission"),
            ],
            chosen: Set(form.all("source")), problems: problems)
    }

    static func author(_ form: Form, _ problems: [Problem]) -> TextField {
        TextField("source-author", "Whose?", value: form["source-author"], problems: problems)
    }

    static func permission(_ form: Form, _ problems: [Problem]) -> ChoiceField {
        ChoiceField(
            "source-permission", "Do they allow it?",
            [("yes", "Yes", nil), ("no", "No, or I have not asked", nil)],
            chosen: Set(form.all("source-permission")), problems: problems)
    }

    /// Whether it shows the home of one of the pupils in it, or of those who can be ticked: it counts of those in it.
    /// Nothing is chosen before somebody answers.
    static func home(_ form: Form, _ people: [Person], _ problems: [Problem] = []) -> SelectField? {
        let pupils = people.filter { $0.kind == .pupil }
        guard !pupils.isEmpty else { return nil }
        return SelectField(
            "home", "Does it show somebody’s home?",
            [("", "Choose"), ("no", "No")] + pupils.map { ($0.ref, "Yes, of \($0.shortName)") },
            chosen: form["home"], problems: problems)
    }

    /// - Parameter isAsked: whether the policy asks for it; where it does not, it is ours, and a post goes out without.
    static func judgement(_ form: Form, isAsked: Bool = true, _ problems: [Problem]) -> ChoiceField {
        ChoiceField(
            "judged", "Look at it closely. What is true?",
            hint: isAsked
                ? "It can be sent when all four are true. Whoever approves the post checks them too."
                : "We ask this; your policy does not, so it can be sent without. What you tick goes on record.",
            several: true,
            PictureJudgement.questions.enumerated().map { ("\($0.offset)", $0.element, nil) },
            chosen: Set(form.all("judged")), problems: problems)
    }

    package static var examples: [Page] {
        let crumb = Crumb("Pictures", "/harbour-view/posts/p1/pictures")
        let jamie = Person(ref: "P1", kind: .pupil, given: "Jamie", family: "Thornton", form: "8B")
        let zofia = Person(ref: "P2", kind: .pupil, given: "Zofia", family: "Kowalska", form: "8B")
        let filled = Form(
            values: [
                "who": ["people"], "person": ["P1"], "alt": ["Two people on the quay"], "source": ["other"],
                "class": ["8B"],
            ], files: [:])
        let problems = [Problem("source-author", "Say whose picture it is")]
        return [
            Page(
                "Picture 1 of 2", crumb: crumb, frame: .journey, room: .newPost,
                example(Form(), chosen: [], listed: [], listing: nil, problems: [], isLast: false)),
            Page(
                "Picture 2 of 2", crumb: crumb, problems: problems, frame: .journey, room: .newPost,
                example(
                    filled, chosen: [PersonChoice(jamie, ticked: true, refusal: nil)],
                    listed: [PersonChoice(zofia, ticked: false, refusal: "said no")], listing: "8B",
                    problems: problems, isLast: true, home: home(filled, [jamie]))),
        ]
    }

    private static func example(
        _ form: Form, chosen: [PersonChoice], listed: [PersonChoice], listing: String?, problems: [Problem],
        isLast: Bool, home: SelectField? = nil
    ) -> PicturePage {
        PicturePage(
            action: "/harbour-view/posts/p1/pictures/c2", src: "/harbour-view/posts/p1/pictures/c2/post",
            srcAlt: "Picture 2, not described yet", width: 1_600, height: 1_200,
            film: isLast
                ? nil
                : Film(
                    src: "/harbour-view/posts/p1/pictures/c2/film", poster: "/harbour-view/posts/p1/pictures/c2/post",
                    label: "Film 1", runs: "Film, 0:42", width: 1_600, height: 1_200),
            over: "q3vN0kXw0b2m1c4d",
            advice: isLast
                ? [
                    Note(
                        .quiet, "Advice from Chaperone:",
                        "Its file said where it was taken. That was removed, with all else that the file said.",
                        icon: .ours)
                ] : [],
            who: who(form, problems),
            same: isLast ? [SamePeople(press: "same-c1", text: "The same people as picture 1")] : [], anySame: isLast,
            chosen: chosen, anyChosen: !chosen.isEmpty,
            classes: isLast ? SelectField("class", "Class", [("", "Choose"), ("8B", "8B")], chosen: "8B") : nil,
            search: search(form), listing: listing, listed: listed, anyListed: !listed.isEmpty,
            others: others(form, problems), strangers: isLast, alt: alt(form, problems),
            source: source(form, problems), author: author(form, problems), permission: permission(form, problems),
            credited: isLast, sourceOpen: form["source"] == "other", home: home,
            judgement: judgement(form, problems),
            allTrue: isLast ? nil : AllTrue(text: "All four are true of film 1", chosen: true),
            untrue: isLast
                ? Note(.block, "Zofia K. may not be shown: said no.", "So not all of these are true.", icon: .cameraOff)
                : nil, isLast: isLast,
            end: HeadAction("This picture must not exist", "/harbour-view/posts/p1/pictures/c2/end"))
    }
}
