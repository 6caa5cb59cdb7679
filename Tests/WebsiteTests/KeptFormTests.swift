import Actions
import Governance
import HTTPTypes
import Testing

@testable import Website

@Suite("A form sent after its session ended") struct KeptFormTests {
    private let text = "The tide table\nis “ready” & <good>."

    private func writer(_ installation: Installation, _ browser: Browser) async throws -> String {
        try await TestSchool.made(in: installation, demonstration: true)
        let organisation = try await installation.organisation("harbour-view")
        let priya = try await InviteUser(
            name: "Priya Nair", email: "p.nair@harbourview.example", roles: [.author], school: nil
        ).perform(in: organisation, by: .console).user
        try await browser.get("/harbour-view/who-will-you-be")
        try await browser.post("/harbour-view/who-will-you-be", ["user": priya.text])
        return priya.text
    }

    @Test("is carried through sign-in and offered again, and nothing is saved before it is sent from there")
    func carried() async throws {
        try await withInstallation { installation, browser in
            let priya = try await writer(installation, browser)
            browser.forget()
            try await browser.post("/harbour-view/posts/new", ["text": text, "do": "save"])
            #expect(browser.page.contains("You are signed out."))
            #expect(browser.page.contains("name=\"kept.text\"") && browser.page.contains("&lt;good&gt;"))
            #expect(!browser.page.contains("kept.csrf"))
            let kept = ["kept-to": "/harbour-view/posts/new", "kept.text": text, "kept.do": "save"]
            try await browser.post("/harbour-view/who-will-you-be", kept.merging(["user": priya]) { $1 })
            #expect(browser.page.contains("What you wrote is kept") && browser.page.contains("The tide table"))
            try await browser.get("/harbour-view/posts")
            #expect(!browser.page.contains("The tide table"))
            try await browser.post("/harbour-view/posts/new", ["text": text, "do": "save"])
            #expect(browser.page.contains("The tide table") && !browser.page.contains("kept.text"))
        }
    }

    @Test("is not shown to somebody else who signs in at the same browser")
    func somebodyElse() async throws {
        try await withInstallation { installation, browser in
            let priya = try await writer(installation, browser)
            let organisation = try await installation.organisation("harbour-view")
            let tom = try await InviteUser(
                name: "Tom Ashworth", email: "tom@harbourview.example", roles: [.author], school: nil
            ).perform(in: organisation, by: .console).user
            try await EndAllSessions(user: Identifier(priya)).perform(in: organisation, by: .console)
            let kept = ["kept-to": "/harbour-view/posts/new", "kept.text": text, "kept.do": "save"]
            try await browser.post("/harbour-view/who-will-you-be", kept.merging(["user": tom.text]) { $1 })
            #expect(!browser.page.contains("The tide table"))
        }
    }

    @Test("with the token of another session is offered again with its own")
    func otherToken() async throws {
        try await withInstallation { installation, browser in
            _ = try await writer(installation, browser)
            try await browser.post("/harbour-view/posts/new", ["text": text, "do": "save", "csrf": "of-before"])
            #expect(browser.status == .forbidden && browser.page.contains("What you wrote is kept"))
        }
    }

    @Test("is not kept when another site sent it, when it names another address, or when it brings a password")
    func refused() async throws {
        try await withInstallation { installation, browser in
            let priya = try await writer(installation, browser)
            browser.origin = "https://evil.example"
            try await browser.post("/harbour-view/posts/new", ["text": text, "csrf": "of-before"])
            #expect(browser.page.contains("Send this form again") && !browser.page.contains("The tide table"))
            browser.origin = "http://localhost"
            browser.forget()
            for address in ["https://evil.example/x", "//evil.example", "/other/posts/new", "/harbour-view/nothing"] {
                try await browser.post(
                    "/harbour-view/who-will-you-be", ["user": priya, "kept-to": address, "kept.text": text])
                #expect(!browser.page.contains("What you wrote is kept"), "\(address)")
            }
            browser.forget()
            try await browser.post("/harbour-view/posts/new", ["text": text, "password": "secret words"])
            #expect(!browser.page.contains("secret words"))
        }
    }
}
