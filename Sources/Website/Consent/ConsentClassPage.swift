import Governance

/// Paper answers of a whole class, typed on one page.
struct ConsentClassPage: PageContent {
    let to: String
    let form: String
    let school: String
    let on: TextField
    let people: [Line]

    struct Line: Shows {
        let id: String
        let name: String
        let state: String
        let error: String?
        let choices: [Choice]
        let givers: [Choice]
        let giverLabel: String
    }

    struct Choice: Shows {
        let id: String
        let name: String
        let value: String
        let text: String
        let chosen: Bool
    }

    package static var examples: [Page] {
        [
            Page(
                "Answers on paper, 8B", crumb: Crumb("Pictures and consent", "/harbour-view/consent"), room: .consent,
                ConsentClassPage(
                    to: "/harbour-view/consent/class", form: "8B", school: "quay",
                    on: TextField("on", "When did they answer?", value: "2026-11-20", type: "date", short: true),
                    people: [
                        Line(
                            id: "1", name: "Zofia K.", state: "Nothing on record", error: "Choose a place",
                            choices: [
                                Choice(id: "a-1", name: "answer-1", value: "yes", text: "Yes to all", chosen: false)
                            ], givers: [Choice(id: "", name: "", value: "", text: "Not named", chosen: true)],
                            giverLabel: "Who signed for Zofia K.?")
                    ]))
        ]
    }
}
