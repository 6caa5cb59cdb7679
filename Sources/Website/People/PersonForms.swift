import Governance

/// Adding one pupil or member of staff by hand, and changing one.
enum PersonForms {
    static func page(
        _ kind: Person.Kind, _ form: Form = Form(), to link: String, word: PupilWord = PupilWord(), back: Crumb,
        heading: String? = nil, changing: Bool = false, seen: Int? = nil, schools: [School] = [],
        problems: [Problem] = []
    ) -> Page {
        let isPupil = kind == .pupil
        let field = { (id: String, label: String, hint: String?) in
            FormPage.Part.text(TextField(id, label, hint: hint, value: form[id], problems: problems))
        }
        var parts: [FormPage.Part] = seen.map { [.hidden("seen", String($0))] } ?? []
        if !changing {
            parts.append(
                .text(
                    TextField(
                        "ref", "Reference", hint: "The school’s own number for the person. It never shows as a name.",
                        value: form["ref"], short: true, problems: problems)))
        }
        if schools.count > 1 {
            let choices = [("", isPupil ? "Choose" : "The whole organisation")] + schools.map { ($0.slug, $0.name) }
            parts.append(
                .select(SelectField("school", "School", choices, chosen: form["school"], problems: problems)))
        }
        if !isPupil { parts.append(field("title", "Title", "Mr, Ms, Dr. Leave empty if unknown.")) }
        parts += [
            field("given", "Given name", nil), field("family", "Family name", nil),
            field("preferred", "Name they go by, if another", nil), field("middle", "Middle names", nil),
        ]
        if !isPupil {
            parts.append(field("staffEmail", "E-mail address", "It tells which user they are, when they sign in."))
        }
        if isPupil {
            parts.append(field("form", "Form or class", "For example 7A."))
            parts += consent(form, problems)
        }
        return Page(
            heading ?? (isPupil ? "Add a \(word.one)" : "Add a member of staff"), crumb: back, problems: problems,
            room: .roll,
            FormPage(to: link, parts, button: changing ? "Save" : "Add", cancel: HeadAction("Not now", back.link)))
    }

    /// What is on record about pictures. What is not yes is never read as yes.
    private static func consent(_ form: Form, _ problems: [Problem]) -> [FormPage.Part] {
        [
            .heading("Pictures"),
            .choices(
                ChoiceField(
                    "consent", "What has the family said about pictures?",
                    [
                        ("not_recorded", "Nothing on record", "The policy decides what that means."),
                        ("granted", "Yes", nil), ("restricted", "Yes, with limits", "Tick below where."),
                        ("refused", "No", nil), ("withdrawn", "Yes once, but taken back", nil),
                        ("objected", "They object", nil), ("no_objection", "They were asked and did not object", nil),
                    ], chosen: [form.has("consent") ? form["consent"] : "not_recorded"], problems: problems)),
            .choices(
                ChoiceField(
                    "channels", "Where, if there are limits?", several: true,
                    [
                        ("website", "The school’s website", nil), ("social", "Social media", nil),
                        ("press", "Newspapers and television", nil), ("display", "On the school’s own walls", nil),
                    ], chosen: Set(form.all("channels")), problems: problems)),
            .text(
                TextField(
                    "until", "Until when?", hint: "Year-month-day, 2027-07-31. Empty: no end.", value: form["until"],
                    short: true, problems: problems)),
        ]
    }

    static let examples = [
        page(.pupil, to: "/harbour-view/people/new-pupil", back: Crumb("People", "/harbour-view/people")),
        page(
            .staff, to: "/harbour-view/people/new-staff", back: Crumb("People", "/harbour-view/people"),
            problems: [Problem("family", "Enter a family name")]),
    ]
}
