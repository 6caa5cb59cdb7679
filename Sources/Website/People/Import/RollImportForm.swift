import Governance

/// Bringing in people, or consents, from files.
enum RollImportForm {
    static func page(
        to link: String, back: Crumb, form: Form = Form(), schools: [School] = [], problems: [Problem] = []
    ) -> Page {
        var parts: [FormPage.Part] = [
            .choices(
                ChoiceField(
                    "purpose", "What is in the file?",
                    [
                        (
                            "people", "People: pupils, staff, parents, classes",
                            "Consents in it are not read: bring the file in once more for those."
                        ),
                        (
                            "consents", "Only consents to pictures",
                            "A reference in one column, and one column for each kind of consent."
                        ),
                    ], chosen: [form.has("purpose") ? form["purpose"] : "people"])),
            .file(
                TextField(
                    "file", "The file, or all files of one export",
                    hint: "A CSV from your MIS, or a OneRoster export as a zip or as its CSV files together.",
                    type: "files", problems: problems)),
        ]
        if schools.count > 1 {
            parts.append(
                .select(
                    SelectField(
                        "school", "School of rows that name none",
                        [("", "Each row names its school")] + schools.map { ($0.slug, $0.name) },
                        chosen: form["school"], problems: problems)))
        }
        return Page(
            form["purpose"] == "consents" ? "Bring in consents to pictures" : "Bring in the roll",
            lead: "First a trial run. Nothing is saved until you confirm it.", crumb: back,
            problems: problems, room: .roll,
            FormPage(
                to: link, parts, button: "Try the file", cancel: HeadAction("Not now", back.link),
                more: FormPage.More(
                    "What is read, and what is not",
                    [
                        "Names, a reference, the form or class, the school, and for staff an e-mail address. Of parents "
                            + "their name, e-mail address and relation.",
                        "Consents to pictures come in by themselves, from a list of their own or the same file once more."
                            + " One that cannot be read is never taken for yes.",
                        "A date of birth is looked at for slips and not kept. Passwords, telephone numbers, ethnicity, "
                            + "special needs and everything else are not read; the trial run names each column.",
                        "Someone whose reference is known already is changed, never doubled. Nobody is removed unless "
                            + "you say so.",
                        "The file is deleted once you have decided, or after a day.",
                    ])))
    }

    static let examples = [
        page(to: "/harbour-view/people/import", back: Crumb("People", "/harbour-view/people")),
        page(
            to: "/harbour-view/people/import", back: Crumb("Pictures and consent", "/harbour-view/consent"),
            form: Form(urlEncoded: "purpose=consents"),
            problems: [Problem("file", "Choose a file")]),
    ]
}
