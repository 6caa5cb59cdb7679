import Actions
import Foundation
import Governance
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Reading
import Testing

@testable import Website

@Suite("Settings and schools") struct SettingsPagesTests {
    private let saved = "/harbour-view/settings/harbour-view"

    private func enter(_ installation: Installation, _ browser: Browser) async throws {
        let helen = try await TestSchool.made(in: installation, demonstration: true)
        try await browser.post("/harbour-view/who-will-you-be", ["user": helen.text])
    }

    @Test("are saved, shown again with who changed what, and seen on every page")
    func settings() async throws {
        try await withInstallation { installation, browser in
            try await enter(installation, browser)
            #expect(try await browser.get("/harbour-view/settings").contains("Settings of Harbour View School"))
            #expect(browser.page.contains("Nobody has changed anything yet"))
            var fields = [
                "phones": "0191 496 0123", "approval": "yes", "reviewAfterWeeks": "8", "colour": "teal",
                "pupilWord": "child", "dslContact": "Ring the office.", "resumedBy": "dsl", "seen": "0",
            ]
            #expect(try await browser.post(saved, fields).contains("Enter a colour such as"))
            fields["colour"] = "#D4002A"
            #expect(try await browser.post(saved, fields).contains("Saved."))
            #expect(browser.page.contains("Ring the office.") && browser.page.contains("by Helen Osei"))
            #expect(browser.page.contains("our word for a pupil: child (before: nothing)"))
            #expect(browser.page.contains("value=\"dsl\" checked"))
            let sheet = try #require(browser.page.firstMatch(of: /href="([^"]*\/colour\/[^"]*)"/)).1
            #expect(try await browser.get(String(sheet)) == ":root { --school: #d4002a; }\n")
            #expect(try await browser.get("/harbour-view/people").contains("No children are on the roll yet"))
        }
    }

    @Test("of two people at once do not overwrite each other")
    func twoAtOnce() async throws {
        try await withInstallation { installation, browser in
            try await enter(installation, browser)
            try await browser.get(saved)
            #expect(try await browser.post(saved, ["tone": "Warm", "approval": "yes", "seen": "0"]).contains("Saved."))
            let late = ["tone": "Cold", "approval": "no", "seen": "0"]
            #expect(try await browser.post(saved, late).contains("while you wrote"))
            #expect(browser.status == .unprocessableContent && browser.page.contains("Cold"))
        }
    }

    @Test("stand at each school of a trust, over those of the whole")
    func schools() async throws {
        try await withInstallation { installation, browser in
            try await enter(installation, browser)
            #expect(try await browser.get("/harbour-view/schools").contains("One school"))
            #expect(try await browser.post("/harbour-view/schools/new", ["name": ""]).contains("Enter the school"))
            try await browser.post("/harbour-view/schools/new", ["name": "Quay Nursery"])
            #expect(browser.page.contains("Quay Nursery") && browser.page.contains("Every post is held"))
            #expect(
                try await browser.post("/harbour-view/schools/quay-nursery/name", ["name": "Quay House"])
                    .contains("Say why it is renamed"))
            try await browser.post(
                "/harbour-view/schools/quay-nursery/name", ["name": "Quay House", "why": "New name"])
            #expect(browser.page.contains("Quay House"))
            #expect(
                try await browser.post("/harbour-view/schools/quay-nursery/pupils", ["why": ""])
                    .contains("Say why the school has no pupils"))
            try await browser.post("/harbour-view/schools/quay-nursery/pupils", ["why": "It opens next year"])
            #expect(browser.page.contains("“It opens next year”"))
            #expect(
                try await browser.get("/harbour-view/schools/quay-nursery/pupils").contains("have pupils after all"))

            #expect(try await browser.get("/harbour-view/settings").contains("Settings of Harbour View School"))
            try await browser.post(
                "/harbour-view/settings", ["approval": "no", "pupilWord": "learner", "phones": "0191 496 0123"])
            #expect(try await browser.get("/harbour-view/people").contains("No learners are on the roll yet"))
            try await browser.get("/harbour-view/settings/quay-nursery")
            #expect(browser.page.contains("As everywhere: Only what a rule holds"))
            #expect(browser.page.contains("Everywhere: 0191 496 0123."))
            try await browser.post("/harbour-view/settings/quay-nursery", ["approval": ""])
            let organisation = try await installation.organisation("harbour-view")
            let quay = try await organisation.school(slug: "quay-nursery").id
            #expect(try await organisation.database.settings(at: quay).isApprovalNeeded == false)
            #expect(try await browser.get("/harbour-view/settings/nowhere").contains("There is no such page"))
        }
    }

    @Test("of a school are for those who keep that school's, not another's")
    func ofTheirOwnSchoolOnly() async throws {
        try await withInstallation { installation, browser in
            let helen = try await TestSchool.made(in: installation, demonstration: true)
            let organisation = try await installation.organisation("harbour-view")
            let quay = try await AddSchool(name: "Quay").perform(in: organisation, by: .user(helen))
            let head = try await InviteUser(
                name: "Ola Brandt", email: "ola@quay.example", roles: [.headteacher], school: quay, why: "Head"
            ).perform(in: organisation, by: .user(helen)).user
            var words = Settings()
            words.pupilWord = "child"
            try await ChangeSettings(at: quay, to: words).perform(in: organisation, by: .user(head))
            try await browser.post("/harbour-view/who-will-you-be", ["user": head.text])
            #expect(try await browser.get("/harbour-view/settings").contains("Settings of Quay"))
            #expect(try await browser.get("/harbour-view/people").contains("No children are on the roll yet"))
            #expect(try await browser.get("/harbour-view/settings/harbour-view").contains("<h1>"))
            #expect(browser.status == .forbidden)
            try await browser.post("/harbour-view/settings", ["approval": "no"])
            #expect(browser.status == .forbidden)
        }
    }
}
