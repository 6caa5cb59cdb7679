import Foundation

/// A calendar for other programs to read (RFC 5545): whole days, each event with a name that stays the same.
package struct ICalendarWriter: Sendable {
    package struct Entry: Sendable {
        /// Stays the same as long as the thing does; without personal data.
        package var uid: String
        package var title: String
        package var about: String?
        package var first: Day
        package var last: Day

        package init(uid: String, title: String, about: String? = nil, first: Day, last: Day) {
            self.uid = uid
            self.title = title
            self.about = about
            self.first = first
            self.last = last
        }
    }

    package let name: String
    package let entries: [Entry]

    package init(name: String, _ entries: [Entry]) {
        self.name = name
        self.entries = entries
    }

    /// - Parameter now: when it was written.
    package func bytes(at now: Date) -> [UInt8] {
        var lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Chaperone//Calendar//EN", "CALSCALE:GREGORIAN",
            "METHOD:PUBLISH", "X-WR-CALNAME:\(Self.escaped(name))", "X-WR-TIMEZONE:Europe/London",
            "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
        ]
        let stamp = Self.stamp(now)
        for entry in entries {
            lines += [
                "BEGIN:VEVENT", "UID:\(Self.escaped(entry.uid))", "DTSTAMP:\(stamp)",
                "DTSTART;VALUE=DATE:\(Self.digits(entry.first))",
                "DTEND;VALUE=DATE:\(Self.digits(entry.last.adding(days: 1)))",
                "SUMMARY:\(Self.escaped(entry.title))",
            ]
            if let about = entry.about { lines.append("DESCRIPTION:\(Self.escaped(about))") }
            lines += ["TRANSP:TRANSPARENT", "END:VEVENT"]
        }
        lines.append("END:VCALENDAR")
        return lines.flatMap(Self.folded)
    }

    /// 3.3.11: a backslash before what would end the text.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for sign in text.unicodeScalars {
            switch sign {
            case "\\", ";", ",": escaped += "\\" + String(sign)
            case "\n": escaped += "\\n"
            default: if sign.properties.generalCategory != .control { escaped.unicodeScalars.append(sign) }
            }
        }
        return escaped
    }

    /// 3.1: at most 75 octets a line, never within a sign; the rest goes on after a line end and a space.
    static func folded(_ line: String) -> [UInt8] {
        var bytes: [UInt8] = []
        var width = 0
        for sign in line.unicodeScalars {
            let octets = Array(String(sign).utf8)
            if width + octets.count > 75 {
                bytes += [13, 10, 32]
                width = 1
            }
            bytes += octets
            width += octets.count
        }
        return bytes + [13, 10]
    }

    private static func digits(_ day: Day) -> String { "\(day)".filter { $0 != "-" } }

    private static func stamp(_ instant: Date) -> String {
        let day = Day(of: instant, in: .gmt)
        let seconds = Int(instant.timeIntervalSince(day.start(in: .gmt)))
        let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
        return "\(digits(day))T\(two(seconds / 3600))\(two(seconds / 60 % 60))\(two(seconds % 60))Z"
    }
}
