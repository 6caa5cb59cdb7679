import Actions
import Foundation
import Governance
import Reading
import Store
import Testing

@testable import Website

/// A link that nobody got is no way in: wherever mail fails, whoever made the link has it to hand over.
@Suite("A one-time link") struct OneTimeLinkTests {
    /// Helen signed in, and mail that goes to a server which this machine may not go to.
    private func withMail(
        _ body: @Sendable @escaping (Installation, Organisation, Browser) async throws -> Void
    ) async throws {
        try await withInstallation { installation, browser in
            let helen = try await TestSchool.made(in: installation, demonstration: true)
            try await ChangePublicAddress("https://chaperone.school.example").perform(in: installation)
            let organisation = try await installation.organisation("harbour-view")
            try await ChangeMailServer(
                to: MailServer(host: "127.0.0.1", port: 9, security: .none, from: "c@school.example", isOn: true)
            ).perform(in: organisation, by: .user(helen))
            try await browser.post("/harbour-view/who-will-you-be", ["user": helen.text])
            try await body(installation, organisation, browser)
        }
    }

    private func invite(_ email: String, _ browser: Browser) async throws -> String {
        try await browser.get("/harbour-view/users/new")
        return try await browser.post(
            "/harbour-view/users/new",
            ["name": "Tom Ashworth", "email": email, "role": "author", "kind": "employee", "why": "He writes"])
    }

    /// The user whose link a page shows.
    private func owner(of page: String, _ organisation: Organisation) async throws -> String? {
        let link = page.firstMatch(of: /https:\/\/chaperone\.school\.example\/harbour-view\/new-password\/([0-9a-z]+)/)
        return try await organisation.user(ofLink: String(#require(link?.1)))?.email
    }

    @Test("that went by mail can be had by hand, and so can one for a new password")
    func byHand() async throws {
        try await withMail { _, organisation, browser in
            let page = try await invite("tom@school.example", browser)
            #expect(page.contains("is on its way") && page.contains("If the mail does not come"))
            #expect(!page.contains("new-password/"))
            let path = try #require(page.firstMatch(of: /action="([^"]*\/users\/[^"]*\/link)"/)).1
            let shown = try await browser.post(String(path), ["by": "hand"])
            #expect(try await owner(of: shown, organisation) == "tom@school.example")
        }
    }

    @Test("is shown at once while the mail server takes no mail, whether it is for an invitation or a new password")
    func stuck() async throws {
        try await withMail { _, organisation, browser in
            _ = try await invite("tom@school.example", browser)
            try await OutsideWork().perform(in: organisation)
            let trouble = try await organisation.database.mailQueue().latest.first?.trouble
            #expect(trouble?.contains("127.0.0.1 is inside the network") == true)
            let page = try await invite("una@school.example", browser)
            #expect(try await owner(of: page, organisation) == "una@school.example")
            let una = try await organisation.user(email: "una@school.example").id
            try await browser.get("/harbour-view/users/\(una.text)")
            let reset = try await browser.post("/harbour-view/users/\(una.text)/link")
            #expect(try await owner(of: reset, organisation) == "una@school.example")
        }
    }

    @Test("is shown at once where the key for secrets is spoilt, so that no mail can be sealed")
    func withoutTheKey() async throws {
        try await withMail { _, organisation, browser in
            _ = try await invite("tom@school.example", browser)
            let data = organisation.database.folder.deletingLastPathComponent().deletingLastPathComponent()
            try Data("no key".utf8).write(to: data.appending(path: "secrets.key"))
            let page = try await invite("una@school.example", browser)
            #expect(try await owner(of: page, organisation) == "una@school.example")
        }
    }
}
