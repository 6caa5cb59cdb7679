import Governance

/// The bank holidays of one nation: when, and where that is announced.
struct BankHolidaysPage: PageContent {
    let lines: [Line]
    let anyLines: Bool
    let blank: Blank

    struct Line: Shows {
        let day: String
        let title: String
        let source: String
        /// Why it counts no more.
        let takenOut: String?
        let link: String?
    }

    package static var examples: [Page] {
        let page = { (some: Bool) in
            BankHolidaysPage(
                lines: some
                    ? [
                        Line(
                            day: "Friday 25 December 2026", title: "Christmas Day", source: "www.gov.uk/bank-holidays",
                            takenOut: nil, link: "/harbour-view/bank-holidays/england/2026-12-25"),
                        Line(
                            day: "Monday 4 May 2026", title: "Early May bank holiday",
                            source: "www.gov.uk/bank-holidays",
                            takenOut: "Moved to 8 May", link: nil),
                    ] : [], anyLines: some,
                blank: Blank("No bank holiday is on the list", "Add the days that are announced."))
        }
        return [true, false].map {
            Page(
                "Bank holidays in England", crumb: Crumb("Schools", "/harbour-view/schools"),
                tabs: [Tab("England", "/harbour-view/bank-holidays", current: true)], room: .schools, page($0))
        }
    }
}
