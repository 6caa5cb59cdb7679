import Governance

/// Paper answers of a class, typed on one page: a row for each child, with a yes or a no for each place.
struct ConsentClassPage: PageContent {
    let to: String
    let form: String
    let school: String
    let page: String
    /// Where the class has several pages; nil: it has one.
    let showing: String?
    let fields: [TextField]
    /// Asked where somebody said something later.
    let older: ChoiceField?
    let rows: [Row]
    let places: [String]
    let button: String
    /// To the next page; nil on the last one.
    let skip: HeadAction?

    struct Row: Shows {
        let id: String
        let name: String
        /// What is on record.
        let state: String
        let errors: [String]
        /// Something in it is wrong: nothing of it is folded away.
        let wrong: Bool
        /// Left out, yes to all, no to all, or some: the places are asked about for the last alone.
        let all: [Quick]
        let places: [Cell]
        let giver: Cell
    }

    /// One of the answers for all places.
    struct Quick: Shows {
        let inputID: String
        let group: String
        let value: String
        let text: String
        let chosen: Bool
    }

    /// - Parameter chosen: what was sent; empty: they are left out.
    static func quick(_ id: String, chosen: String) -> [Quick] {
        [("", "Left out"), ("yes", "Yes to all"), ("no", "No to all"), ("some", "Some")].enumerated().map {
            Quick(
                inputID: "all-\(id)" + ($0 == 0 ? "" : "-\($0 + 1)"), group: "all-\(id)", value: $1.0, text: $1.1,
                chosen: chosen == $1.0)
        }
    }

    /// A list to choose from: on a keyboard one letter answers it, and the tab key leads to the next.
    struct Cell: Shows {
        let id: String
        let title: String
        let label: String
        let options: [Option]

        struct Option: Shows {
            let value: String
            let text: String
            let chosen: Bool
        }
    }

    package static var examples: [Page] {
        let cell = { (id: String, title: String) in
            Cell(
                id: "\(id)-1", title: title, label: "Zofia K.: \(title)",
                options: [
                    .init(value: "", text: "–", chosen: true), .init(value: "yes", text: "Yes", chosen: false),
                    .init(value: "no", text: "No", chosen: false),
                ])
        }
        let page = { (showing: String?, older: ChoiceField?, error: String?, skip: HeadAction?) in
            ConsentClassPage(
                to: "/harbour-view/consent/class", form: "8B", school: "quay", page: "1", showing: showing,
                fields: [
                    TextField("on", "On which day did they answer?", value: "2026-11-20", type: "date", short: true)
                ], older: older,
                rows: [
                    Row(
                        id: "1", name: "Zofia Kowalska", state: "Nothing on record",
                        errors: [error].compactMap(\.self), wrong: error != nil,
                        all: quick("1", chosen: error == nil ? "" : "some"),
                        places: [
                            cell("website", "The website"), cell("social", "Social media"), cell("press", "The press"),
                            cell("display", "Displays"),
                        ], giver: cell("giver", "Who signed"))
                ], places: ["The website", "Social media", "The press", "Displays"], button: "Save these answers",
                skip: skip)
        }
        let half = "Zofia Kowalska: Answer yes or no for each of the four places"
        let crumb = Crumb("Pictures and consent", "/harbour-view/consent")
        return [
            Page("Answers on paper, 8B", crumb: crumb, room: .consent, page(nil, nil, nil, nil)),
            Page(
                "Answers on paper, Year 7", crumb: crumb, problems: [Problem("all-1", half)], room: .consent,
                page(
                    "240 in this class; this is page 1 of 6.",
                    ChoiceField(
                        "older", "Put them on file all the same?", several: true,
                        [("yes", "Yes", "It changes nothing.")]),
                    half, HeadAction("Go on without saving", "/harbour-view/consent/class?form=7&page=2"))),
        ]
    }
}
