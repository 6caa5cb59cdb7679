import Governance

/// The addresses at which one's calendar program asks: for one's deadlines, and for schools' calendars.
struct MyCalendarPage: PageContent {
    /// Of one that was made just now; shown once.
    let fresh: Fresh?
    let lines: [Line]
    let to: String
    let download: String

    struct Fresh: Shows {
        let what: String
        let link: String
    }

    struct Line: Shows {
        let title: String
        /// Where it is seen here.
        let link: String
        let small: String
        /// `tasks`, or the short name of a school.
        let of: String
        let isMade: Bool
        let to: String
    }

    package static var examples: [Page] {
        [
            Page(
                "In your own calendar", crumb: Crumb("My page", "/harbour-view/me"), room: .me,
                MyCalendarPage(
                    fresh: Fresh(
                        what: "My deadlines",
                        link: "https://chaperone.harbourview.example/harbour-view/calendar-address/3k9…/chaperone.ics"),
                    lines: [
                        Line(
                            title: "My deadlines", link: "/harbour-view", small: "Made on 20 November 2026",
                            of: "tasks", isMade: true,
                            to: "/harbour-view/me/calendar"),
                        Line(
                            title: "Quay School", link: "/harbour-view/schools/quay/calendar", small: "No address yet",
                            of: "quay", isMade: false,
                            to: "/harbour-view/me/calendar"),
                    ], to: "/harbour-view/me/calendar", download: "/harbour-view/me/calendar/download"))
        ]
    }
}
