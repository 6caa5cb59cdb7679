/// Adding a school, and renaming one.
enum SchoolForms {
    static func new(_ form: Form = Form(), to link: String, back: Crumb, problems: [Problem] = []) -> Page {
        Page(
            "Add a school", lead: "Until its pupils are known, its posts are held, and say so.", crumb: back,
            problems: problems, room: .schools,
            FormPage(
                to: link,
                [
                    .text(
                        TextField(
                            "name", "Its name", hint: "As parents write it.", value: form["name"],
                            autocomplete: "off", problems: problems)),
                    .text(
                        TextField(
                            "slug", "A short name for files and addresses",
                            hint: "Small letters, digits and hyphens: quay-primary. Empty: it is made of the name.",
                            value: form["slug"], autocomplete: "off", short: true, problems: problems)),
                ], button: "Add the school", cancel: HeadAction("Not now", back.link)))
    }

    static func rename(
        _ form: Form, now name: String, to link: String, back: Crumb, problems: [Problem] = []
    ) -> Page {
        Page(
            "Rename \(name)", lead: "Its short name in files and addresses stays.", crumb: back, problems: problems,
            room: .schools,
            FormPage(
                to: link,
                [
                    .text(
                        TextField(
                            "name", "Its name", value: form.has("name") ? form["name"] : name, autocomplete: "off",
                            problems: problems)),
                    .text(
                        TextField(
                            "why", "Why?", hint: "It goes on the record.", value: form["why"], autocomplete: "off",
                            problems: problems)),
                ], button: "Rename it", cancel: HeadAction("Leave it as it is", back.link)))
    }

    static let examples = [
        new(
            to: "/harbour-view/schools/new", back: Crumb("Schools", "/harbour-view/schools"),
            problems: [Problem("name", "There is a school of this name already")]),
        rename(
            Form(), now: "Quay School", to: "/harbour-view/schools/quay/name",
            back: Crumb("Schools", "/harbour-view/schools")),
    ]
}
