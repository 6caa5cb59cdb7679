import Governance

/// The form that gives the authority to speak for the school.
enum SpeakingForms {
    static func give(
        _ people: [(id: String, name: String)], places: [(slug: String, name: String)], courses: [Course],
        _ form: Form, to link: String, back: Crumb, problems: [Problem] = []
    ) -> Page {
        Page(
            "Give authority to speak", lead: "Until a day. Its holder and you are told before it ends.", crumb: back,
            problems: problems, room: .policy,
            FormPage(
                to: link,
                [
                    .select(
                        SelectField(
                            "user", "To whom?", [("", "Choose")] + people.map { ($0.id, $0.name) },
                            chosen: form["user"], problems: problems))
                ]
                    + (places.count < 2
                        ? []
                        : [
                            .select(
                                SelectField(
                                    "school", "For which school?", [("", "Choose")] + places.map { ($0.slug, $0.name) },
                                    chosen: form["school"], problems: problems))
                        ])
                    + [
                        .text(
                            TextField(
                                "until", "Until, and including", hint: "The last day, two years from now at most.",
                                value: form["until"], type: "date", short: true, problems: problems)),
                        .select(
                            SelectField(
                                "course", "After which training?", hint: "Until it is on record they only propose.",
                                [("", "None")] + courses.map { ($0.id.text, $0.name) }, chosen: form["course"],
                                problems: problems)),
                        .area(
                            TextField(
                                "why", "What do they speak about, and why?",
                                hint: "One sentence. It goes on the record.",
                                value: form["why"], problems: problems)),
                    ], button: "Give authority", cancel: HeadAction("Not now", back.link)))
    }

    static var examples: [Page] {
        let back = Crumb("Authority to speak", "/harbour-view/policy/speaking")
        return [
            give(
                [("1", "Priya Nair")], places: [("*", "Every school"), ("quay", "Quay School")],
                courses: [Course(id: Identifier("c1"), name: "Online safety", months: 12, counts: true)], Form(),
                to: back.link + "/new", back: back, problems: [Problem("until", "Choose the last day")])
        ]
    }
}
