/// What a calendar file would change, as its trial showed it; confirmed, exactly this is done.
package struct CalendarTrial: Sendable, Equatable, Codable {
    package var id: Identifier<CalendarTrial>
    package var lines: [Line]
    package var held: [ICalendarFile.Held]
    /// What stands here already.
    package var same: Int
    package var notNeeded: Int
    /// What an earlier file brought, lies in the days of this one, and is not in it. It stays unless it is ticked.
    package var gone: [SchoolDates]

    package struct Line: Sendable, Equatable, Codable {
        /// Of the file.
        package var line: Int
        package var dates: SchoolDates
        /// Whether it changes what is here; else it is new.
        package var isChange: Bool

        package init(line: Int, dates: SchoolDates, isChange: Bool) {
            self.line = line
            self.dates = dates
            self.isChange = isChange
        }
    }

    package init(
        id: Identifier<CalendarTrial>, _ reading: SchoolDatesReading, for school: Identifier<School>,
        beside known: [SchoolDates], fresh: () -> Identifier<SchoolDates>
    ) {
        self.id = id
        lines = []
        held = reading.held
        same = 0
        notNeeded = reading.notNeeded
        let own = known.filter { $0.school == school }
        var met: Set<String> = []
        for found in reading.found {
            var dates = SchoolDates(
                id: fresh(), school: school, kind: found.kind, first: found.first, last: found.last,
                title: found.title, uid: found.uid)
            let named = found.uid.flatMap { uid in own.first { $0.uid == uid } }
            let alike = known.first {
                $0.kind == found.kind && $0.first == found.first && $0.last == found.last && named == nil
            }
            if let before = named ?? alike {
                met.insert(before.id.text)
                dates.id = before.id
                if before.isSame(as: dates) || named == nil {
                    same += 1
                    continue
                }
            }
            let others = known.filter { $0.id != dates.id } + lines.map(\.dates)
            if let other = others.first(where: dates.clashes) {
                held.append(
                    ICalendarFile.Held(
                        line: found.line, title: found.title,
                        says: "It overlaps with “\(other.title)”, from \(other.first.inWords) to \(other.last.inWords)")
                )
                met.insert(dates.id.text)
                continue
            }
            lines.append(Line(line: found.line, dates: dates, isChange: named != nil))
        }
        let first = reading.found.map(\.first).min()
        let last = reading.found.map(\.last).max()
        gone = own.filter { old in
            guard let first, let last, old.uid != nil, !met.contains(old.id.text) else { return false }
            return old.first <= last && first <= old.last
        }
        held.sort { $0.line < $1.line }
    }

    package var changesNothing: Bool { lines.isEmpty && gone.isEmpty }
}
