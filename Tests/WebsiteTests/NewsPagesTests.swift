import Actions
import Foundation
import Governance
import HTTPTypes
import Reading
import Testing

@testable import Website

@Suite("The public page of what was published") struct NewsPagesTests {
    @Test("is there only where the school wants it, lists every post once in pages, and has a feed")
    func pages() async throws {
        let moved = MovedClock()
        try await withInstallation(clock: moved.clock) { installation, browser in
            let helen = try await TestSchool.made(in: installation, demonstration: true)
            let organisation = try await installation.organisation("harbour-view")
            let school = try #require(try await organisation.database.schools().first).id
            let person = { (name: String, role: Role) in
                try await InviteUser(
                    name: name, email: "\(name.prefix(3).lowercased())@harbourview.example", roles: [role], school: nil
                ).perform(in: organisation, by: .console).user
            }
            let tom = try await person("Tom Ashworth", .author)
            let ruth = try await person("Ruth Calder", .moderator)
            try await GiveAuthority(
                to: tom, at: nil, until: Day(of: installation.clock.now).adding(days: 365), why: "News of the school"
            ).perform(in: organisation, by: .console)
            var accounts: [Identifier<PostingAccount>] = []
            for name in ["One", "Two"] {
                accounts.append(
                    try await AddAccount(
                        school: school, name: name, network: .facebook, handle: "facebook.com/\(name).example"
                    ).perform(in: organisation, by: .user(helen)))
            }
            try await AddPerson(
                Person(ref: "P1", kind: .pupil, given: "Marina", family: "Drake", form: "7A", school: "harbour-view")
            ).perform(in: organisation, by: .console)
            for number in 1...21 {
                try await out(
                    "Sports day \(number) is on Friday. Bring <water> & a hat.", on: accounts, of: school, by: tom,
                    approvedBy: ruth, organisation, moved)
            }

            try await browser.get("/harbour-view/news")
            #expect(browser.status == .notFound)
            var settings = try await organisation.database.settings(at: school)
            settings.publicNews = true
            try await ChangeSettings(to: settings).perform(in: organisation, by: .user(helen))
            browser.forget()

            try await browser.get("/harbour-view/news")
            #expect(browser.page.matches(of: /Sports day \d+ is/).count == 20)
            #expect(browser.page.contains("Bring &lt;water&gt; &amp; a hat."))
            #expect(!browser.page.contains("Tom Ashworth"))
            #expect(browser.page.contains("/harbour-view/news?page=2"))
            try await browser.get("/harbour-view/news?page=2")
            #expect(browser.page.matches(of: /Sports day \d+ is/).map { String($0.0) } == ["Sports day 1 is"])
            #expect(browser.page.contains(">One</a>") && browser.page.contains(">Two</a>"))
            try await browser.get("/harbour-view/news?page=3")
            #expect(browser.status == .notFound)
            try await browser.get("/harbour-view/news/feed.xml")
            #expect(browser.page.components(separatedBy: "<item>").count == 22)
            #expect(browser.page.contains("Bring &lt;water&gt; &amp; a hat."))
        }
    }

    /// Written, approved, and published by hand on each account.
    private func out(
        _ text: String, on accounts: [Identifier<PostingAccount>], of school: Identifier<School>,
        by author: Identifier<User>, approvedBy approver: Identifier<User>, _ organisation: Organisation,
        _ moved: MovedClock
    ) async throws {
        let at = moved.clock.now + 3_600
        let post = try await StartPost(
            school: school,
            content: PostDraft(
                text: text, links: [], infringesPrivacy: false, publishAt: at,
                places: accounts.map { DraftPlace(account: $0) })
        ).perform(in: organisation, by: .user(author))
        _ = try await SendForApproval(post: post, version: 1).perform(in: organisation, by: .user(author))
        _ = try await ApprovePost(post: post, revision: 1).perform(in: organisation, by: .user(approver))
        moved.pass(3_700)
        while try await RunDue().perform(in: organisation) {}
        let places = try #require(try await organisation.database.postStory(post)).lastPlaces
        for place in places {
            _ = try await PublishByHand(
                placement: place.placement.id,
                proof: ProofGiven(address: "https://facebook.com/\(place.placement.id.text)")
            ).perform(in: organisation, by: .user(author))
        }
    }
}
