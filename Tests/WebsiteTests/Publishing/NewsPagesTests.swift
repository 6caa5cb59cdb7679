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
            // nobody has said at which address people reach this program: the feed names none
            #expect(browser.page.contains("<link>/harbour-view/news</link>") && !browser.page.contains("localhost"))
            try await ChangePublicAddress("https://chaperone.example").perform(in: installation)
            try await browser.get("/harbour-view/news/feed.xml")
            #expect(browser.page.contains("<link>https://chaperone.example/harbour-view/news</link>"))
            #expect(browser.page.contains("Bring &lt;water&gt; &amp; a hat."))

            let wrong = try await out(
                "The ferry goes at noon.", on: accounts, of: school, by: tom, approvedBy: ruth, organisation, moved)
            for path in ["/harbour-view/news", "/harbour-view/news/feed.xml"] {
                #expect(try await browser.get(path).contains("The ferry goes at noon."), "\(path)")
            }
            // what is ordered down is shown no more, whether it is gone elsewhere or not
            for placement in wrong {
                try await OrderTakedown(
                    placement: placement, reason: "It goes at one", deadline: moved.clock.now + 3_600
                ).perform(in: organisation, by: .user(ruth))
            }
            for path in ["/harbour-view/news", "/harbour-view/news/feed.xml"] {
                #expect(try await !browser.get(path).contains("The ferry goes at noon."), "\(path)")
            }
        }
    }

    @Test("is there of each school by itself too, where it wants that, linked from the others and from the settings")
    func eachSchool() async throws {
        let moved = MovedClock()
        try await withInstallation(clock: moved.clock) { installation, browser in
            let organisation = try await SetUpOrganisation(
                name: "Tidewater Trust", slug: "trust", nation: .england,
                schools: ["Quay School", "Mill School", "Pier School"].map {
                    .init(name: $0, slug: String($0.prefix(4)).lowercased())
                },
                policy: #require(builtInPolicy("LLT")),
                administrator: .init(name: "Ida Ward", email: "ida@trust.example", password: nil), isDemonstration: true
            ).performFromConsole(in: installation)
            let ida = try await organisation.user(email: "ida@trust.example").id
            for (slug, says) in [("quay", "The quay sings on Friday."), ("mill", "The mill turns again on Monday.")] {
                let school = try await organisation.school(slug: slug).id
                let person = { (role: Role) in
                    try await InviteUser(
                        name: "\(slug) \(role.title)", email: "\(slug).\(role.rawValue)@trust.example", roles: [role],
                        school: school
                    ).perform(in: organisation, by: .console).user
                }
                let account = try await AddAccount(
                    school: school, name: "\(slug) page", network: .instagram, handle: "@\(slug).example"
                ).perform(in: organisation, by: .user(ida))
                try await AddPerson(
                    Person(ref: slug, kind: .pupil, given: "Marina", family: "Drake", form: "7A", school: slug)
                ).perform(in: organisation, by: .console)
                try await out(
                    says, on: [account], of: school, by: person(.author), approvedBy: person(.moderator),
                    organisation, moved)
                var settings = Settings()
                settings.publicNews = true
                try await ChangeSettings(at: school, to: settings).perform(in: organisation, by: .user(ida))
            }
            browser.forget()
            let all = try await browser.get("/trust/news")
            #expect(all.contains("The quay sings") && all.contains("The mill turns"))
            #expect(all.contains("href=\"/trust/news/quay\"") && all.contains("href=\"/trust/news/mill\""))
            let quay = try await browser.get("/trust/news/quay")
            #expect(quay.contains("News of Quay School"))
            #expect(quay.contains("The quay sings") && !quay.contains("The mill turns"))
            #expect(quay.contains("href=\"/trust/news/quay/feed.xml\"") && quay.contains("href=\"/trust/news\""))
            let feed = try await browser.get("/trust/news/mill/feed.xml")
            #expect(feed.contains("The mill turns") && !feed.contains("The quay sings"))
            #expect(feed.contains("<title>Mill School</title>"))
            for none in ["/trust/news/pier", "/trust/news/pier/feed.xml", "/trust/news/nowhere"] {
                try await browser.get(none)
                #expect(browser.status == .notFound, "\(none)")
            }
            try await browser.post("/trust/who-will-you-be", ["user": ida.text])
            #expect(try await browser.get("/trust/settings/quay").contains("href=\"/trust/news/quay\""))
            #expect(try await !browser.get("/trust/settings/pier").contains("/trust/news"))
        }
    }

    /// Written, approved, and published by hand on each account.
    @discardableResult private func out(
        _ text: String, on accounts: [Identifier<PostingAccount>], of school: Identifier<School>,
        by author: Identifier<User>, approvedBy approver: Identifier<User>, _ organisation: Organisation,
        _ moved: MovedClock
    ) async throws -> [Identifier<Placement>] {
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
                proof: ProofGiven(
                    address: (place.placement.account.network == .instagram
                        ? "https://www.instagram.com/p/" : "https://facebook.com/") + place.placement.id.text)
            ).perform(in: organisation, by: .user(author))
        }
        return places.map(\.placement.id)
    }
}
