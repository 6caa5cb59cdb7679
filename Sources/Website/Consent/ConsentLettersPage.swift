import Governance

/// Letters for families who have no e-mail address on record, one a pupil, each with its slip to send back.
struct ConsentLettersPage: PageContent {
    let to: String
    let letters: [Letter]
    let anyLetters: Bool
    let none: String
    /// What families are asked, in English.
    let places: [Place]
    let words: Words
    let school: String

    struct Letter: Shows {
        let id: String
        let name: String
        let form: String
    }
    struct Place: Shows {
        let title: String
        let hint: String
    }
    struct Words: Shows {
        let lead: String
        let promise: String
        let version: String
        let yes: String
        let no: String
    }

    package static var examples: [Page] {
        let words = Words(lead: "You decide.", promise: "You may say no.", version: "2026-11", yes: "Yes", no: "No")
        return [
            Page(
                "2 families to ask on paper", frame: .journey, room: .consent,
                ConsentLettersPage(
                    to: "/harbour-view/consent/letters", letters: [Letter(id: "1", name: "Zofia K.", form: "8B")],
                    anyLetters: true, none: "", places: [Place(title: "School website", hint: "Anyone can see it.")],
                    words: words, school: "Harbour View School")),
            Page(
                "No letter to print", frame: .journey, room: .consent,
                ConsentLettersPage(
                    to: "/harbour-view/consent/letters", letters: [], anyLetters: false, none: "Nobody waits.",
                    places: [], words: words, school: "Harbour View School")),
        ]
    }
}
