import Actions
import Foundation
import Governance
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Reading
import Store
import Testing

@testable import Website

@Suite("The shell of the website") struct ShellAnswersTests {
    @Test("answers HEAD as it answers GET, without the page, and another method by saying which there are")
    func methods() async throws {
        let app = try buildApplication(TestSite.site(), serving: Serving(port: 0))
        try await app.test(.router) { client in
            let head = try await client.execute(uri: "/health", method: .head)
            #expect(head.status == .ok && head.body.readableBytes == 0)
            #expect(head.headers[.xContentTypeOptions] == "nosniff")
            let page = try await client.execute(uri: "/harbour-view/sign-in", method: .head)
            #expect(page.status == .ok && page.body.readableBytes == 0)
            let put = try await client.execute(uri: "/harbour-view/sign-in", method: .put)
            #expect(put.status == .methodNotAllowed && put.headers[.allow] == "GET, HEAD, POST")
            let delete = try await client.execute(uri: "/harbour-view/sign-out", method: .delete)
            #expect(delete.status == .methodNotAllowed && delete.headers[.allow] == "POST")
            #expect(try await client.execute(uri: "/a/b/c/d/e/f", method: .put).status == .notFound)
        }
    }

    @Test("answers only hosts of its own, where it knows them")
    func hosts() async throws {
        for (hosts, status) in [(["localhost"], HTTPResponse.Status.ok), (["127.0.0.1"], .misdirectedRequest)] {
            let site = try Site(
                reception: TestReception(), trust: Site.Trust(secure: false, hosts: Set(hosts)), now: { TestSite.now })
            let app = try buildApplication(site, serving: Serving(port: 0))
            try await app.test(.router) { client in
                let health = try await client.execute(uri: "/health", method: .get)
                #expect(health.status == status)
                let page = try await client.execute(uri: "/harbour-view/sign-in", method: .get)
                #expect(page.status == status)
            }
        }
    }

    @Test("says on every page of a demonstration that it is one, also where no school is meant")
    func demonstration() async throws {
        let site = try Site(
            reception: TestReception(), trust: Site.Trust(secure: false), isDemonstration: true, now: { TestSite.now })
        let app = try buildApplication(site, serving: Serving(port: 0))
        try await app.test(.router) { client in
            for path in ["/no-such-school", "/nowhere/at/all/of/it", "/harbour-view/sign-in"] {
                let page = String(buffer: try await client.execute(uri: path, method: .get).body)
                #expect(page.contains("Demonstration: invented school and people."), "\(path)")
            }
        }
    }

    @Test("names the policy of each school on the first page")
    func firstPage() async throws {
        try await withInstallation { installation, browser in
            try await TestSchool.made(in: installation)
            _ = try await SetUpOrganisation(
                name: "Mill School", slug: "mill", nation: .england,
                schools: [.init(name: "Mill School", slug: "mill")], policy: #require(builtInPolicy("LINK")),
                administrator: .init(name: "Ann Bell", email: "a.bell@mill.example", password: "three green kettles on")
            ).performFromConsole(in: installation)
            try await browser.get("/")
            #expect(browser.page.components(separatedBy: "uses The Link School’s policy").count == 3)
        }
    }

    @Test("says so when the disk is full, and names no file")
    func fullDisk() async throws {
        let app = try buildApplication(
            TestSite.site(routes: RouteTable([.get(.settings, .signedIn) { _ in throw StoreError.diskFull }])),
            serving: Serving(port: 0))
        try await app.test(.router) { client in
            let answer = try await client.execute(
                uri: "/harbour-view/settings", method: .get, headers: [.cookie: "chaperone=author"])
            #expect(answer.status == .serviceUnavailable)
            #expect(String(buffer: answer.body).contains("The disk is full, so nothing of this was saved."))
        }
    }

    @Test("puts on record, once a day, that someone signed in was turned away; and says so only then")
    func refusal() async throws {
        try await withInstallation { installation, browser in
            try await TestSchool.made(in: installation, demonstration: true)
            let organisation = try await installation.organisation("harbour-view")
            let priya = try await InviteUser(
                name: "Priya Nair", email: "p.nair@harbourview.example", roles: [.author], school: nil
            ).perform(in: organisation, by: .console).user
            func kept() async throws -> [EventLine] {
                try await organisation.database.events().filter { $0.kind == .turnedAway }
            }
            try await browser.get("/harbour-view/people")
            #expect(try await kept().isEmpty)
            try await browser.post("/harbour-view/who-will-you-be", ["user": priya.text])
            for _ in 1...2 {
                try await browser.get("/harbour-view/people")
                #expect(browser.status == .forbidden && browser.page.contains("is on record"))
            }
            #expect(try await kept().map(\.actor) == [.user(priya)])
            #expect(try await kept().map(\.subject) == [RecordSubject(.route, "GET /{organisation}/people")])
            try await browser.get("/harbour-view/users")
            #expect(try await kept().count == 2)
        }
        let app = try buildApplication(TestSite.site(), serving: Serving(port: 0))
        try await app.test(.router) { client in
            let page = try await client.execute(
                uri: "/harbour-view/people", method: .get, headers: [.cookie: "chaperone=author"])
            #expect(page.status == .forbidden && !String(buffer: page.body).contains("on record"))
        }
    }
}
