import Actions
import Foundation
import Governance
import Reading
import Testing

@testable import Website

@Suite("The pages of an account") struct AccountPagesTests {
    @Test("take what it is for, whom, open or closed, the sixth form and the day of its review, entered and changed")
    func fields() async throws {
        try await withInstallation { installation, browser in
            let head = try await TestSchool.made(in: installation, demonstration: true)
            let organisation = try await installation.organisation("harbour-view")
            try await browser.get("/harbour-view/who-will-you-be")
            try await browser.post("/harbour-view/who-will-you-be", ["user": head.text])
            let fields = ["aim", "audience", "openness", "sixthForm", "nextReview"]
            let entry = try await browser.get("/harbour-view/accounts/new")
            for field in fields { #expect(entry.contains("name=\"\(field)\""), "no \(field) where one is entered") }
            let day = Day(of: Date()).adding(days: 60)
            let sent = [
                "name": "School X", "network": "x", "handle": "@harbourview", "type": "school_main",
                "readers": "families", "aim": "News for families", "audience": "Families", "openness": "closed",
                "sixthForm": "yes",
            ]
            let wrong = try await browser.post(
                "/harbour-view/accounts/new", sent.merging(["nextReview": "next week"]) { $1 })
            #expect(wrong.contains("Write the day like this") && wrong.contains("News for families"))
            let page = try await browser.post(
                "/harbour-view/accounts/new", sent.merging(["nextReview": "\(day)"]) { $1 })
            #expect(page.contains("News for families") && page.contains("It is the sixth form’s"))
            #expect(page.contains("Closed: its followers are let in one by one"))
            #expect(page.plainSpaced.contains(When.date(day)))
            let account = try #require(try await organisation.database.officialAccounts().first)
            #expect(account.details.nextReview.map { Day(of: $0) } == day)
            let path = "/harbour-view/accounts/\(account.id.text)"
            let settings = try await browser.get(path + "/settings")
            for field in fields { #expect(settings.contains("name=\"\(field)\""), "no \(field) in the settings") }
            let changed = try await browser.post(
                path + "/settings",
                [
                    "aim": "News and dates", "audience": "Families and friends", "openness": "open", "sixthForm": "no",
                    "nextReview": "\(day.adding(days: 7))",
                ])
            #expect(changed.contains("News and dates") && changed.contains("Open to everyone"))
            #expect(
                !changed.contains("It is the sixth form’s")
                    && changed.plainSpaced.contains(When.date(day.adding(days: 7))))
        }
    }
}

extension String {
    /// Days are kept on one line on the page.
    fileprivate var plainSpaced: String { replacing("\u{00A0}", with: " ") }
}
