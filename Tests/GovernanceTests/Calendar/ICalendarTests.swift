import Foundation
import Testing

@testable import Governance

/// What schools publish as iCalendar, and what somebody could send instead.
@Suite struct ICalendarTests {
    private func read(_ events: String) throws -> SchoolDatesReading {
        SchoolDatesReading(
            try ICalendarReader.read(
                Array("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n\(events)END:VCALENDAR\r\n".utf8)))
    }

    private func event(_ title: String, _ first: String, _ end: String? = nil, uid: String = "") -> String {
        "BEGIN:VEVENT\r\nSUMMARY:\(title)\r\nDTSTART;VALUE=DATE:\(first)\r\n"
            + (end.map { "DTEND;VALUE=DATE:\($0)\r\n" } ?? "") + (uid.isEmpty ? "" : "UID:\(uid)\r\n")
            + "END:VEVENT\r\n"
    }

    private func refusal(_ text: String) -> String {
        do throws(ICalendarTrouble) {
            _ = try ICalendarReader.read(Array(text.utf8))
            return "taken"
        } catch { return error.says }
    }

    @Test func spansAreTakenByTheirTitles() throws {
        let reading = try read(
            event("Autumn Term", "20260903", "20261219") + event("Half term holiday", "20261026", "20261031")
                + event("INSET Day", "20260902") + event("School closed: Eid", "20270310", "20270311")
                + event("Christmas Holiday", "20261219", "20270104") + event("Summer fair", "20270612"))
        #expect(reading.held.isEmpty)
        #expect(reading.notNeeded == 2)
        #expect(
            reading.found.map { "\($0.kind.rawValue) \($0.first) \($0.last)" } == [
                "inset 2026-09-02 2026-09-02", "term 2026-09-03 2026-12-18", "half-term 2026-10-26 2026-10-30",
                "closure 2027-03-10 2027-03-10",
            ])
    }

    @Test func theTwoEndsOfATermMakeOneAndALonelyEndIsHeld() throws {
        let reading = try read(
            event("Spring term begins", "20270104") + event("Last day of term", "20270326")
                + event("Summer term starts", "20270412"))
        #expect(reading.found.map(\.title) == ["Spring term"])
        #expect(reading.found.map { "\($0.first) \($0.last)" } == ["2027-01-04 2027-03-26"])
        #expect(reading.held.map(\.says) == ["It begins a term, and no line says when that ends"])
    }

    @Test func foldedLinesEscapesAndTimesAreRead() throws {
        let reading = try read(
            "BEGIN:VEVENT\r\nSUMMARY:INSET day\\, all st\r\n aff\\; by bus\r\nDTSTART:20261019T073000Z\r\n"
                + "DTEND:20261019T150000Z\r\nBEGIN:VALARM\r\nSUMMARY:Not this\r\nEND:VALARM\r\nEND:VEVENT\r\n"
                + "BEGIN:VEVENT\r\nSUMMARY:INSET day two\r\nDTSTART;TZID=Europe/London:20261120T090000\r\n"
                + "DURATION:P2D\r\nEND:VEVENT\r\n")
        #expect(reading.found.map(\.title) == ["INSET day, all staff; by bus", "INSET day two"])
        #expect(
            reading.found.map { "\($0.first) \($0.last)" } == [
                "2026-10-19 2026-10-19", "2026-11-20 2026-11-21",
            ])
    }

    @Test func whatCannotBeTakenIsHeldWithItsLineAndWhy() throws {
        let reading = try read(
            "BEGIN:VEVENT\r\nSUMMARY:INSET\r\nDTSTART;VALUE=DATE:20260901\r\nRRULE:FREQ=WEEKLY\r\nEND:VEVENT\r\n"
                + event("INSET", "20269901") + event("INSET", "20260905", "20260901") + event("", "20260901")
                + event("Autumn term", "20260901", "20290101") + event("Spring term", "20270104", "20270106")
                + event("INSET a", "20260901", uid: "x") + event("INSET b", "20260902", uid: "x"))
        #expect(reading.found.isEmpty)
        #expect(reading.held.map(\.line) == [3, 8, 12, 17, 21, 26, 31, 36])
        #expect(reading.held[0].says == "It repeats (line 6). Enter its days by hand")
        #expect(reading.held[1].says == "“20269901” in line 10 is no day that can be read")
        #expect(reading.held[2].says == "It ends before it begins")
    }

    @Test func hostileFilesAreRefusedByTheNameOfTheirLine() {
        #expect(refusal("<html>\n<body>").hasPrefix("This is no calendar file"))
        #expect(refusal("ref,given\n1,Ann\n").hasPrefix("This is no calendar file"))
        #expect(refusal("").hasPrefix("This is no calendar file"))
        #expect(refusal("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x\n").contains("stops at line 3"))
        #expect(refusal("BEGIN:VCALENDAR\nEND:VEVENT\n").contains("Line 2 ends VEVENT"))
        #expect(refusal("BEGIN:VCALENDAR\nSUMMARY:a\0b\nEND:VCALENDAR\n").contains("Line 2 holds a null byte"))
        #expect(refusal("BEGIN:VCALENDAR\nnonsense\nEND:VCALENDAR\n").contains("Line 2 is no line"))
        let deep = "BEGIN:VCALENDAR\n" + String(repeating: "BEGIN:X\n", count: 20)
        #expect(refusal(deep).contains("Line 7 opens one part too many"))
        let long = "BEGIN:VCALENDAR\nSUMMARY:" + String(repeating: "a", count: 30_000) + "\nEND:VCALENDAR\n"
        #expect(refusal(long).contains("Line 2 is longer than"))
        let folded = "BEGIN:VCALENDAR\nSUMMARY:a\n" + String(repeating: " aaaaaaaaaaaaaaaaaaa\n", count: 2_000)
        #expect(refusal(folded + "END:VCALENDAR\n").contains("Line 2 is longer than"))
        let many = String(repeating: "BEGIN:VEVENT\nEND:VEVENT\n", count: 2_001)
        #expect(refusal("BEGIN:VCALENDAR\n" + many + "END:VCALENDAR\n").contains("more than 2000 events"))
        #expect(refusal(String(repeating: "A:b\n", count: 300_000)).contains("larger than 1 MB"))
        #expect((try? ICalendarReader.read([0x42, 0x3A, 0xFF, 0xFE, 0x0A])) == nil)
    }

    @Test func whatIsWrittenIsReadBackTheSame() throws {
        let day = { (text: String) in try #require(Day(text)) }
        let title = "INSET: “Safeguarding, part 1; all” \\ für alle \u{1F600} " + String(repeating: "é", count: 60)
        let bytes = ICalendarWriter(
            name: "Quay, School",
            [
                .init(
                    uid: "one@x.chaperone", title: title, about: "Staff\nonly", first: try day("2026-10-30"),
                    last: try day("2026-11-01")),
                .init(
                    uid: "two@x.chaperone", title: "Autumn term", first: try day("2026-09-01"),
                    last: try day("2026-12-18")),
            ]
        ).bytes(at: Date(timeIntervalSince1970: 1_795_255_200))
        let text = String(decoding: bytes, as: UTF8.self)
        for line in bytes.split(separator: 10) { #expect(line.count <= 76 && line.last == 13) }
        #expect(text.contains("DTEND;VALUE=DATE:20261102\r\n"))
        #expect(text.contains("DTSTAMP:20261121T090000Z") || text.contains("DTSTAMP:202611"))
        let read = try ICalendarReader.read(bytes)
        #expect(read.held.isEmpty)
        #expect(read.events.map(\.title) == [title, "Autumn term"])
        #expect(read.events.map(\.uid) == ["one@x.chaperone", "two@x.chaperone"])
        #expect(read.events.map { "\($0.first) \($0.last)" } == ["2026-10-30 2026-11-01", "2026-09-01 2026-12-18"])
    }
}
