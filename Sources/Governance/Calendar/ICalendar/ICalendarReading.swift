import Foundation

/// The state of reading: which component is open, and what its event says so far.
struct ICalendarReading {
    private(set) var events: [ICalendarFile.Event] = []
    private(set) var held: [ICalendarFile.Held] = []
    private(set) var isOver = false
    private var open: [String] = []
    private var event: Event?

    private struct Event {
        let line: Int
        var uid: String?
        var title = ""
        var start: Moment?
        var end: Moment?
        var days: Int?
        var trouble: String?
        var isCancelled = false
    }

    /// A day, and for a time the instant's place in it.
    private struct Moment {
        let day: Day
        let isWholeDay: Bool
        let isMidnight: Bool
    }

    mutating func take(_ line: ICalendarLine) throws(ICalendarTrouble) {
        switch line.name {
        case "BEGIN": try begin(line.value.uppercased(), line)
        case "END": try end(line.value.uppercased(), line)
        default:
            guard open.last == "VEVENT", var event else { return }
            note(line, &event)
            self.event = event
        }
    }

    private mutating func begin(_ name: String, _ line: ICalendarLine) throws(ICalendarTrouble) {
        guard open.count < ICalendarFile.deepest else {
            throw ICalendarTrouble(says: "Line \(line.number) opens one part too many inside others. Export it again")
        }
        guard !open.contains("VEVENT") || name != "VEVENT" else {
            throw ICalendarTrouble(says: "Line \(line.number) begins an event inside another. Export it again")
        }
        open.append(name)
        if name == "VEVENT" { event = Event(line: line.number) }
    }

    private mutating func end(_ name: String, _ line: ICalendarLine) throws(ICalendarTrouble) {
        guard open.last == name else {
            throw ICalendarTrouble(
                says: "Line \(line.number) ends \(name.prefix(40)), which is not open there. Export it again")
        }
        open.removeLast()
        if open.isEmpty { isOver = true }
        guard name == "VEVENT", let event else { return }
        self.event = nil
        guard events.count + held.count < ICalendarFile.mostEvents else {
            throw ICalendarTrouble(
                says: "Line \(line.number): the file holds more than \(ICalendarFile.mostEvents) events. "
                    + "Export one school year at a time")
        }
        close(event)
    }

    private mutating func close(_ event: Event) {
        if event.isCancelled { return }
        let title = String(event.title.prefix(SchoolDates.longestTitle))
        let hold = { (says: String) in
            ICalendarFile.Held(line: event.line, title: title.isEmpty ? "Without a title" : title, says: says)
        }
        if let trouble = event.trouble { return held.append(hold(trouble)) }
        guard !title.isEmpty else { return held.append(hold("It has no title (SUMMARY)")) }
        guard let start = event.start else { return held.append(hold("It has no first day (DTSTART)")) }
        var last = start.day
        if let days = event.days { last = start.day.adding(days: max(days, 1) - 1) }
        if let end = event.end {
            // the end is the first day, or the midnight, after it
            let isAfter = (end.isWholeDay || end.isMidnight) && end.day > start.day
            last = isAfter ? end.day.adding(days: -1) : end.day
        }
        guard last >= start.day else { return held.append(hold("It ends before it begins")) }
        guard SchoolDates.years.contains(start.day.year), SchoolDates.years.contains(last.year) else {
            return held.append(hold("Its year \(start.day.year) cannot be right"))
        }
        events.append(
            ICalendarFile.Event(line: event.line, uid: event.uid, title: title, first: start.day, last: last))
    }

    private func note(_ line: ICalendarLine, _ event: inout Event) {
        switch line.name {
        case "UID": event.uid = line.value.isEmpty ? nil : String(line.value.prefix(255))
        case "SUMMARY": event.title = line.text
        case "STATUS": event.isCancelled = line.value.uppercased() == "CANCELLED"
        case "RRULE", "RDATE":
            event.trouble = "It repeats (line \(line.number)). Enter its days by hand"
        case "RECURRENCE-ID":
            event.trouble = "It is one of a row that repeats (line \(line.number)). Enter its days by hand"
        case "DTSTART":
            event.start = moment(line)
            if event.start == nil { event.trouble = unreadable(line) }
        case "DTEND":
            event.end = moment(line)
            if event.end == nil { event.trouble = unreadable(line) }
        case "DURATION":
            event.days = days(line.value.uppercased())
            if event.days == nil { event.trouble = unreadable(line) }
        default: break
        }
    }

    private func unreadable(_ line: ICalendarLine) -> String {
        "“\(line.value.prefix(40))” in line \(line.number) is no day that can be read"
    }

    /// `20260901`, `20260901T083000`, `20260901T083000Z`; the day is the one on the clock in London.
    private func moment(_ line: ICalendarLine) -> Moment? {
        let value = line.value
        guard value.utf8.count >= 8, value.utf8.prefix(8).allSatisfy({ (48...57).contains($0) }) else { return nil }
        let digits = Array(value.prefix(8))
        guard let day = Day("\(String(digits[0..<4]))-\(String(digits[4..<6]))-\(String(digits[6..<8]))") else {
            return nil
        }
        let time = value.dropFirst(8)
        if time.isEmpty { return Moment(day: day, isWholeDay: true, isMidnight: true) }
        let isUTC = time.hasSuffix("Z")
        let clock = time.dropFirst().prefix(6)
        guard time.first == "T", clock.count == 6, time.count == (isUTC ? 8 : 7),
            clock.utf8.allSatisfy({ (48...57).contains($0) }), let hour = Int(clock.prefix(2)),
            let minute = Int(clock.dropFirst(2).prefix(2)), hour < 24, minute < 60
        else { return nil }
        guard isUTC else { return Moment(day: day, isWholeDay: false, isMidnight: hour == 0 && minute == 0) }
        let instant = day.start(in: .gmt) + Double(hour * 3600 + minute * 60)
        let here = Day(of: instant)
        return Moment(day: here, isWholeDay: false, isMidnight: here.start() == instant)
    }

    /// Whole days of `P5D`, `P1W` or `PT6H30M`; a part of a day is one.
    private func days(_ value: String) -> Int? {
        guard value.first == "P", value.count <= 12 else { return nil }
        let body = value.dropFirst()
        if body.first == "T" { return body.count > 2 ? 1 : nil }
        guard let unit = body.first(where: { !$0.isNumber }), let count = Int(body.prefix { $0.isNumber }),
            count <= 5_000
        else { return nil }
        switch unit {
        case "D": return count
        case "W": return count * 7
        default: return nil
        }
    }
}
