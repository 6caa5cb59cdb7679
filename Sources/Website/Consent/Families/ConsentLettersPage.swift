import Governance

/// Letters for families who have no e-mail address on record, one a pupil and a sheet, each with its slip to send back.
struct ConsentLettersPage: PageContent {
    let to: String
    let page: Int
    /// Which of them; nil: all.
    let showing: String?
    let pager: Pager?
    /// Why nothing was put on record.
    let error: String?
    let back: TextField
    let letters: [Letter]
    let anyLetters: Bool
    let none: String

    /// One letter, in one language.
    struct Letter: Shows {
        let id: String
        let name: String
        let form: String
        let isChosen: Bool
        let languages: SelectField
        let code: String
        let direction: String
        /// Those whose families get none are not printed.
        let isPrinted: Bool
        let school: String
        let contact: String?
        let heading: String
        let lead: String
        let whereTitle: String
        let yes: String
        /// The same in English; nil of a letter in English.
        let yesGloss: String?
        let no: String
        let noGloss: String?
        let places: [Place]
        let promise: String
        let nameLine: String
        let date: String
        let signature: String
        /// Where it goes back to, and by when.
        let back: String
        let foot: String
    }
    struct Place: Shows {
        let title: String
        let gloss: String?
        let hint: String
    }

    package static var examples: [Page] {
        let day = TextField("back", "Letters come back by", value: "2026-12-07", type: "date", short: true)
        return [
            Page(
                "2 families to ask on paper", frame: .journey, room: .consent,
                ConsentLettersPage(
                    to: "/harbour-view/consent/letters", page: 1, showing: nil, pager: nil, error: nil, back: day,
                    letters: ConsentLetters.examples, anyLetters: true, none: "")),
            Page(
                "203 families to ask on paper", problems: [Problem("person", "Choose whose families got a letter")],
                frame: .journey, room: .consent,
                ConsentLettersPage(
                    to: "/harbour-view/consent/letters", page: 2,
                    showing: "Letters 101 to 200 of 203, by family name.",
                    pager: Pager(
                        "/harbour-view/consent/letters", keeping: [], of: Form(), page: 2, of: 3, "Letters before",
                        "More letters"),
                    error: "Choose whose families got a letter", back: day, letters: ConsentLetters.examples,
                    anyLetters: true,
                    none: "")),
            Page(
                "No letter to print", frame: .journey, room: .consent,
                ConsentLettersPage(
                    to: "/harbour-view/consent/letters", page: 1, showing: nil, pager: nil, error: nil, back: day,
                    letters: [],
                    anyLetters: false, none: "Nobody waits.")),
        ]
    }
}
