import Governance

/// What goes out, and what went, on a month's or a week's sheet.
struct CalendarPage: PageContent {
    let note: Note?
    let before: HeadAction
    let today: HeadAction
    let after: HeadAction
    let monthLink: String
    let weekLink: String
    let listLink: String
    let isMonth: Bool
    let label: String
    let month: [MonthDay]
    let week: [WeekDay]

    /// A square of the month; empty before the first and after the last.
    struct MonthDay: Shows {
        let weekday: String
        let number: String
        let isToday: Bool
        let isOff: Bool
        /// `INSET day`
        let small: String?
        let entries: [Entry]
        let isEmpty: Bool
        let isBlank: Bool
    }

    /// A line of the week.
    struct WeekDay: Shows {
        let name: String
        let date: String
        let entries: [Entry]
        let isEmpty: Bool
    }

    /// One placement of a post.
    struct Entry: Shows {
        let link: String
        let tone: Tone
        let icon: Icon
        let time: String
        let title: String
        let small: String
        let state: String
    }

    package static var examples: [Page] {
        let entry = { (time: String, title: String, state: PlacementState) in
            let tag = Tag(state)
            return Entry(
                link: "/harbour-view/posts/p1", tone: tag.tone, icon: tag.icon, time: time, title: title,
                small: "School Facebook", state: tag.text)
        }
        let lead = Array(repeating: MonthDay.blank, count: 6)
        let days = (1...30).map { number in
            MonthDay(
                weekday: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"][(number + 6) % 7], number: "\(number)",
                isToday: number == 20, isOff: number % 7 < 2, small: number == 27 ? "INSET day" : nil,
                entries: number == 20
                    ? [entry("17:00", "Model boat regatta", .returned), entry("18:00", "Choir at the quay", .expired)]
                    : number == 16 ? [entry("09:00", "Mock exams: dates", .published)] : [],
                isEmpty: number != 20 && number != 16, isBlank: false)
        }
        let page = { (isMonth: Bool, note: Note?) in
            CalendarPage(
                note: note,
                before: HeadAction(isMonth ? "October" : "Week before", "/harbour-view/calendar?month=2026-10"),
                today: HeadAction("Today", "/harbour-view/calendar"),
                after: HeadAction(isMonth ? "December" : "Week after", "/harbour-view/calendar?month=2026-12"),
                monthLink: "/harbour-view/calendar", weekLink: "/harbour-view/calendar?week=2026-11-20",
                listLink: "/harbour-view/posts", isMonth: isMonth, label: "November 2026",
                month: isMonth ? lead + days : [],
                week: isMonth
                    ? []
                    : [
                        WeekDay(
                            name: "Monday", date: "23 November",
                            entries: [entry("08:30", "Thank you to the lifeboat crew", .scheduled)], isEmpty: false),
                        WeekDay(name: "Tuesday", date: "24 November", entries: [], isEmpty: true),
                    ])
        }
        let actions = [HeadAction("Write a post", icon: .pen, "/harbour-view/posts/new", filled: true)]
        return [
            Page("November 2026", actions: actions, room: .calendar, page(true, nil)),
            Page(
                "Week of 23 November 2026", actions: actions, room: .calendar,
                page(
                    false,
                    Note(
                        .quiet, "Publishing is paused.", "Nothing goes out until it is resumed.", icon: .pause,
                        link: HeadAction("Why, and who resumes it", "/harbour-view/pause")))),
        ]
    }
}

extension CalendarPage.MonthDay {
    /// A square that belongs to no day of the month.
    static let blank = CalendarPage.MonthDay(
        weekday: "", number: "", isToday: false, isOff: true, small: nil, entries: [], isEmpty: true, isBlank: true)
}
