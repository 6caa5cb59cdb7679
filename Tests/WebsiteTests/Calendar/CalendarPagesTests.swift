import Actions
import Foundation
import Governance
import HTTPTypes
import Reading
import Testing

@testable import Website

@Suite("The calendars of schools") struct CalendarPagesTests {
    private let here = "/harbour-view/schools/harbour-view/calendar"

    private func enter(
        _ installation: Installation, _ browser: Browser, as name: String? = nil, _ roles: Role...
    ) async throws -> Organisation {
        var user = try await TestSchool.made(in: installation, demonstration: true)
        let organisation = try await installation.organisation("harbour-view")
        if let name {
            user = try await InviteUser(
                name: name, email: "x@harbourview.example", roles: roles, school: nil
            ).perform(in: organisation, by: .console).user
        }
        try await browser.get("/harbour-view/who-will-you-be")
        try await browser.post("/harbour-view/who-will-you-be", ["user": user.text])
        return organisation
    }

    @Test("show what is empty, and what to do; then the year with its counts")
    func empty() async throws {
        try await withInstallation { installation, browser in
            _ = try await enter(installation, browser)
            #expect(try await browser.get(here).contains("No term of this year is known"))
            try await browser.get(here + "/new")
            try await browser.post(
                here + "/new",
                ["kind": "term", "title": "Autumn term", "first": "1 September 2027", "last": "17 December 2027"])
            #expect(browser.page.contains("<h1>78 school days in 2027/28</h1>"))
            #expect(browser.page.contains("Autumn term") && browser.page.contains("Christmas Day (substitute day)"))
        }
    }

    @Test("take a file after a trial, say what is held with its line, and name what is no calendar")
    func file() async throws {
        try await withInstallation { installation, browser in
            let organisation = try await enter(installation, browser)
            try await browser.get(here + "/file")
            try await browser.upload(here + "/file", "<html></html>", named: "calendar.ics")
            #expect(browser.status == .unprocessableContent && browser.page.contains("This is no calendar file"))
            let file =
                "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:INSET <b>day</b>\r\nDTSTART:20270104\r\n"
                + "END:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:Term starts\r\nDTSTART:20270105\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
            try await browser.upload(here + "/file", file, named: "calendar.ics")
            #expect(browser.page.contains("1 entry to bring in"))
            #expect(browser.page.contains("INSET &lt;b&gt;day&lt;/b&gt;"))
            #expect(browser.page.contains("It begins a term, and no line says when that ends"))
            let school = try #require(try await organisation.database.schools().first)
            #expect(try await organisation.database.calendar(of: school.id).dates.isEmpty)
            let trial = try #require(browser.page.firstMatch(of: /name="trial" value="([^"]+)"/)).1
            try await browser.post(here + "/trial", ["trial": String(trial)])
            #expect(try await organisation.database.calendar(of: school.id).dates.map(\.title) == ["INSET <b>day</b>"])
            try await browser.post(here + "/trial", ["trial": String(trial)])
            #expect(browser.page.contains("This was brought in already"))
        }
    }

    @Test("are given out at an address without a sign-in, which names no pupil and ends when it is ended")
    func address() async throws {
        try await withInstallation { installation, browser in
            let organisation = try await enter(installation, browser, as: "Priya Nair", .author, .office)
            let priya = try #require(try await organisation.database.users().first { $0.user.name == "Priya Nair" })
            let school = try #require(try await organisation.database.schools().first)
            try await AddPerson(
                Person(ref: "P1", kind: .pupil, given: "Marina", family: "Drake", form: "7A", school: school.slug)
            ).perform(in: organisation, by: .console)
            try await AddLearningPlatform(
                school: school.id, name: "Marina Drake’s hub", parentsPost: true, rules: "Be kind."
            ).perform(in: organisation, by: .user(priya.user.id))
            try await browser.get("/harbour-view/me/calendar")
            try await browser.post("/harbour-view/me/calendar", ["of": "tasks", "do": "make"])
            let address = try #require(browser.page.firstMatch(of: /calendar-address\/[^<]+chaperone.ics/)).0
            #expect(try await !browser.get("/harbour-view/me/calendar").contains(address))
            browser.forget()
            let file = try await browser.get("/harbour-view/\(address)")
            let read = try ICalendarReader.read(Array(file.utf8))
            #expect(read.events.contains { $0.title == "Tell parents what is acceptable on a learning platform" })
            #expect(!file.contains("Marina") && !file.contains("Drake") && !file.contains("Priya"))
            let again = try ICalendarReader.read(Array(try await browser.get("/harbour-view/\(address)").utf8))
            #expect(again.events.map(\.uid) == read.events.map(\.uid))
            try await EndCalendarAddress(for: nil).perform(in: organisation, by: priya.user.id)
            try await browser.get("/harbour-view/\(address)")
            #expect(browser.status == .notFound)
            try await browser.get("/harbour-view/calendar-address/guess/chaperone.ics")
            #expect(browser.status == .notFound)
        }
    }

    @Test("of another school are not changed by whoever keeps one")
    func another() async throws {
        try await withInstallation { installation, browser in
            let organisation = try await enter(installation, browser)
            let quay = try await AddSchool(name: "Quay School", slug: "quay").perform(in: organisation, by: .console)
            let head = try await InviteUser(
                name: "Ola Head", email: "ola@harbourview.example", roles: [.headteacher], school: quay
            ).perform(in: organisation, by: .console).user
            browser.forget()
            try await browser.get("/harbour-view/who-will-you-be")
            try await browser.post("/harbour-view/who-will-you-be", ["user": head.text])
            #expect(try await browser.get("/harbour-view/schools/quay/calendar").contains("Add days"))
            #expect(try await !browser.get(here).contains("Add days"))
            for page in ["/new", "/nation", "/file", "/trial"] {
                try await browser.get(here + page)
                #expect(browser.status == .forbidden, "\(page)")
            }
            try await browser.get("/harbour-view/schools/quay/calendar/new")
            try await browser.post(
                here + "/new", ["kind": "inset", "title": "INSET", "first": "4 January 2027", "last": ""])
            #expect(browser.status == .forbidden)
        }
    }
}
