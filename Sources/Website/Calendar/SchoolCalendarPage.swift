import Governance

/// One school year of a school: a picture of it, its terms, half terms, INSET days and closures, and the bank holidays.
struct SchoolCalendarPage: PageContent {
    let notes: [Note]
    let facts: [Fact]
    let months: [Month]
    let groups: [Group]
    let holidays: [Line]
    let anyHolidays: Bool
    let noHolidays: String
    /// What can be done with it outside of Chaperone.
    let downloadLink: String
    let addressTo: String
    let addressOf: String
    let hasAddress: Bool

    /// A month of the picture; who listens hears the lists instead.
    struct Month: Shows {
        let name: String
        let days: [Square]
    }

    struct Square: Shows {
        let number: String
        /// How it is drawn: `day-term`, `day-half`, `day-inset`, `day-closed`, `day-bank`, `day-off` or nothing.
        let look: String
    }

    struct Group: Shows {
        let anchor: String
        let heading: String
        let says: String
        let lines: [Line]
        let anyLines: Bool
    }

    struct Line: Shows {
        let title: String
        let when: String
        let small: String?
        let links: [HeadAction]
    }

    package static var examples: [Page] {
        let line = Line(
            title: "Autumn term", when: "3 September to 18 December 2026", small: "70 school days",
            links: [HeadAction("Change", "/harbour-view/schools/quay/calendar/dates/1")])
        let groups = { (some: Bool) in
            [
                Group(
                    anchor: "term", heading: "Terms", says: "No term is known.", lines: some ? [line] : [],
                    anyLines: some)
            ]
        }
        let page = { (some: Bool) in
            SchoolCalendarPage(
                notes: [Note(.hold, "No term of this year is known.", "School days cannot be counted until one is.")],
                facts: [Fact("Nation", "England"), Fact("School days", "190")],
                months: [
                    Month(
                        name: "September 2026",
                        days: [Square(number: "", look: "day-none"), Square(number: "1", look: "day-inset")])
                ], groups: groups(some),
                holidays: some ? [Line(title: "Christmas Day", when: "Friday 25 December", small: nil, links: [])] : [],
                anyHolidays: some, noHolidays: "No bank holiday of this year is on the list.",
                downloadLink: "/harbour-view/schools/quay/calendar/download", addressTo: "/harbour-view/me/calendar",
                addressOf: "quay", hasAddress: !some)
        }
        return [
            Page(
                "190 school days in 2026/27", title: "Calendar of Quay School", eyebrow: "Quay School",
                crumb: Crumb("Schools", "/harbour-view/schools"), room: .schools, page(true)),
            Page(
                "Nothing is known of 2027/28", title: "Calendar of Quay School", eyebrow: "Quay School",
                crumb: Crumb("Schools", "/harbour-view/schools"), room: .schools, page(false)),
        ]
    }
}
