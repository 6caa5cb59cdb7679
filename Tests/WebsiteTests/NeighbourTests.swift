import Actions
import Foundation
import GRDB
import Governance
import HTTPTypes
import Reading
import Store
import Testing

@testable import Website

/// Everything at Quay School says Pelican somewhere, and its people are called Egret. Whoever has every role of a school,
/// but at Mill School, must never read the one word, nor the other among those who sign in, nor change anything there, on
/// any route of the product. Its calendar anybody may know. And people of another organisation get no further than its door.
@Suite("A neighbour") struct NeighbourTests {
    @Test("reads nothing of a sister school, and changes nothing there, on any route")
    func sisterSchool() async throws {
        try await withInstallation { installation, browser in
            let trust = try await PelicanTrust(in: installation)
            try await browser.post("/trust/who-will-you-be", ["user": trust.neighbour.text])
            try await browser.get("/trust/sessions")
            var before = try trust.events()
            for (route, fields) in RouteTable.product.routes.flatMap(trust.tries)
            where Self.isOfTheOrganisation(route) {
                let path = try trust.path(of: route.url.pattern)
                let page =
                    route.method == .get
                    ? try await browser.get(path + PelicanTrust.query(fields)) : try await browser.post(path, fields)
                #expect(!page.contains("Pelican"), "\(route.method) \(path) shows it")
                let isOfUsers = route.url.pattern.hasPrefix("/{organisation}/users/")
                #expect(!isOfUsers || !page.contains("Egret"), "\(route.method) \(path) shows a user")
                let after = try trust.events()
                let written = after.suffix(after.count - before.count)
                if Self.namesSomethingOfQuay(route) {
                    #expect(written.isEmpty, "\(route.method) \(path) wrote \(written)")
                } else {
                    let ofQuay = written.filter(trust.isAboutQuay)
                    #expect(ofQuay.isEmpty, "\(route.method) \(path) with \(fields) wrote \(ofQuay)")
                }
                before = after
                try await browser.post("/trust/who-will-you-be", ["user": trust.neighbour.text])
            }
        }
    }

    @Test("of another organisation stands at the door on every route")
    func otherOrganisation() async throws {
        try await withInstallation { installation, browser in
            let trust = try await PelicanTrust(in: installation)
            try await TestSchool.made(in: installation, demonstration: true)
            let helen = try await installation.organisation("harbour-view").user(email: "h.osei@harbourview.example")
            try await browser.post("/harbour-view/who-will-you-be", ["user": helen.id.text])
            #expect(browser.page.contains("Helen"))
            let before = try trust.events()
            for route in RouteTable.product.routes where Self.isOfTheOrganisation(route) {
                let path = try trust.path(of: route.url.pattern)
                let page =
                    route.method == .get
                    ? try await browser.get(path) : try await browser.post(path, PelicanTrust.answers)
                #expect(!page.contains("Pelican"), "\(route.method) \(path)")
                #expect(!page.contains("Egret") || page.contains("Who will you be?"), "\(route.method) \(path)")
                #expect(try trust.events() == before, "\(route.method) \(path)")
            }
        }
    }

    /// Whatever is said to a route without a name in it is about one's own school, unless its fields name another's. The
    /// trust's policy and courses are everybody's.
    private static func namesSomethingOfQuay(_ route: Route) -> Bool {
        route.url.pattern.split(separator: "{").count > 2 && route.url != .policyAcknowledgement(.any)
    }

    /// Routes for those who are in; what stands before the door anyone may see.
    private static func isOfTheOrganisation(_ route: Route) -> Bool {
        route.url.pattern.contains("{organisation}") && route.who != .anyone
            && ![.signOut, .sessions, .session(id: .any)].contains(route.url)
    }
}
