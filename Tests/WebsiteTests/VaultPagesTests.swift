import Actions
import Foundation
import Governance
import Reading
import Synchronization
import Testing

@testable import Website

@Suite("The pages of log-in details") struct VaultPagesTests {
    private let secret = "lantern ferry cobble mast"

    @Test("show them once, to whom the policy names, in the answer to a form, which no browser keeps")
    func shownOnce() async throws {
        try await withInstallation { installation, browser in
            let head = try await TestSchool.made(in: installation, demonstration: true)
            let organisation = try await installation.organisation("harbour-view")
            let school = try await organisation.school(slug: "harbour-view").id
            let dean = try await InviteUser(
                name: "Dean Lowe", email: "dean@harbourview.example", roles: [.it], school: school
            ).perform(in: organisation, by: .console).user
            let account = try await AddAccount(
                school: school, name: "School X", network: .x, handle: "@harbourview"
            ).perform(in: organisation, by: .console)
            let path = "/harbour-view/accounts/\(account.text)/login"
            try await browser.get("/harbour-view/who-will-you-be")
            try await browser.post("/harbour-view/who-will-you-be", ["user": dean.text])
            #expect(try await browser.get(path).contains("Nothing has been lodged here"))
            #expect(
                try await browser.post(path, ["userName": "@harbourview", "password": "password1234", "note": "1234"])
                    .contains("harder to guess"))
            #expect(!browser.page.contains("password1234"))
            #expect(
                try await browser.post(path, ["userName": "@harbourview", "password": secret, "note": "5678"])
                    .contains("Sealed with the key"))
            #expect(!browser.page.contains(secret) && !browser.page.contains("5678"))
            #expect(try await browser.post(path + "/look", ["reason": ""]).contains("Say why you need to see them"))
            #expect(!browser.page.contains(secret))
            #expect(try await browser.post(path + "/look", ["reason": "A new telephone"]).contains(secret))
            #expect(browser.cacheControl == "no-store")
            #expect(try await !browser.get(path).contains(secret))
            #expect(try await browser.get("/harbour-view/accounts/\(account.text)").contains("A new telephone"))
            browser.forget()
            try await browser.get("/harbour-view/who-will-you-be")
            try await browser.post("/harbour-view/who-will-you-be", ["user": head.text])
            try await browser.get(path)
            #expect(try await browser.post(path + "/look", ["reason": "Let me see"]).contains("shown only to: IT"))
            #expect(!browser.page.contains(secret))
        }
    }

    @Test("ask why one person is to look alone again, say that it waits, and let another confirm it")
    func onePerson() async throws {
        let time = Mutex(Date() - 20 * 86_400)
        try await withInstallation(clock: Clock { time.withLock { $0 } }) { installation, browser in
            let head = try await TestSchool.made(in: installation, demonstration: true)
            let organisation = try await installation.organisation("harbour-view")
            let school = try await organisation.school(slug: "harbour-view").id
            let dean = try await InviteUser(
                name: "Dean Lowe", email: "dean@harbourview.example", roles: [.it], school: school
            ).perform(in: organisation, by: .console).user
            time.withLock { $0 = Date() }
            let settings = "/harbour-view/settings/harbour-view"
            try await browser.get("/harbour-view/who-will-you-be")
            try await browser.post("/harbour-view/who-will-you-be", ["user": head.text])
            try await browser.post(settings, ["twoPeopleForLogins": "yes", "approval": "yes"])
            #expect(browser.page.contains("why?"))
            try await browser.post(settings, ["twoPeopleForLogins": "no", "approval": "yes"])
            #expect(browser.page.contains("Say why one person is to look alone again"))
            try await browser.post(settings, ["twoPeopleForLogins": "no", "approval": "yes", "why": "Half term"])
            #expect(browser.page.contains("asks that one person alone may look at log-in details"))
            let link = try #require(browser.page.firstMatch(of: /href="([^"]*\/one-person\/[^"]*)"/)).1
            #expect(try await browser.get(String(link)).contains("“Half term”"))
            #expect(browser.page.contains("Dean Lowe") && browser.page.contains("Take it back"))
            #expect(!browser.page.contains("Confirm: one person is enough"))
            try await browser.post(link + "/confirmed", [:])
            #expect(browser.page.contains("Nobody confirms what they asked for themselves"))
            browser.forget()
            try await browser.get("/harbour-view/who-will-you-be")
            try await browser.post("/harbour-view/who-will-you-be", ["user": dean.text])
            #expect(try await browser.get("/harbour-view/").contains("May one person alone look"))
            #expect(try await browser.get(String(link)).contains("It waits for you."))
            #expect(try await browser.post(link + "/declined", ["why": ""]).contains("Say why it is not to be"))
            try await browser.post(link + "/confirmed", [:])
            #expect(browser.page.contains("Dean Lowe confirmed it"))
            #expect(try await !organisation.database.settings(at: school).isTwoPeopleForLogins)
        }
    }
}
