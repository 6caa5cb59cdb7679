import Governance
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import Website

@Suite("The door of the website") struct WhoMayTests {
    @Test("has one written expectation for each route, and no route without one")
    func everyRouteIsExpected() {
        let routes = RouteTable.product.routes.map { "\($0.method.rawValue) \($0.url.pattern)" }
        #expect(routes.sorted() == Expected.routes.map(\.route).sorted())
    }

    @Test("lets in nobody and every role exactly where it is written")
    func everyRouteAsEveryone() async throws {
        // Handlers are replaced: what is tested is who reaches them.
        let routes = RouteTable.product.routes.map { route in
            Route(
                method: route.method, url: route.url, who: route.who, body: .form, turn: nil,
                handle: { _ in .plain("in") })
        }
        let site = try TestSite.site(routes: RouteTable(routes))
        let app = try buildApplication(site, serving: Serving(port: 0))
        try await app.test(.router) { client in
            for (written, who) in Expected.routes {
                let parts = written.split(separator: " ").map(String.init)
                let path = parts[1].replacing("{organisation}", with: "harbour-view")
                    .replacing(/\{[a-z]+\}/, with: "x")
                let method = try #require(HTTPRequest.Method(rawValue: parts[0]))
                let visitors = [nil] + Role.allCases.flatMap { [($0, ""), ($0, "@quay")] as [(Role, String)?] }
                for visitor in visitors {
                    let role = visitor?.0
                    let place = visitor?.1 ?? ""
                    var headers: HTTPFields = [.origin: "http://localhost"]
                    headers[.cookie] = role.map { "chaperone=" + $0.rawValue + place }
                    headers[.contentType] = "application/x-www-form-urlencoded"
                    let answer = try await client.execute(
                        uri: path, method: method, headers: headers, body: ByteBuffer(string: "csrf=token"))
                    let isIn = String(buffer: answer.body) == "in"
                    let mayBeIn: Bool =
                        switch who {
                        case .anyone: true
                        case .signedIn: role != nil && path.hasPrefix("/harbour-view")
                        case .setUp: false
                        case .roles([.administrator]): role == .administrator && place.isEmpty
                        case .roles(let roles): role.map(roles.contains) ?? false
                        }
                    #expect(isIn == mayBeIn, "\(written) as \(role?.rawValue ?? "nobody")\(place): \(answer.status)")
                    let asksElsewhere = role == nil || path.hasPrefix("/set-up")
                    if !isIn { #expect(answer.status == (asksElsewhere ? .seeOther : .forbidden), "\(written)") }
                }
            }
        }
    }

    @Test("gives every answer the headers that keep a browser safe")
    func headers() async throws {
        let app = try buildApplication(TestSite.site(secure: true), serving: Serving(port: 0))
        try await app.test(.router) { client in
            for path in ["/health", "/nowhere/at/all", "/harbour-view/nothing"] {
                let headers = try await client.execute(uri: path, method: .get).headers
                #expect(headers[.contentSecurityPolicy]?.contains("frame-ancestors 'none'") == true)
                #expect(headers[.contentSecurityPolicy]?.contains("unsafe") == false)
                #expect(headers[.xContentTypeOptions] == "nosniff")
                #expect(headers[.cacheControl] == "no-store")
                #expect(headers[.strictTransportSecurity] != nil)
            }
            let css = try #require(TestSite.site().assets["chaperone.css"])
            let answer = try await client.execute(uri: css.url.link(in: ""), method: .get)
            #expect(answer.status == .ok)
            #expect(answer.headers[.cacheControl]?.contains("immutable") == true)
        }
    }

    @Test("answers an unknown address with a page that says so")
    func unknown() async throws {
        let app = try buildApplication(TestSite.site(), serving: Serving(port: 0))
        try await app.test(.router) { client in
            for path in ["/no-such-school", "/harbour-view/people/../x", "/assets/0/chaperone.css"] {
                let answer = try await client.execute(uri: path, method: .get)
                #expect(answer.status == .notFound)
                #expect(String(buffer: answer.body).contains("<h1>There is no such page</h1>"))
            }
        }
    }

    @Test("takes a form only from its own page, with the session's token, and no larger than it should be")
    func forms() async throws {
        let routes = RouteTable([
            .post(.settings, .signedIn) { .plain($0.form["name"]) }, .post(.signIn, .anyone) { _ in .plain("in") },
        ])
        let app = try buildApplication(TestSite.site(routes: routes), serving: Serving(port: 0))
        try await app.test(.router) { client in
            func send(_ url: SiteURL, _ body: String, origin: String?, signedIn: Bool = true) async throws
                -> TestResponse
            {
                var headers: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
                headers[.origin] = origin
                if signedIn { headers[.cookie] = "chaperone=author" }
                return try await client.execute(
                    uri: url.link(in: "harbour-view"), method: .post, headers: headers, body: ByteBuffer(string: body))
            }
            let good = try await send(.settings, "csrf=token&name=A+%26+B", origin: "http://localhost")
            #expect(String(buffer: good.body) == "A & B")
            #expect(try await send(.settings, "csrf=token", origin: "https://evil.example").status == .forbidden)
            #expect(try await send(.settings, "csrf=other", origin: "http://localhost").status == .forbidden)
            #expect(try await send(.settings, "name=x", origin: "http://localhost").status == .forbidden)
            #expect(try await send(.signIn, "", origin: nil, signedIn: false).status == .forbidden)
            #expect(try await send(.signIn, "", origin: "http://localhost", signedIn: false).status == .ok)
            let large = try await send(
                .settings, "csrf=token&name=" + String(repeating: "a", count: 600_000), origin: "http://localhost")
            #expect(large.status == .contentTooLarge)
        }
    }

    @Test("says sorry with a number, and nothing of the cause, when something unforeseen happens")
    func unforeseen() async throws {
        struct Secret: Error { let name = "Jamie Thornton" }
        let app = try buildApplication(
            TestSite.site(routes: RouteTable([.get(.settings, .signedIn) { _ in throw Secret() }])),
            serving: Serving(port: 0))
        try await app.test(.router) { client in
            let answer = try await client.execute(
                uri: "/harbour-view/settings", method: .get, headers: [.cookie: "chaperone=author"])
            #expect(answer.status == .internalServerError)
            let page = String(buffer: answer.body)
            #expect(page.contains("Something went wrong on our side") && !page.contains("Thornton"))
            #expect(page.contains(/class="ref">[0-9A-Z]{4}-[0-9A-Z]{4}</))
        }
    }

    @Test("only pages of those who are signed in may stand in what somebody raises")
    func pagesOfSignedIn() {
        let routes = RouteTable.product
        for path in ["/posts/x", "/accounts/x", "/policy", "/me", "/posts/x/pictures/y"] {
            #expect(routes.isPageOfSignedIn("/school" + path), "\(path)")
        }
        let others = [
            "/new-password/secret", "/calendar-address/secret/chaperone.ics", "/sign-in", "/nowhere/at/all/in/it",
            "/posts/x/nothing",
        ]
        for path in others { #expect(!routes.isPageOfSignedIn("/school" + path), "\(path)") }
    }
}
