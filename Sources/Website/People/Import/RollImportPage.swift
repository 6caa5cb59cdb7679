/// What a file would change: how many stay, are new, changed, not there any more, or held back, and why; and the form
/// that confirms it.
package struct RollImportPage: PageContent {
    package var same: Int
    package var fresh: Int
    package var small: String
    package var held: Int
    package var notes: [Note]
    /// Lists of what would happen, of which one is shown.
    package var tabs: [Tab]
    package var anyTabs: Bool
    package var doubts: [HeldRow]
    package var anyDoubts: Bool
    package var people: [ImportLine]
    package var anyPeople: Bool
    package var pager: Pager?
    package var notRead: String?
    /// `2 columns were`
    package var notReadCount: String
    package var columns: String?
    package var to: String
    /// Of which reading of the files this is the trial.
    package var reading: Int
    package var sure: ChoiceField?
    package var leavers: ChoiceField?
    package var gone: ChoiceField?
    package var users: ChoiceField?
    package var confirm: String?
    package var says: String
    package var cancel: String

    package struct HeldRow: Shows {
        package var row: String
        package var column: String
        package var says: String
        package var wrong: String
        package var advice: String
        package var tag: Tag?
    }

    /// Someone whom the file adds or changes.
    package struct ImportLine: Shows {
        package var name: String
        package var ref: String
        package var text: String
    }

    package static let examples = [
        Page(
            "This is what would change", title: "Bring in the roll",
            lead: "A trial run of students-nov.csv. Nothing is saved until you confirm it.",
            crumb: Crumb("People", "/harbour-view/people"), room: .roll,
            RollImportPage(
                same: 210, fresh: 21, small: "12 new, 9 changed", held: 2,
                notes: [
                    Note(
                        .warn, "Three on the roll are not in the file.",
                        "They are not removed unless you say so below.")
                ],
                tabs: [Tab("Look at these rows", "/harbour-view/people/import/1", count: 2, current: true)],
                anyTabs: true,
                doubts: [
                    HeldRow(
                        row: "Line 52", column: "Legal surname", says: "", wrong: "Everyone needs a family name",
                        advice: "Fill it in", tag: Tag(.hold, "Stays out")),
                    HeldRow(
                        row: "Line 118", column: "UPN", says: "P-117", wrong: "It is there twice", advice: "Say which"),
                ], anyDoubts: true,
                people: [ImportLine(name: "Jamie T.", ref: "P-1", text: "7A")], anyPeople: true,
                pager: Pager(
                    "/harbour-view/people/import/1", keeping: [], of: Form(), page: 1, of: 2, "Before", "More"),
                notRead: "ethnicity, religion", notReadCount: "2 columns were",
                columns: "/harbour-view/people/import/1/columns",
                to: "/harbour-view/people/import/1/decision", reading: 1,
                sure: ChoiceField("sure", "This is 40 times your roll", several: true, [("yes", "It is right", nil)]),
                leavers: ChoiceField("leavers", "Have they left?", [("stay", "No", nil), ("all", "All", nil)]),
                gone: ChoiceField("left", "Tick who has left", several: true, [("1", "Owen P.", nil)]),
                users: ChoiceField("users", "Users", several: true, [("yes", "They are the same people", nil)]),
                confirm: "Bring in 21 people", says: "21 people will be added or changed.",
                cancel: "/harbour-view/people/import/1/cancel"))
    ]
}
