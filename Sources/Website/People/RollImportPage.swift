/// What a file would change: how many stay, are new, changed, or are held back, and why.
package struct RollImportPage: PageContent {
    package var same: Int
    package var added: Int
    package var changed: Int
    package var held: Int
    package var rows: [HeldRow]
    package var anyRows: Bool
    package var to: String
    /// What was shown, so that a changed roll is noticed.
    package var shown: String
    package var notes: [Note]
    /// The file as it came, carried along so that what is confirmed is what was tried.
    package var text: String
    package var confirm: String?
    package var leave: String

    package struct HeldRow: Shows {
        package var row: String
        package var column: String
        package var says: String
        package var wrong: String
        package init(_ row: String, column: String, says: String, wrong: String) {
            self.row = row
            self.column = column
            self.says = says
            self.wrong = wrong
        }
    }

    static func page(_ content: RollImportPage, file: String, back: Crumb) -> Page {
        Page(
            content.confirm == nil ? "Nothing to bring in" : "This is what would change", title: "Bring in the roll",
            lead: "A trial run of \(file). Nothing is saved yet.", crumb: back, room: .roll, content)
    }

    package static let examples = [
        page(
            RollImportPage(
                same: 210, added: 12, changed: 9, held: 2,
                rows: [
                    HeldRow("Row 52", column: "family", says: "", wrong: "Everyone needs a family name"),
                    HeldRow("Row 118", column: "ref", says: "P-117", wrong: "The same reference as row 117"),
                ], anyRows: true, to: "/harbour-view/people/import/decision", shown: "12 9 2",
                notes: [
                    Note(
                        .warn, "Three people are not in the file any more.",
                        "They are not removed. Take each off the roll by hand if they have left.")
                ], text: "ref,given,family",
                confirm: "Bring in 21 pupils", leave: "/harbour-view/people"),
            file: "students-nov.csv", back: Crumb("People", "/harbour-view/people"))
    ]
}
