import Actions
import Foundation
import Governance
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import Website

@Suite("The first visit") struct FirstVisitTests {
    @Test("goes from the console's code to a signed-in administrator who sees what is left to do")
    func setUp() async throws {
        try await withInstallation { installation, browser in
            let code = try #require(try await BeginInstallation().perform(in: installation))
            #expect(try await browser.get("/").contains("Nothing is set up here yet"))
            #expect(try await browser.get("/set-up/policy").contains("The one-time code"))
            #expect(try await browser.post("/set-up", ["code": "wrong"]).contains("There is a problem"))
            #expect(
                try await browser.post("/set-up", ["code": code.uppercased()]).contains("The one-time code was right"))
            #expect(
                try await browser.post("/set-up/organisation", ["name": "", "slug": "assets"])
                    .contains("This word is taken by Chaperone itself"))
            try await browser.post(
                "/set-up/organisation",
                [
                    "name": "Harbour View School", "slug": "harbour-view", "nation": "england",
                    "publicAddress": "https://chaperone.harbourview.example",
                ])
            #expect(browser.page.contains("Which policy does it live by?"))
            try await browser.post("/set-up/policy", ["policy": "LINK"])
            #expect(browser.page.contains("Who looks after Chaperone?"))
            var person = [
                "administratorName": "Helen Osei", "administratorEmail": "h.osei@harbourview.example",
                "password": "short", "again": "short",
            ]
            #expect(try await browser.post("/set-up/administrator", person).contains("There is a problem"))
            person["password"] = "copper kettle morning bridge"
            person["again"] = "copper kettle morning bridge"
            #expect(try await browser.post("/set-up/administrator", person).contains("Harbour View School is ready"))
            #expect(try await browser.get("/").contains("<h1>Sign in</h1>"))
            #expect(
                try await browser.post(
                    "/harbour-view/sign-in", ["email": "h.osei@harbourview.example", "password": "x"]
                )
                .contains("do not match"))
            try await browser.post(
                "/harbour-view/sign-in",
                ["email": "h.osei@harbourview.example", "password": "copper kettle morning bridge"])
            #expect(browser.page.contains("Set-up is not finished"))
            for path in [
                "to-do", "policy", "policy/remarks", "policy/coverage", "policy/guidance", "policy/versions",
                "policy/in-scope?whose=personal&touches=yes&who=employee", "users", "users/new", "sessions",
                "tell-the-dsl",
            ] {
                try await browser.get("/harbour-view/" + path)
                #expect(browser.status == .ok, "\(path)")
            }
        }
    }

    @Test("is followed by inviting someone, who sets a password by a one-time link and is given a role")
    func invite() async throws {
        try await withInstallation { installation, browser in
            let helen = try await TestSchool.made(in: installation)
            let secret = try await MakePasswordLink(user: helen).perform(
                in: installation.organisation("harbour-view"), by: .console)
            let password = ["password": "copper kettle morning bridge", "again": "copper kettle morning bridge"]
            try await browser.get("/harbour-view/new-password/" + secret)
            #expect(try await browser.post("/harbour-view/new-password/" + secret, password).contains("for you, Helen"))
            try await browser.post(
                "/harbour-view/users/new",
                ["name": "Priya Nair", "email": "p.nair@harbourview.example", "role": "author", "why": "Writes posts"])
            let link = try #require(browser.page.firstMatch(of: /new-password\/([a-z0-9]+)/)).1
            #expect(try await browser.get("/harbour-view/users").contains("Priya Nair"))
            let priya = try #require(browser.page.firstMatch(of: /\/users\/([a-z0-9]+)">Priya/)).1
            try await browser.post("/harbour-view/users/\(priya)/roles", ["role": "moderator", "why": "Tom is away"])
            #expect(browser.page.contains("Moderator"))
            #expect(
                try await browser.post("/harbour-view/users/\(priya)/roles", ["role": "slt", "until": "soon"])
                    .contains("Write the day as"))
            try await browser.post("/harbour-view/sign-out")
            #expect(browser.page.contains("<h1>Sign in</h1>"))
            try await browser.post("/harbour-view/new-password/\(link)", password)
            #expect(browser.page.contains("for you, Priya"))
            #expect(try await browser.get("/harbour-view/users").contains("This page is for other roles"))
            #expect(try await browser.get("/harbour-view/new-password/\(link)").contains("used already"))
        }
    }

    @Test("of a demonstration is one click, and only of a demonstration")
    func demonstration() async throws {
        try await withInstallation { installation, browser in
            let helen = try await TestSchool.made(in: installation, demonstration: true)
            #expect(try await browser.get("/harbour-view/who-will-you-be").contains("Helen Osei"))
            try await browser.post("/harbour-view/who-will-you-be", ["user": helen.text])
            #expect(browser.page.contains("Demonstration: invented school and people."))
            #expect(browser.page.contains("for you, Helen"))
        }
        try await withInstallation { installation, browser in
            try await TestSchool.made(in: installation)
            try await browser.get("/harbour-view/who-will-you-be")
            #expect(browser.status == .notFound)
        }
    }
}
