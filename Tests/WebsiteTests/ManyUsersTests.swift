import Actions
import Foundation
import Governance
import Reading
import Testing

@testable import Website

/// Where a list of names would be too long, one writes the name.
@Suite("Among many users") struct ManyUsersTests {
    private struct Scene {
        let organisation: Organisation
        let helen: Identifier<User>
        let school: Identifier<School>

        init(_ installation: Installation, many: Int) async throws {
            helen = try await TestSchool.made(in: installation, demonstration: true)
            organisation = try await installation.organisation("harbour-view")
            school = try await organisation.school(slug: "harbour-view").id
            for number in 0..<many { _ = try await person("Teacher \(1_000 + number)") }
        }

        func person(_ name: String, email: String? = nil, at place: Identifier<School>? = nil) async throws
            -> Identifier<User>
        {
            let email = email ?? name.lowercased().replacing(" ", with: ".") + "@harbourview.example"
            return try await InviteUser(name: name, email: email, roles: [.author], school: place ?? school)
                .perform(in: organisation, by: .console).user
        }
    }

    @Test("a deputy is named by name or e-mail address, and what is not plain is said")
    func deputy() async throws {
        try await withInstallation { installation, browser in
            let scene = try await Scene(installation, many: WhoChoice.most + 1)
            _ = try await scene.person("Priya Nair")
            let tom = try await scene.person("Tom Ashworth")
            _ = try await scene.person("Tom Ashworth", email: "tom.two@harbourview.example")
            try await browser.post("/harbour-view/who-will-you-be", ["user": scene.helen.text])
            let until = "\(Day(of: Date()).adding(days: 9))"
            func named(_ text: String) async throws -> String {
                try await browser.post("/harbour-view/me/deputies", ["deputy": text, "until": until])
            }
            #expect(try await browser.get("/harbour-view/me").contains("Write their whole name"))
            #expect(!browser.page.contains("Teacher 1000"))
            #expect(try await named("").contains("Choose who stands in"))
            #expect(try await named("tom ashworth").contains("Several people are called that"))
            #expect(try await named("Priya").contains("Do you mean Priya Nair?"))
            #expect(try await named("Nobody Here").contains("Nobody who can be chosen here is called that"))
            #expect(try await named("Helen Osei").contains("Nobody who can be chosen here is called that"))
            #expect(try await scene.organisation.database.deputies().isEmpty)
            _ = try await named("Tom.Ashworth@harbourview.example")
            #expect(try await scene.organisation.database.deputies().map(\.deputy) == [tom])
            _ = try await named("priya nair")
            #expect(try await browser.get("/harbour-view/me").contains("Priya Nair"))
            #expect(try await scene.organisation.database.deputies().count == 2)
        }
    }

    @Test("who runs an account keeps running it when others are written beside, and a leaver is refused by name")
    func operators() async throws {
        try await withInstallation { installation, browser in
            let scene = try await Scene(installation, many: WhoChoice.most + 1)
            let tom = try await scene.person("Tom Ashworth")
            let account = try await AddAccount(
                school: scene.school, name: "School X", network: .x, handle: "@harbourview"
            ).perform(in: scene.organisation, by: .console)
            try await browser.post("/harbour-view/who-will-you-be", ["user": scene.helen.text])
            let path = "/harbour-view/accounts/\(account.text)/people"
            try await browser.get(path)
            let answers = ["operators": "Tom Ashworth", "operators-2": "Teacher 1000", "why": "New"]
            try await browser.post(path, answers)
            let after = try await scene.organisation.database.officialAccount(account)
            #expect(after?.lead?.user == tom && after?.operators.count == 2)
            #expect(try await browser.get(path).contains("tom.ashworth@harbourview.example"))
            try await browser.post(path, ["operators": "Nobody Here", "why": "New"])
            #expect(browser.page.contains("Nobody who can be chosen here is called that"))
        }
    }

    @Test("names of another school are neither chosen nor given away")
    func reach() async throws {
        try await withInstallation { installation, browser in
            let scene = try await Scene(installation, many: 3)
            let quay = try await AddSchool(name: "Quay").perform(in: scene.organisation, by: .user(scene.helen))
            let egret = try await scene.person("Egret Quay", at: quay)
            let priya = try await scene.person("Priya Nair")
            try await browser.post("/harbour-view/who-will-you-be", ["user": priya.text])
            #expect(try await browser.get("/harbour-view/me").contains("Teacher 1000"))
            #expect(!browser.page.contains("Egret"))
            let until = "\(Day(of: Date()).adding(days: 9))"
            try await browser.post("/harbour-view/me/deputies", ["deputy": "Egret", "until": until])
            #expect(!browser.page.contains("Egret Quay"))
            let near = UserQuery(holding: [.author], within: .only([scene.school]))
            let found = try await scene.organisation.database.userChoices(near)
            #expect(found.count == 4 && !found.map(\.user.id).contains(egret))
            #expect(try await scene.organisation.database.countUsers(UserQuery()) == 6)
            try await EndUser(user: egret, why: "Left", isUnasked: true).perform(in: scene.organisation, by: .console)
            #expect(try await scene.organisation.database.countUsers(UserQuery()) == 5)
        }
    }
}
