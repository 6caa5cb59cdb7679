import Governance

/// The forms of the register of learning platforms.
enum PlatformForms {
    static func platform(
        _ form: Form, now platform: LearningPlatform?, schools: [(slug: String, name: String)], to link: String,
        back: Crumb, problems: [Problem] = []
    ) -> Page {
        let isTyped = form.has("name")
        let value = { (field: String, now: String?) in isTyped ? form[field] : now ?? "" }
        var chosen = Set(form.all("is"))
        if !isTyped, let platform {
            chosen = Set([platform.parentsPost ? "post" : "", platform.isOver ? "over" : ""])
        }
        var choices: [(value: String, text: String, small: String?)] = [
            ("post", "Parents can post or comment there", "Telling them what is acceptable is then a task.")
        ]
        if platform != nil { choices.append(("over", "We use it no more", nil)) }
        let place: [FormPage.Part] =
            platform == nil && schools.count > 1
            ? [
                .select(
                    SelectField(
                        "school", "Which school?", [("", "Choose")] + schools.map { ($0.slug, $0.name) },
                        chosen: form["school"], problems: problems))
            ] : []
        return Page(
            platform.map { "Change “\($0.name)”" } ?? "Add a learning platform", crumb: back, problems: problems,
            room: .policy,
            FormPage(
                to: link,
                place + [
                    .text(
                        TextField(
                            "name", "What it is called", value: value("name", platform?.name), autocomplete: "off",
                            problems: problems)),
                    .text(
                        TextField(
                            "address", "Its address", hint: "May stay empty.",
                            value: value("address", platform?.address), type: "url", autocomplete: "off",
                            problems: problems)),
                    .choices(
                        ChoiceField("is", "What it is", several: true, choices, chosen: chosen, problems: problems)),
                    .area(
                        TextField(
                            "rules", "What is acceptable there",
                            hint: "In your words, as parents are told. Needed where they can post.",
                            value: value("rules", platform?.rules), most: 2_000, problems: problems)),
                ], button: platform == nil ? "Add it" : "Save", cancel: HeadAction("Not now", back.link)))
    }

    static func told(
        _ platform: LearningPlatform, _ form: Form, today: String, to link: String, back: Crumb,
        problems: [Problem] = []
    ) -> Page {
        Page(
            "Who was told about \(platform.name)?", lead: "What they are told: “\(platform.rules)”", crumb: back,
            problems: problems, room: .policy,
            FormPage(
                to: link,
                [
                    .choices(
                        ChoiceField(
                            "all", "Who was told?",
                            [("yes", "All families", "It ends the task."), ("no", "One class or form", nil)],
                            chosen: [form["all"]], problems: problems)),
                    .text(
                        TextField(
                            "whom", "Which class or form", hint: "Such as 4B. Never a child’s or a family’s name.",
                            value: form["whom"], autocomplete: "off", short: true, problems: problems)),
                    .select(
                        SelectField(
                            "how", "How",
                            [("", "Choose")]
                                + ParentsTold.How.allCases.map {
                                    ($0.rawValue, $0.title.capitalisedFirst)
                                }, chosen: form["how"], problems: problems)),
                    .text(
                        TextField(
                            "on", "When", value: form.has("on") ? form["on"] : today, type: "date", short: true,
                            problems: problems)),
                ], button: "Put it on record", cancel: HeadAction("Not now", back.link)))
    }

    static var examples: [Page] {
        let back = Crumb("Learning platforms", "/harbour-view/policy/learning-platforms")
        let platform = LearningPlatform(
            id: Identifier("1"), school: Identifier("s"), name: "Class Story", address: nil, parentsPost: true,
            rules: "Be kind.")
        return [
            self.platform(
                Form(), now: nil, schools: [("quay", "Quay School"), ("mill", "Mill School")], to: back.link + "/new",
                back: back, problems: [Problem("name", "Enter what the platform is called")]),
            self.platform(Form(), now: platform, schools: [], to: back.link + "/1", back: back),
            told(
                platform, Form(), today: "21 November 2026", to: back.link + "/1/told", back: back,
                problems: [Problem("how", "Choose how they were told")]),
        ]
    }
}
