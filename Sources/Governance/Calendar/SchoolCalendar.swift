/// One school's days: which are worked, and on which of them pupils are in. A school day, a working day and a day of the
/// calendar are three different units.
package struct SchoolCalendar: Sendable, Equatable {
    package var nation: Nation
    /// Where a council has its own local holidays, the nation's are worked.
    package var keepsBankHolidays: Bool
    /// Of the nation; those that were taken out are not among them.
    package var bankHolidays: [Day: String]
    /// The school's own and the whole organisation's, by their first day.
    package var dates: [SchoolDates]

    package init(
        nation: Nation, keepsBankHolidays: Bool = true, bankHolidays: [Day: String] = [:], dates: [SchoolDates] = []
    ) {
        self.nation = nation
        self.keepsBankHolidays = keepsBankHolidays
        self.bankHolidays = bankHolidays
        self.dates = dates
    }

    /// Monday to Friday, no bank holiday that the school keeps, and the school is not shut. INSET days and the holidays
    /// of pupils are worked.
    package func isWorkingDay(_ day: Day) -> Bool {
        isOfficeDay(day) && !isIn(.closure, day)
    }

    /// The same without the school's own closures: what a policy calls the next working day when it says nothing else.
    package func isOfficeDay(_ day: Day) -> Bool {
        day.weekday <= 5 && !(keepsBankHolidays && bankHolidays[day] != nil)
    }

    /// A working day of a term, no half term and no INSET day: pupils are in.
    package func isSchoolDay(_ day: Day) -> Bool {
        isWorkingDay(day) && isIn(.term, day) && !isIn(.halfTerm, day) && !isIn(.inset, day)
    }

    /// The day itself when it is worked, else the next that is. A calendar that is shut for years stays where it is.
    package func workingDay(onOrAfter day: Day) -> Day { next(from: day, isWorkingDay) ?? day }

    /// The so manieth working day after a day.
    package func workingDay(_ count: Int, after day: Day) -> Day? { step(count, after: day, isWorkingDay) }

    /// The so manieth day after it on which pupils are in; nil when the terms that are known do not reach so far.
    package func schoolDay(_ count: Int, after day: Day) -> Day? { step(count, after: day, isSchoolDay) }

    /// How many days pupils are in, from one day to another, both counted.
    package func schoolDays(from first: Day, to last: Day) -> Int {
        var count = 0
        var day = first
        while day <= last {
            if isSchoolDay(day) { count += 1 }
            day = day.adding(days: 1)
        }
        return count
    }

    /// What is to be known of a day besides its weekday: `INSET: Safeguarding`; nil for an ordinary one.
    package func note(on day: Day) -> String? {
        if let closure = first(.closure, day) { return closure.title }
        if keepsBankHolidays, let holiday = bankHolidays[day] { return holiday }
        if let inset = first(.inset, day) { return inset.title }
        if let half = first(.halfTerm, day) { return half.title }
        return nil
    }

    private func isIn(_ kind: SchoolDates.Kind, _ day: Day) -> Bool { first(kind, day) != nil }

    private func first(_ kind: SchoolDates.Kind, _ day: Day) -> SchoolDates? {
        dates.first { $0.kind == kind && $0.contains(day) }
    }

    private func next(from day: Day, _ isOne: (Day) -> Bool) -> Day? {
        var day = day
        for _ in 0..<Self.farthest {
            if isOne(day) { return day }
            day = day.adding(days: 1)
        }
        return nil
    }

    private func step(_ count: Int, after day: Day, _ isOne: (Day) -> Bool) -> Day? {
        var day = day
        for _ in 0..<count {
            guard let found = next(from: day.adding(days: 1), isOne) else { return nil }
            day = found
        }
        return day
    }

    /// How many days are looked at for one that counts: longer than any holidays.
    private static let farthest = 500
}
