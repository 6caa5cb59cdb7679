import Governance
import Testing

@testable import Website

@Suite("A day and a time that somebody wrote") struct WrittenDayTests {
    @Test(
        "is read in each way that people write one, the day before the month",
        arguments: [
            "2026-11-24", "24 November 2026", "24 november 2026", "24 Nov 2026", "Tuesday 24 November 2026",
            "Tue, 24th Nov 2026", "24/11/2026", "24.11.26", "24-11-2026", " 24  November\u{A0}2026 ",
        ])
    func days(text: String) {
        #expect(Day(written: text).map { "\($0)" } == "2026-11-24")
    }

    @Test(
        "is not guessed at when it could be another",
        arguments: ["", "24 November", "11/24/2026", "31 June 2026", "24 No 2026", "next Tuesday", "2026", "24/11/202"])
    func noDays(text: String) {
        #expect(Day(written: text) == nil)
    }

    @Test("is a time by the clock, or with am and pm")
    func times() {
        let read = ["17:00", "17.00", "5pm", "5 PM", "5.00 pm", "9am", "12am", "12pm", "noon", "8:05"]
            .map { When.time(written: $0) }
        #expect(
            read == ["17:00", "17:00", "17:00", "17:00", "17:00", "09:00", "00:00", "12:00", "12:00", "08:05"])
        #expect(
            ["", "25:00", "13pm", "5", "17:0", "17:60", "half past five"].allSatisfy { When.time(written: $0) == nil })
    }

    @Test("comes back in words in its field, and is kept as typed when it cannot be read")
    func fields() {
        #expect(TextField("date", "Day", value: "2026-11-24", type: "date").value == "24 November 2026")
        #expect(TextField("date", "Day", value: "next week", type: "date").value == "next week")
        #expect(TextField("date", "Day", type: "date").type == "text")
    }

    @Test("of a post is asked for again in the words of a school")
    func problems() {
        let form = Form(values: ["date": ["Tuesday"], "time": ["17:00"]], files: [:])
        #expect(PublishTime(form).problems == [Problem("date", "Enter a day such as 24 November 2026")])
        let good = Form(values: ["date": ["24 November 2026"], "time": ["5pm"]], files: [:])
        #expect(PublishTime(good).instant.map { When.near($0, now: $0) } == "today at 17:00")
    }
}
