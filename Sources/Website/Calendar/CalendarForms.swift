import Foundation
import Governance

/// The forms of a school's calendar.
enum CalendarForms {
    static func dates(
        _ form: Form, now dates: SchoolDates?, school: String, mayAll: Bool, to link: String, out: String? = nil,
        back: Crumb, problems: [Problem] = []
    ) -> Page {
        let isTyped = form.has("title")
        let value = { (field: String, now: String?) in isTyped ? form[field] : now ?? "" }
        let place: [FormPage.Part] =
            dates == nil && mayAll
            ? [
                .choices(
                    ChoiceField(
                        "where", "Where?", [("school", school, nil), ("all", "Every school", nil)],
                        chosen: [isTyped ? form["where"] : "school"], problems: problems))
            ] : []
        return Page(
            dates.map { "Change “\($0.title)”" } ?? "Add days to the calendar", crumb: back, problems: problems,
            room: .schools,
            FormPage(
                to: link,
                place + [
                    .choices(
                        ChoiceField(
                            "kind", "What are they?",
                            [
                                ("term", "A term", "Pupils are in."),
                                ("half-term", "A half term", "Pupils are away; the office works."),
                                ("inset", "INSET", "Staff are in, pupils are not."),
                                ("closure", "A closure", "Nobody works: deadlines move past it."),
                            ], chosen: [value("kind", dates?.kind.rawValue)], problems: problems)),
                    .text(
                        TextField(
                            "title", "What it is called", hint: "Such as Autumn term. Never a child’s name.",
                            value: value("title", dates?.title), autocomplete: "off", problems: problems)),
                    .text(
                        TextField(
                            "first", "First day", value: value("first", dates.map { "\($0.first)" }), type: "date",
                            short: true, problems: problems)),
                    .text(
                        TextField(
                            "last", "Last day, and including", hint: "Empty: the one day alone.",
                            value: value("last", dates.map { $0.last == $0.first ? "" : "\($0.last)" }), type: "date",
                            short: true, problems: problems)),
                ] + (out == nil ? [] : [.said("It can also be taken out: the link stands below the button.")]),
                button: dates == nil ? "Add them" : "Save",
                cancel: out.map { HeadAction("Take it out", $0) } ?? HeadAction("Not now", back.link)))
    }

    static func nation(
        _ calendar: SchoolCalendar, _ form: Form, school: String, to link: String, back: Crumb,
        problems: [Problem] = []
    ) -> Page {
        let isTyped = form.has("nation")
        let kept = isTyped ? form["kept"] : calendar.keepsBankHolidays ? "yes" : "no"
        return Page(
            "In which nation is \(school)?",
            lead: "It decides which bank holidays count, and when a school year begins.",
            crumb: back, problems: problems, room: .schools,
            FormPage(
                to: link,
                [
                    .select(
                        SelectField(
                            "nation", "Nation", Nation.allCases.map { ($0.rawValue, $0.title) },
                            chosen: isTyped ? form["nation"] : calendar.nation.rawValue, problems: problems)),
                    .choices(
                        ChoiceField(
                            "kept", "Does it keep the nation’s bank holidays?",
                            [
                                ("yes", "Yes", nil),
                                ("no", "No, local holidays", "Enter those as closures. Many schools in Scotland do."),
                            ], chosen: [kept], problems: problems)),
                ], button: "Save", cancel: HeadAction("Not now", back.link)))
    }

    static func file(to link: String, back: Crumb, problems: [Problem] = []) -> Page {
        Page(
            "Bring in the school’s calendar", lead: "First a trial run. Nothing is saved until you confirm it.",
            crumb: back, problems: problems, room: .schools,
            FormPage(
                to: link,
                [
                    .file(
                        TextField(
                            "file", "The calendar file",
                            hint:
                                "iCalendar, a file that ends in .ics, as the school’s website or MIS exports it. At most 1 MB.",
                            type: "file", problems: problems))
                ], button: "Try the file", cancel: HeadAction("Not now", back.link),
                more: FormPage.More(
                    "What is read, and what is not",
                    [
                        "Terms, half terms, INSET days and closures, by their titles: “Autumn term”, “Term ends”, "
                            + "“INSET day”, “School closed”.",
                        "Everything else is not needed and not kept: concerts, meetings, who is invited. Bank holidays "
                            + "are known already.",
                        "The same file again changes nothing. What an earlier file brought and this one has no more "
                            + "stays, unless you tick it.",
                    ])))
    }

    static func bankHoliday(
        _ nation: Nation, _ form: Form, to link: String, back: Crumb, problems: [Problem] = []
    ) -> Page {
        Page(
            "Add a bank holiday", lead: "For a day that is proclaimed or moved. Open deadlines are counted anew.",
            crumb: back, problems: problems, room: .schools,
            FormPage(
                to: link,
                [
                    .select(
                        SelectField(
                            "nation", "Nation", Nation.allCases.map { ($0.rawValue, $0.title) },
                            chosen: form.has("nation") ? form["nation"] : nation.rawValue, problems: problems)),
                    .text(
                        TextField("day", "Day", value: form["day"], type: "date", short: true, problems: problems)),
                    .text(
                        TextField(
                            "title", "What it is called", value: form["title"], autocomplete: "off", problems: problems)
                    ),
                    .text(
                        TextField(
                            "source", "Where it is announced", hint: "Such as www.gov.uk/bank-holidays, with the day.",
                            value: form["source"], autocomplete: "off", problems: problems)),
                ], button: "Add it", cancel: HeadAction("Not now", back.link)))
    }

    static var examples: [Page] {
        let back = Crumb("Calendar", "/harbour-view/schools/quay/calendar")
        let term = SchoolDates(
            id: Identifier("1"), school: nil, kind: .term, first: Day("2026-09-03") ?? Day(of: .distantPast),
            last: Day("2026-12-18") ?? Day(of: .distantPast), title: "Autumn term")
        return [
            dates(
                Form(), now: nil, school: "Quay School", mayAll: true, to: back.link + "/new", back: back,
                problems: [Problem("title", "Enter what it is called"), Problem("kind", "Choose what they are")]),
            dates(
                Form(), now: term, school: "Quay School", mayAll: true, to: back.link + "/dates/1",
                out: back.link + "/dates/1/end", back: back),
            nation(
                SchoolCalendar(nation: .scotland, keepsBankHolidays: false), Form(), school: "Quay School",
                to: back.link + "/nation", back: back),
            file(
                to: back.link + "/file", back: back,
                problems: [Problem("file", "The file stops at line 12 before its end: it was cut off. Export it again")]
            ),
            bankHoliday(.england, Form(), to: "/harbour-view/bank-holidays/new", back: back),
        ]
    }
}
