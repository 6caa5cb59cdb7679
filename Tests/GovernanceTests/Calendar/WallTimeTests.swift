import Foundation
import Governance
import Testing

@Suite("A time as a person writes it")
struct WallTimeTests {
    private func meaning(_ day: String, _ time: String) -> WallTime.Meaning? {
        WallTime(day: day, time: time)?.meaning()
    }

    private func instant(_ text: String) throws -> Date { try Date(text, strategy: .iso8601) }

    @Test("an ordinary time is one instant, by the season's clock")
    func once() throws {
        #expect(meaning("2026-11-21", "08:30") == .once(try instant("2026-11-21T08:30:00Z")))
        #expect(meaning("2026-07-01", "08:30") == .once(try instant("2026-07-01T07:30:00Z")))
    }

    @Test("an hour that the clocks jump over is never")
    func never() throws {
        let next = try instant("2027-03-28T01:00:00Z")
        #expect(meaning("2027-03-28", "01:30") == .never(next: next))
        #expect(meaning("2027-03-28", "01:00") == .never(next: next))
        #expect(meaning("2027-03-28", "00:59") == .once(try instant("2027-03-28T00:59:00Z")))
        #expect(meaning("2027-03-28", "02:00") == .once(next))
    }

    @Test("an hour that comes again is two instants, summer time first")
    func twice() throws {
        #expect(
            meaning("2026-10-25", "01:30")
                == .twice(try instant("2026-10-25T00:30:00Z"), try instant("2026-10-25T01:30:00Z")))
        #expect(meaning("2026-10-25", "02:00") == .once(try instant("2026-10-25T02:00:00Z")))
    }

    @Test("what is no time is none", arguments: ["24:00", "8:30", "08:60", "", "0830", "٠٨:٣٠"])
    func malformed(time: String) {
        #expect(WallTime(day: "2026-11-21", time: time) == nil)
    }
}
