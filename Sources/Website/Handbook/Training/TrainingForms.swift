import Governance

/// The forms of the register of training.
enum TrainingForms {
    static func record(
        _ people: [(id: String, name: String, small: String)], courses: [Course], _ form: Form, to link: String,
        newCourse: String, back: Crumb, problems: [Problem] = []
    ) -> Page {
        Page(
            "Put training on record", lead: "What people did at a session is put on record at the session itself.",
            crumb: back, problems: problems, room: .policy,
            FormPage(
                to: link,
                notes: courses.isEmpty
                    ? [
                        Note(
                            .hold, "No course is on the register.", "Add the course first.",
                            link: HeadAction("Add a course", newCourse))
                    ] : [],
                [
                    .select(course(courses, form, optional: nil, problems)),
                    .text(day("on", "When was it done?", form, problems)),
                    .choices(who(people, form, problems)),
                    .text(
                        TextField(
                            "certificate", "Certificate", hint: "Its number or name, where there is one.",
                            value: form["certificate"], autocomplete: "off", problems: problems)),
                ], button: "Put it on record", cancel: HeadAction("Not now", back.link)))
    }

    static func who(
        _ people: [(id: String, name: String, small: String)], _ form: Form, _ problems: [Problem]
    ) -> ChoiceField {
        ChoiceField(
            "users", "Who has done it?", several: true, people.map { ($0.id, $0.name, $0.small) },
            chosen: Set(form.all("users")), problems: problems)
    }

    private static func course(
        _ courses: [Course], _ form: Form, optional: String?, _ problems: [Problem]
    ) -> SelectField {
        SelectField(
            "course", "Which course?", [("", optional ?? "Choose")] + courses.map { ($0.id.text, $0.name) },
            chosen: form.has("course")
                ? form["course"] : optional == nil && courses.count == 1 ? courses[0].id.text : "",
            problems: problems)
    }

    private static func day(_ id: String, _ label: String, _ form: Form, _ problems: [Problem]) -> TextField {
        TextField(id, label, value: form[id], type: "date", short: true, problems: problems)
    }

    // MARK: - Courses

    static func course(
        _ form: Form, now course: Course?, to link: String, back: Crumb, problems: [Problem] = []
    ) -> Page {
        let chosen: Set<String> =
            form.has("name")
            ? Set(form.all("is")) : Set([course?.counts ?? true ? "counts" : "", course?.isOver == true ? "over" : ""])
        var choices: [(value: String, text: String, small: String?)] = [
            ("counts", "It is what the policy asks", "Whoever has done it is trained, as the policy means it.")
        ]
        if course != nil { choices.append(("over", "It is over", "Nobody is trained in it any more.")) }
        return Page(
            course.map { "Change “\($0.name)”" } ?? "Add a course",
            lead: course == nil ? nil : "What was done before keeps the day on which it ends.", crumb: back,
            problems: problems, room: .policy,
            FormPage(
                to: link,
                [
                    .text(
                        TextField(
                            "name", "What it is called", value: form.has("name") ? form["name"] : course?.name ?? "",
                            autocomplete: "off", problems: problems)),
                    .text(
                        TextField(
                            "months", "For how many months it counts", hint: "Empty: for good. A year is 12.",
                            value: form.has("months") ? form["months"] : course?.months.map(String.init) ?? "",
                            autocomplete: "off", short: true, problems: problems)),
                    .choices(
                        ChoiceField("is", "What it is", several: true, choices, chosen: chosen, problems: problems)),
                ], button: course == nil ? "Add the course" : "Save", cancel: HeadAction("Not now", back.link)))
    }

    // MARK: - Sessions

    static func session(
        _ form: Form, courses: [Course], schools: [(slug: String, name: String)], everywhere: Bool, to link: String,
        back: Crumb, problems: [Problem] = []
    ) -> Page {
        let audiences = TrainingSession.Audience.allCases.map { ($0.rawValue, $0.title.capitalisedFirst, String?.none) }
        let places = (everywhere ? [("", "Everywhere")] : []) + schools.map { ($0.slug, $0.name) }
        return Page(
            "Arrange a session", lead: "A session or a briefing, held already or to be held.", crumb: back,
            problems: problems, room: .policy,
            FormPage(
                to: link,
                [
                    .text(
                        TextField(
                            "title", "What it is called", hint: "For example: Posting safely, for new staff.",
                            value: form["title"], autocomplete: "off", problems: problems)),
                    .text(day("on", "The day", form, problems)),
                    .choices(
                        ChoiceField(
                            "audiences", "Whom it is for", several: true, audiences,
                            chosen: Set(form.all("audiences")), problems: problems)),
                    .select(
                        course(courses, form, optional: "None: it is a briefing", problems)),
                ]
                    + (places.count < 2
                        ? []
                        : [.select(SelectField("school", "Where", places, chosen: form["school"], problems: problems))])
                    + [
                        .area(
                            TextField(
                                "about", "What it is about", hint: "May stay empty.", value: form["about"],
                                problems: problems))
                    ], button: "Put it on the register", cancel: HeadAction("Not now", back.link)))
    }

    static var examples: [Page] {
        let back = Crumb("Training", "/harbour-view/policy/training")
        let course = Course(id: Identifier("c1"), name: "Online safety", months: 12, counts: true)
        return [
            record(
                [("1", "Priya Nair", "Not trained")], courses: [course], Form(), to: back.link + "/records/new",
                newCourse: back.link + "/courses/new", back: back,
                problems: [Problem("users", "Choose who has done it")]),
            record(
                [], courses: [], Form(), to: back.link + "/records/new", newCourse: back.link + "/courses/new",
                back: back),
            Self.course(
                Form(), now: nil, to: back.link + "/courses/new", back: back,
                problems: [Problem("name", "Enter what the training is called")]),
            Self.course(Form(), now: course, to: back.link + "/courses/c1", back: back),
            session(
                Form(), courses: [course], schools: [("quay", "Quay School")], everywhere: true,
                to: back.link + "/sessions/new", back: back, problems: [Problem("audiences", "Choose whom it is for")]),
        ]
    }
}
