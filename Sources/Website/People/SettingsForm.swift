import Governance

/// What a school chooses for itself, beside its policy.
enum SettingsForm {
    static func page(_ form: Form, to link: String, saved: Bool = false, problems: [Problem] = []) -> Page {
        let list = { (id: String, label: String, hint: String) in
            FormPage.Part.area(TextField(id, label, hint: hint, value: form[id], short: true, problems: problems))
        }
        let line = { (id: String, label: String, hint: String) in
            FormPage.Part.text(TextField(id, label, hint: hint, value: form[id], short: true, problems: problems))
        }
        return Page(
            "Settings", lead: "What Chaperone needs to know of the school that its policy does not say.",
            problems: problems, room: .settings,
            FormPage(
                to: link,
                notes: saved ? [Note(.clear, "Saved.", "It counts from the next check on, and is on the record.")] : [],
                [
                    .heading("What may stand in a post"),
                    list(
                        "phones", "The school’s telephone numbers", "One a line. They are not found as personal data."),
                    list("emails", "The school’s e-mail addresses", "One a line."),
                    list("postcodes", "The school’s postcodes", "One a line."),
                    list("allowedHosts", "Sites known to be fit", "One a line, for example bbc.co.uk."),
                    .heading("What may not"),
                    list("deniedHosts", "Sites known to be unfit", "One a line."),
                    list("confidentialWords", "Words that must stay in", "One a line: names of projects, of cases."),
                    list(
                        "suppliers", "Suppliers", "One a line. Praise or blame of them is found where the policy asks."),
                    .heading("How we work"),
                    .choices(
                        ChoiceField(
                            "approval", "Approval before publication",
                            [
                                ("yes", "Every post is approved by someone else", "Ours: the papers do not demand it."),
                                ("no", "Only what a rule holds", nil),
                            ], chosen: [form["approval"]], problems: problems)),
                    line("reviewAfterWeeks", "Weeks until an author looks again at a post", "From 1 to 520."),
                    list("tone", "Our tone", "Shown where one writes."),
                    list("guidance", "Our own guidance", "Shown where one writes."),
                    list(
                        "dslContact", "How to reach the safeguarding lead",
                        "One or two sentences, at the foot of every page."),
                    .heading("How it looks"),
                    line("colour", "The school’s colour", "As in #0f6674. It is made readable by itself."),
                    line("pupilWord", "Our word for a pupil", "pupil, student, learner, child"),
                ], button: "Save"))
    }

    /// The form as it is filled in at first.
    static func fields(of settings: Settings) -> Form {
        let lines = { (list: [String]?) in [(list ?? []).joined(separator: "\n")] }
        return Form(
            values: [
                "phones": lines(settings.phones), "emails": lines(settings.emails),
                "postcodes": lines(settings.postcodes), "allowedHosts": lines(settings.allowedHosts),
                "deniedHosts": lines(settings.deniedHosts), "confidentialWords": lines(settings.confidentialWords),
                "suppliers": lines(settings.suppliers), "approval": [settings.isApprovalNeeded ? "yes" : "no"],
                "reviewAfterWeeks": [String(settings.weeksToReview)], "tone": [settings.tone ?? ""],
                "guidance": [settings.guidance ?? ""], "dslContact": [settings.dslContact ?? ""],
                "colour": [settings.colour ?? ""], "pupilWord": [settings.pupilWord ?? ""],
            ], files: [:])
    }

    /// What was typed, over what the form does not ask.
    static func settings(_ form: Form, over before: Settings) throws -> Settings {
        var settings = before
        settings.phones = form.lines("phones")
        settings.emails = form.lines("emails")
        settings.postcodes = form.lines("postcodes")
        settings.allowedHosts = form.lines("allowedHosts")
        settings.deniedHosts = form.lines("deniedHosts")
        settings.confidentialWords = form.lines("confidentialWords")
        settings.suppliers = form.lines("suppliers")
        settings.approvalBeforePublication = form["approval"] != "no"
        guard let weeks = Int(form.trimmed("reviewAfterWeeks")) else {
            throw ActionError.invalid("reviewAfterWeeks", "Enter a number of weeks from 1 to 520")
        }
        settings.reviewAfterWeeks = weeks
        settings.tone = form["tone"]
        settings.guidance = form["guidance"]
        settings.dslContact = form["dslContact"]
        settings.colour = form.trimmed("colour")
        settings.pupilWord = form.trimmed("pupilWord")
        return settings
    }

    static let examples = [
        page(fields(of: Settings()), to: "/harbour-view/settings", saved: true),
        page(Form(), to: "/harbour-view/settings", problems: [Problem("colour", "Enter a colour such as #1d5c63")]),
    ]
}
