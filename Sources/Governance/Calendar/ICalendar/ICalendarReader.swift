/// What a calendar file holds, as far as a school's calendar needs it: its events by their days.
package struct ICalendarFile: Sendable, Equatable {
    package var events: [Event]
    package var held: [Held]

    package init(events: [Event], held: [Held]) {
        self.events = events
        self.held = held
    }

    package struct Event: Sendable, Equatable {
        /// The line where it begins.
        package var line: Int
        package var uid: String?
        package var title: String
        package var first: Day
        package var last: Day
    }

    /// An event that is not taken, with the reason.
    package struct Held: Sendable, Equatable, Codable {
        package var line: Int
        package var title: String
        package var says: String

        package init(line: Int, title: String, says: String) {
            self.line = line
            self.title = title
            self.says = says
        }
    }

    /// The most that a file may hold.
    package static let mostBytes = 1 << 20
    package static let mostEvents = 2_000
    static let longestLine = 20_000
    static let deepest = 6
}

/// A file that is no calendar, or that is not to be trusted; nothing of it is taken.
package struct ICalendarTrouble: Error, Equatable {
    package let says: String
}

/// Reads iCalendar (RFC 5545) from outside, in one pass, within bounds; every refusal names its line.
package enum ICalendarReader {
    package static func read(_ bytes: [UInt8]) throws(ICalendarTrouble) -> ICalendarFile {
        guard bytes.count <= ICalendarFile.mostBytes else {
            throw ICalendarTrouble(says: "The file is larger than 1 MB. Export one school year at a time")
        }
        let lines = try unfolded(bytes)
        guard let first = lines.first, first.name == "BEGIN", first.value.uppercased() == "VCALENDAR" else {
            throw ICalendarTrouble(
                says:
                    "This is no calendar file: its first line is not BEGIN:VCALENDAR. Export the calendar as iCalendar (.ics)"
            )
        }
        var reading = ICalendarReading()
        for line in lines { try reading.take(line) }
        guard reading.isOver else {
            throw ICalendarTrouble(
                says:
                    "The file stops at line \(lines.last?.number ?? 1) before its end: it was cut off. Export it again")
        }
        return ICalendarFile(events: reading.events, held: reading.held)
    }

    private static func unfolded(_ bytes: [UInt8]) throws(ICalendarTrouble) -> [ICalendarLine] {
        var lines: [ICalendarLine] = []
        var current: [UInt8] = []
        var begins = 1
        var number = 0
        var rest = bytes[...]
        if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
        for raw in rest.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            number += 1
            let raw = raw.last == UInt8(ascii: "\r") ? raw.dropLast() : raw
            guard !raw.contains(0) else {
                throw ICalendarTrouble(says: "Line \(number) holds a null byte, so this is no text. Export it again")
            }
            if let first = raw.first, first == UInt8(ascii: " ") || first == UInt8(ascii: "\t") {
                current += raw.dropFirst()
                guard current.count <= ICalendarFile.longestLine else {
                    throw ICalendarTrouble(
                        says: "Line \(begins) is longer than \(ICalendarFile.longestLine) characters. Export it again")
                }
                continue
            }
            if let line = try line(current, begins) { lines.append(line) }
            guard raw.count <= ICalendarFile.longestLine else {
                throw ICalendarTrouble(
                    says: "Line \(number) is longer than \(ICalendarFile.longestLine) characters. Export it again")
            }
            current = Array(raw)
            begins = number
        }
        if let line = try line(current, begins) { lines.append(line) }
        return lines
    }

    private static func line(_ bytes: [UInt8], _ number: Int) throws(ICalendarTrouble) -> ICalendarLine? {
        guard !bytes.isEmpty else { return nil }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw ICalendarTrouble(says: "Line \(number) is not written in UTF-8. Export it again")
        }
        guard let line = ICalendarLine(text, number: number) else {
            throw ICalendarTrouble(
                says: number == 1
                    ? "This is no calendar file: its first line is not BEGIN:VCALENDAR. Export the calendar as iCalendar (.ics)"
                    : "Line \(number) is no line of a calendar: it has no colon. Export it again")
        }
        return line
    }
}
