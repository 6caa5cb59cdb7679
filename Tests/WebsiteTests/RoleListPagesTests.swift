import Actions
import Foundation
import Governance
import Reading
import Testing

@testable import Website

@Suite("A list of roles") struct RoleListPagesTests {
    private let form = "/harbour-view/users/roles"
    private let list = "E-mail address\tRole\r\nsam@school.example\tauthor\r\n"

    private func enter(_ installation: Installation, _ browser: Browser) async throws -> Organisation {
        let helen = try await TestSchool.made(in: installation, demonstration: true)
        let organisation = try await installation.organisation("harbour-view")
        _ = try await InviteUser(name: "Sam Poe", email: "sam@school.example", roles: [.member])
            .perform(in: organisation, by: .console)
        try await browser.get("/harbour-view/who-will-you-be")
        try await browser.post("/harbour-view/who-will-you-be", ["user": helen.text])
        return organisation
    }

    private func hidden(_ name: String, _ browser: Browser) throws -> String {
        try String(#require(browser.page.firstMatch(of: Regex("name=\"\(name)\" value=\"([^\"]*)\""))?[1].substring))
    }

    private func roles(_ organisation: Organisation) async throws -> Set<Role> {
        let sam = try await organisation.user(email: "sam@school.example").id
        return try await Set(organisation.database.user(sam)?.grants.map(\.grant.role) ?? [])
    }

    @Test("is pasted or chosen, tried, and brought in as it was seen")
    func pasted() async throws {
        try await withInstallation { installation, browser in
            let organisation = try await enter(installation, browser)
            #expect(try await browser.get("/harbour-view/users").contains("Bring in roles"))
            #expect(try await browser.get("/harbour-view/sign-in-provider").contains("Bring in roles"))
            #expect(try await browser.get("/harbour-view/users/invitations").contains("Bring in roles"))
            try await browser.get(form)
            #expect(try await browser.upload(form, "", named: "").contains("Choose a file, or paste the list"))
            #expect(try await browser.upload(form, "%PDF", named: "list.pdf").contains("This is a PDF"))
            try await browser.upload(form, "", named: "", with: ["text": list])
            #expect(browser.page.contains("One role would be given"))
            let (carried, seen) = (try hidden("list", browser), try hidden("seen", browser))
            #expect(try await roles(organisation) == [.member])
            try await browser.post(form + "/decision", ["list": carried, "seen": "another"])
            #expect(browser.page.contains("Something has changed meanwhile"))
            #expect(try await roles(organisation) == [.member])
            try await browser.post(form + "/decision", ["list": carried, "seen": seen])
            #expect(browser.page.contains("can sign in"))
            #expect(try await roles(organisation) == [.member, .author])
        }
    }

    @Test("that has a role no longer ends it where it is ticked, and nothing that is not on the page")
    func ended() async throws {
        try await withInstallation { installation, browser in
            let organisation = try await enter(installation, browser)
            try await ConfirmRoleList(Array(list.utf8)).perform(in: organisation, by: .console)
            try await browser.get(form)
            try await browser.upload(form, "Email,Role\nh.osei@harbourview.example,author\n", named: "roles.csv")
            #expect(
                browser.page.contains("One role is in the list no longer") && browser.page.contains("Sam Poe: author"))
            let fields = ["list": try hidden("list", browser), "seen": try hidden("seen", browser)]
            #expect(try await browser.post(form + "/decision", fields).contains("Tick what ends"))
            let helens = try #require(
                try await organisation.database.user(organisation.user(email: "h.osei@harbourview.example").id)?
                    .grants.first)
            try await browser.post(form + "/decision", fields.merging(["end": helens.id.text]) { $1 })
            #expect(browser.page.contains("Something has changed"))
            let ticked = try #require(browser.page.firstMatch(of: /name="end" value="([^"]+)"/)).1
            try await browser.post(form + "/decision", fields.merging(["end": String(ticked)]) { $1 })
            #expect(try await roles(organisation) == [.member])
        }
    }
}
