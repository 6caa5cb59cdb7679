import Governance

/// Bringing in a list of training.
enum TrainingListForm {
    static func page(to link: String, back: Crumb, problems: [Problem] = []) -> Page {
        Page(
            "Bring in a list of training", lead: "First a trial run. Nothing is saved until you confirm it.",
            crumb: back,
            problems: problems, room: .policy,
            FormPage(
                to: link,
                [
                    .file(
                        TextField(
                            "file", "The list", hint: "A CSV file of at most 250 KB, with a line of headings.",
                            type: "file", problems: problems))
                ], button: "Try the list", cancel: HeadAction("Not now", back.link),
                more: FormPage.More(
                    "What the list says",
                    [
                        "One row for each person and course, with the columns “E-mail address” (or “Name”), “Course”, "
                            + "“Done on” and, where there is one, “Certificate”.",
                        "A course must be on the register, and a person among those who sign in.",
                        "What is on record already stays as it is. A row that cannot be read stays out, and the trial says "
                            + "why.",
                    ])))
    }

    static let examples = [
        page(
            to: "/harbour-view/policy/training/list", back: Crumb("Training", "/harbour-view/policy/training"),
            problems: [Problem("file", "Choose a file")])
    ]
}
