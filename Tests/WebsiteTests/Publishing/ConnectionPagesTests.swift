import Actions
import Foundation
import Governance
import HTTPTypes
import Reading
import Testing

@testable import Website

@Suite("The pages of connecting an account") struct ConnectionPagesTests {
    @Test(
        "are linked for those who run it, keep its log-in details or administer, for no others; not once it is closed")
    func whoConnects() async throws {
        try await withInstallation { installation, browser in
            let helen = try await TestSchool.made(in: installation, demonstration: true)
            let organisation = try await installation.organisation("harbour-view")
            let school = try await organisation.school(slug: "harbour-view").id
            let person = { (name: String, role: Role) in
                try await InviteUser(
                    name: name, email: name.lowercased().replacing(" ", with: ".") + "@harbourview.example",
                    roles: [role], school: school
                ).perform(in: organisation, by: .console).user
            }
            let account = try await AddAccount(
                school: school, name: "School site", network: .website, handle: "www.harbourview.example"
            ).perform(in: organisation, by: .console)
            let runs = try await person("Rona Runs", .author)
            try await ChangeOperators(account, operators: [runs], lead: runs, why: "She began it")
                .perform(in: organisation, by: .user(helen))
            let allowed = [
                runs, try await person("Dean Lowe", .it), try await person("Ada Minn", .administrator),
            ]
            let others = [
                try await person("Olga Other", .author), try await person("Mo Derry", .moderator),
                try await person("Gita Rao", .governor), try await person("Hal Head", .headteacher),
            ]
            let path = "/harbour-view/accounts/\(account.text)"
            let link = "href=\"\(path)/connection\""
            func sees(_ user: Identifier<User>) async throws -> (link: Bool, form: Bool) {
                browser.forget()
                try await browser.post("/harbour-view/who-will-you-be", ["user": user.text])
                let page = try await browser.get(path)
                #expect(browser.status == .ok)
                let form = try await browser.get(path + "/connection").contains("name=\"secret\"")
                return (page.contains(link), form)
            }
            for user in allowed { #expect(try await sees(user) == (true, true), "\(user)") }
            for user in others { #expect(try await sees(user) == (false, false), "\(user)") }
            try await CloseAccount(account, reason: "Quiet", archive: "None", followers: "Told", proof: "Not found")
                .perform(in: organisation, by: .user(person("Sanjay Mehta", .slt)))
            #expect(try await sees(allowed[2]) == (false, false), "a closed account can be connected")
        }
    }

    @Test("keep when somebody looked whom an account follows, where no program is told")
    func lookedByHand() async throws {
        try await withInstallation { installation, browser in
            let head = try await TestSchool.made(in: installation, demonstration: true)
            let organisation = try await installation.organisation("harbour-view")
            let school = try await organisation.school(slug: "harbour-view").id
            let account = try await AddAccount(school: school, name: "School X", network: .x, handle: "@harbourview")
                .perform(in: organisation, by: .console)
            try await browser.post("/harbour-view/who-will-you-be", ["user": head.text])
            let path = "/harbour-view/accounts/\(account.text)/connection"
            #expect(try await browser.get(path).contains("Nobody has said yet that they looked"))
            #expect(try await browser.post(path + "/following", [:]).contains("Choose what you found"))
            #expect(try await organisation.database.followingLooked(of: account) == nil)
            #expect(try await browser.post(path + "/following", ["follows": "some"]).contains("found some"))
            #expect(try await browser.post(path + "/following", ["follows": "none"]).contains("found none"))
            let looked = try #require(try await organisation.database.followingLooked(of: account))
            #expect(looked.by == head)
            let kinds = try await organisation.database.timeline(of: RecordSubject(.account, account)).map(\.kind)
            #expect(kinds.last == .followingLooked)
            // a network on which no program publishes has the same way there
            for network in [Network.tiktok, .youtube, .threads] {
                let other = try await AddAccount(
                    school: school, name: "School \(network.title)", network: network, handle: "@harbourview"
                ).perform(in: organisation, by: .console)
                let path = "/harbour-view/accounts/\(other.text)"
                #expect(try await browser.get(path).contains("href=\"\(path)/connection#following\""), "\(network)")
                _ = try await browser.get(path + "/connection")
                #expect(
                    try await browser.post(path + "/connection/following", ["follows": "none"]).contains("looked today")
                )
            }
        }
    }

    @Test("say of a network that the policy does not name that nothing goes out there, and offer no connection")
    func unnamedNetwork() async throws {
        try await withInstallation { installation, browser in
            let organisation = try await SetUpOrganisation(
                name: "Tidewater Trust", slug: "trust", nation: .england,
                schools: [.init(name: "Quay School", slug: "quay")], policy: #require(builtInPolicy("LLT")),
                administrator: .init(name: "Ida Ward", email: "ida@trust.example", password: nil), isDemonstration: true
            ).performFromConsole(in: installation)
            let ida = try await organisation.user(email: "ida@trust.example").id
            let school = try await organisation.school(slug: "quay").id
            let priya = try await InviteUser(
                name: "Priya Nair", email: "priya@trust.example", roles: [.author], school: school
            ).perform(in: organisation, by: .console).user
            for network in [Network.mastodon, .tiktok] {
                let account = try await AddAccount(
                    school: school, name: "A \(network.title)", network: network, handle: "@quay@quay.example"
                ).perform(in: organisation, by: .user(ida))
                browser.forget()
                try await browser.post("/trust/who-will-you-be", ["user": ida.text])
                let path = "/trust/accounts/\(account.text)"
                let page = try await browser.get(path)
                #expect(page.contains("It is outside the policy.") && page.contains("names Instagram and X alone"))
                #expect(page.contains("Nothing goes out here: the policy does not name \(network.title)"))
                #expect(!page.contains("Connect it") && page.contains("3.2"))
                let connection = try await browser.get(path + "/connection")
                #expect(connection.contains("names Instagram and X alone"))
                #expect(!connection.contains("name=\"secret\"") && !connection.contains("name=\"server\""))
            }
            let named = try await AddAccount(school: school, name: "Z on X", network: .x, handle: "@quay")
                .perform(in: organisation, by: .user(ida))
            browser.forget()
            try await browser.post("/trust/who-will-you-be", ["user": priya.text])
            let compose = try await browser.get("/trust/posts/new")
            let order = [named.text, "A Mastodon"].compactMap { compose.range(of: $0)?.lowerBound }
            #expect(order.count == 2 && order == order.sorted(), "those outside the policy stand last")
        }
    }
}
