import Actions
import Governance

/// The year of an invented organisation: terms, half terms, INSET days and closures of each school, one day later in the
/// second, as schools of one trust differ.
struct DemoSchoolYear {
    let demo: DemoOrganisation
    let today: Day

    func perform(in organisation: Organisation, _ schools: [String: Identifier<School>], by actor: Governance.Actor)
        async throws
    {
        let year = SchoolYear(of: today, in: .england).first.year
        for (number, school) in demo.schools.enumerated() {
            guard let id = schools[school.slug] else { continue }
            for (kind, title, first, last) in dates(year, later: number % 2) {
                try await AddSchoolDates(kind, at: id, from: first, to: last, title: title)
                    .perform(in: organisation, by: actor)
            }
        }
        guard let flood = Day(year: year + 1, month: 6, day: 14)?.monday else { return }
        try await AddSchoolDates(
            .inset, at: nil, from: flood.adding(days: 4), to: flood.adding(days: 4),
            title: demo.schools.count > 1 ? "Training day of all schools" : "Training day"
        ).perform(in: organisation, by: actor)
    }

    /// By the weeks of the year, so that they fall on the right weekdays whenever it is looked at.
    private func dates(_ year: Int, later: Int) -> [(SchoolDates.Kind, String, Day, Day)] {
        let week = { (month: Int, day: Int, of: Int) in (Day(year: of, month: month, day: day) ?? today).monday }
        let (autumn, spring, summer) = (week(9, 7, year), week(1, 6, year + 1), week(4, 13, year + 1))
        let half = { (title: String, monday: Day) in
            (SchoolDates.Kind.halfTerm, title, monday, monday.adding(days: 4))
        }
        return [
            (.inset, "INSET: safeguarding", autumn.adding(days: later), autumn.adding(days: later)),
            (.term, "Autumn term", autumn.adding(days: 1 + later), week(12, 18, year).adding(days: 4)),
            half("Autumn half term", week(10, 27, year)),
            (
                .closure, "Closed between the years", week(12, 18, year).adding(days: 15),
                week(12, 18, year).adding(days: 17)
            ),
            (.inset, "INSET: first aid", spring, spring),
            (.term, "Spring term", spring.adding(days: 1), week(3, 25, year + 1).adding(days: 4)),
            half("Spring half term", week(2, 16, year + 1)),
            (.term, "Summer term", summer, week(7, 20, year + 1).adding(days: 2)),
            half("Summer half term", week(5, 30, year + 1)),
        ]
    }
}
