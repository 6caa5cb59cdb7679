/// Bringing in the roll from one simple CSV file.
enum RollImportForm {
    static func page(to link: String, back: Crumb, problems: [Problem] = []) -> Page {
        Page(
            "Bring in the roll", lead: "First a trial run. Nothing is saved until you confirm it.", crumb: back,
            problems: problems, room: .roll,
            FormPage(
                to: link,
                [
                    .file(
                        TextField(
                            "file", "The file",
                            hint:
                                "CSV in UTF-8, with a first row of these words: ref, kind, given, family, and if known "
                                + "preferred, middle, form, title, school, consent, channels, from, until.",
                            problems: problems))
                ], button: "Try the file",
                more: FormPage.More(
                    "What the columns mean",
                    [
                        "kind: pupil or staff.",
                        "ref: the school’s own number. Someone whose ref is known already is changed, never doubled.",
                        "consent: granted, refused, withdrawn, restricted, objected, no_objection or not_recorded. "
                            + "Any other word is kept as unreadable, which is no consent.",
                        "channels: website, social, press, display, with spaces between them.",
                        "Other columns are not read.",
                    ])))
    }

    static let examples = [
        page(to: "/harbour-view/people/import", back: Crumb("People", "/harbour-view/people")),
        page(
            to: "/harbour-view/people/import", back: Crumb("People", "/harbour-view/people"),
            problems: [Problem("file", "Choose a file")]),
    ]
}
