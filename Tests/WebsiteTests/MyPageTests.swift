import Actions
import Foundation
import Governance
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Reading
import Testing

@testable import Website

@Suite("Everyone's own page") struct MyPageTests {
    private let first = "another kettle entirely here"
    private let second = "seven lanterns over water"

    private func enter(_ installation: Installation, _ browser: Browser) async throws -> Identifier<User> {
        let helen = try await TestSchool.made(in: installation)
        try await browser.get("/harbour-view/sign-in")
        try await browser.post(
            "/harbour-view/sign-in", ["email": "h.osei@harbourview.example", "password": first])
        try await browser.setUpCodes()
        return helen
    }

    @Test("changes the password when the current one is known")
    func password() async throws {
        try await withInstallation { installation, browser in
            _ = try await enter(installation, browser)
            #expect(browser.page.contains("href=\"/harbour-view/me\""))
            #expect(try await browser.get("/harbour-view/me").contains("Change my password"))
            try await browser.get("/harbour-view/me/password")
            let path = "/harbour-view/me/password"
            #expect(
                try await browser.post(path, ["current": first, "password": second, "again": "x"])
                    .contains("The two new ones do not agree"))
            #expect(
                try await browser.post(path, ["current": "wrong", "password": second, "again": second])
                    .contains("This is not your password now"))
            #expect(
                try await browser.post(path, ["current": first, "password": second, "again": second])
                    .contains("Your password is changed"))
            #expect(browser.page.contains("You were signed in nowhere else."))
        }
    }

    @Test("names a stand-in from a day until a day, shows it to them, and ends it early")
    func deputy() async throws {
        try await withInstallation { installation, browser in
            let helen = try await enter(installation, browser)
            let organisation = try await installation.organisation("harbour-view")
            #expect(try await browser.get("/harbour-view/me").contains("nobody can stand in"))
            let tom = try await InviteUser(
                name: "Tom Ashworth", email: "tom@harbourview.example", roles: [.slt], why: "Deputy head"
            ).perform(in: organisation, by: .user(helen)).user
            #expect(try await browser.get("/harbour-view/me").contains("Tom Ashworth (senior leader)"))
            let path = "/harbour-view/me/deputies"
            #expect(try await browser.post(path, ["deputy": ""]).contains("Choose who stands in"))
            #expect(try await browser.post(path, ["deputy": tom.text]).contains("Choose the last day"))
            #expect(
                try await browser.post(path, ["deputy": tom.text, "until": "31/02/2099"]).contains(
                    "Write the day like this"))
            let day = Day(of: Date()).adding(days: 5)
            try await browser.post(path, ["deputy": tom.text, "until": "\(day)"])
            #expect(browser.status == .ok && browser.page.contains("<b>Tom Ashworth</b>"))
            let deputies = try await organisation.database.deputies()
            #expect(deputies.map(\.until) == [When.end(of: day)])
            let home = try await organisation.database.home(
                of: tom, decidingWith: nil, writes: false, mostNews: 10, mostPosts: 0)
            #expect(home.news.count == 1)
            try await browser.post(path + "/" + deputies[0].id.text)
            #expect(!browser.page.contains("<b>Tom Ashworth</b>"))
        }
    }

    @Test("shows what is new on the first page until it is read")
    func news() async throws {
        try await withInstallation { installation, browser in
            let helen = try await TestSchool.made(in: installation, demonstration: true)
            let organisation = try await installation.organisation("harbour-view")
            let tom = try await InviteUser(
                name: "Tom Ashworth", email: "tom@harbourview.example", roles: [.slt], why: "Deputy head"
            ).perform(in: organisation, by: .user(helen)).user
            try await NameDeputy(absent: tom, deputy: helen, from: Date(), until: Date() + 86_400)
                .perform(in: organisation, by: .user(tom))
            try await browser.post("/harbour-view/who-will-you-be", ["user": helen.text])
            #expect(browser.page.contains("New for you") && browser.page.contains("You stand in for Tom Ashworth"))
            #expect(try await browser.get("/harbour-view/me").contains("I stand in for"))
            #expect(browser.page.contains("I have no password here"))
            try await browser.post("/harbour-view/notices")
            #expect(!browser.page.contains("New for you"))
            #expect(try await browser.get("/harbour-view/me/password").contains("There is no such page"))
        }
    }

    @Test("and those of others end a role, a stand-in and a way in only with a reason")
    func reasons() async throws {
        try await withInstallation { installation, browser in
            let helen = try await TestSchool.made(in: installation, demonstration: true)
            let organisation = try await installation.organisation("harbour-view")
            let tom = try await InviteUser(
                name: "Tom Ashworth", email: "tom@harbourview.example", roles: [.slt], why: "Deputy head"
            ).perform(in: organisation, by: .user(helen)).user
            try await NameDeputy(absent: tom, deputy: helen, from: Date(), until: Date() + 86_400)
                .perform(in: organisation, by: .user(tom))
            try await browser.post("/harbour-view/who-will-you-be", ["user": helen.text])
            let page = "/harbour-view/users/\(tom.text)"
            for (part, question) in [
                ("/roles/", "End the role of senior leader?"), ("/deputies/", "End Helen Osei’s time as stand-in?"),
                ("/end", "Shut Tom Ashworth out?"),
            ] {
                try await browser.get(page)
                let found = browser.page.matches(of: /href="([^"]+)"/).map { String($0.1) }
                let link = try #require(found.first { $0.hasPrefix(page + part) })
                #expect(try await browser.get(link).contains(question))
                #expect(try await browser.post(link, ["why": ""]).contains("There is a problem"))
                try await browser.post(link, ["why": "Left the school"])
                #expect(browser.status == .ok && browser.page.contains("<h1>Tom Ashworth</h1>"))
            }
            #expect(try await organisation.database.user(tom)?.user.endedAt != nil)
            let own = try #require(try await organisation.database.user(helen)?.grants.first)
            try await browser.get("/harbour-view/users/\(helen.text)/roles/\(own.id.text)")
            try await browser.post("/harbour-view/users/\(helen.text)/roles/\(own.id.text)", ["why": "Enough"])
            #expect(browser.page.contains("This is the last administrator"))
        }
    }
}
