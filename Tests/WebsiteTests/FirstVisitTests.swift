import Actions
import Foundation
import Governance
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Reading
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
                    "name": "Harbour View School", "slug": "", "nation": "england", "schools": "one",
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
                    "/harbour-view-school/sign-in", ["email": "h.osei@harbourview.example", "password": "x"]
                )
                .contains("do not match"))
            try await browser.post(
                "/harbour-view-school/sign-in",
                ["email": "h.osei@harbourview.example", "password": "copper kettle morning bridge"])
            browser.organisation = "harbour-view-school"
            try await browser.setUpCodes()
            #expect(browser.page.contains("Set-up is not finished"))
            for path in [
                "sign-in-provider", "sign-in-provider/change", "sign-in-provider/removal", "mail", "mail/change",
                "me/mail",
                "to-do", "policy", "policy/remarks", "policy/coverage", "policy/guidance", "policy/versions",
                "policy/in-scope?whose=personal&touches=yes&who=employee", "users", "users/new", "sessions", "me",
                "me/password", "schools", "schools/new", "settings",
                "tell-the-dsl",
            ] {
                try await browser.get("/harbour-view-school/" + path)
                #expect(browser.status == .ok, "\(path)")
            }
        }
    }

    @Test("of a trust names its schools, takes one out again, and makes them all")
    func trust() async throws {
        try await withInstallation { installation, browser in
            let code = try #require(try await BeginInstallation().perform(in: installation))
            try await browser.get("/set-up?code=" + code)
            try await browser.post(
                "/set-up/organisation",
                ["name": "Saltmarsh Schools Trust", "nation": "england", "schools": "several", "slug": ""])
            #expect(browser.page.contains("Which schools belong to it?"))
            #expect(try await browser.get("/set-up").contains("Continue: its schools"))
            #expect(try await browser.post("/set-up/schools", ["name": ""]).contains("Enter the school"))
            for name in ["Quay Primary", "Mill House", "St Aidan’s"] {
                try await browser.post("/set-up/schools", ["name": name])
            }
            #expect(try await browser.post("/set-up/schools", ["name": "Mill House"]).contains("of this name already"))
            #expect(try await browser.post("/set-up/schools", ["name": "X", "slug": "new"]).contains("is taken"))
            #expect(try await browser.post("/set-up/schools", ["remove": "mill-house"]).contains("2 schools so far"))
            try await browser.post("/set-up/policy", ["policy": "LLT"])
            #expect(
                try await browser.post(
                    "/set-up/administrator",
                    [
                        "administratorName": "Helen Osei", "administratorEmail": "h.osei@saltmarsh.example",
                        "password": "copper kettle morning bridge", "again": "copper kettle morning bridge",
                    ]
                ).contains("Saltmarsh Schools Trust is ready"))
            let organisation = try await installation.organisation("saltmarsh-schools-trust")
            #expect(try await organisation.database.schools().map(\.slug) == ["quay-primary", "st-aidans"])
        }
    }

    @Test("refuses every word with which the program's own addresses begin")
    func reserved() {
        let outside = RouteTable.product.routes.map(\.url).filter { !$0.isOfOrganisation }
        let firstParts = Set(outside.compactMap { $0.pattern.split(separator: "/").first.map(String.init) })
        #expect(firstParts.subtracting(Slug.reserved) == [])
        let schools = RouteTable.product.routes.map(\.url.pattern).compactMap { pattern -> String? in
            let parts = pattern.split(separator: "/").map(String.init)
            return parts.count > 2 && ["schools", "settings"].contains(parts[1]) ? parts[2] : nil
        }.filter { !$0.hasPrefix("{") }
        #expect(Set(schools).subtracting(Slug.reservedOfSchools) == [])
    }

    @Test("is followed by inviting someone, who sets a password by a one-time link and is given a role")
    func invite() async throws {
        try await withInstallation { installation, browser in
            let helen = try await TestSchool.made(in: installation)
            let secret = try await MakePasswordLink(user: helen).perform(
                in: installation.organisation("harbour-view"), by: .console
            ).secret
            let password = ["password": "copper kettle morning bridge", "again": "copper kettle morning bridge"]
            try await browser.get("/harbour-view/new-password/" + secret)
            try await browser.post("/harbour-view/new-password/" + secret, password)
            #expect(try await browser.setUpCodes().contains("for you, Helen"))
            try await browser.post(
                "/harbour-view/users/new",
                ["name": "Priya Nair", "email": "p.nair@harbourview.example", "role": "author", "why": "Writes posts"])
            let link = try #require(browser.page.firstMatch(of: /new-password\/([a-z0-9]+)/)).1
            #expect(try await browser.get("/harbour-view/users").contains("Priya Nair"))
            let priya = try #require(browser.page.firstMatch(of: /\/users\/([a-z0-9]+)">Priya/)).1
            try await browser.post("/harbour-view/users/\(priya)/roles", ["role": "moderator", "why": "Tom is away"])
            #expect(browser.page.contains("Moderator"))
            #expect(
                try await browser.post(
                    "/harbour-view/users/\(priya)/roles", ["role": "slt", "until": "soon", "why": "Stands in"]
                )
                .contains("Write the day like this"))
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
