import Foundation
import Governance
import HTTPTypes
import Reading
import Store
import Synchronization
import Testing

@testable import Actions
@testable import Website

/// A clock that a test moves.
final class MovedClock: Sendable {
    private let time = Mutex(Date(timeIntervalSince1970: 1_795_255_200))
    var clock: Clock { Clock { self.time.withLock { $0 } } }
    func pass(_ seconds: TimeInterval) { time.withLock { $0 += seconds } }
}

@Suite("The pages of a post") struct PublishingPagesTests {
    private struct Desk {
        let organisation: Organisation
        let school: Identifier<School>
        let priya: Identifier<User>
        let tom: Identifier<User>
        let account: Identifier<PostingAccount>

        /// Harbour View with an author, a moderator who is also senior leader, an account and one pupil.
        init(_ installation: Installation) async throws {
            let helen = try await TestSchool.made(in: installation, demonstration: true)
            let organisation = try await installation.organisation("harbour-view")
            self.organisation = organisation
            let person = { (name: String, roles: [Role]) in
                try await InviteUser(
                    name: name, email: "\(name.prefix(3).lowercased())@harbourview.example", roles: roles, school: nil
                ).perform(in: organisation, by: .console).user
            }
            priya = try await person("Priya Nair", [.author])
            tom = try await person("Tom Ashworth", [.moderator, .slt])
            try await GiveAuthority(
                to: priya, at: nil, until: Day(of: installation.clock.now).adding(days: 365), why: "News of the school"
            ).perform(in: organisation, by: .console)
            let schools = try await organisation.database.schools()
            school = try #require(schools.first).id
            account = try await AddAccount(
                school: school, name: "Harbour View", network: .facebook, handle: "facebook.com/harbourview.example"
            ).perform(in: organisation, by: .user(helen))
            try await AddPerson(
                Person(ref: "P1", kind: .pupil, given: "Marina", family: "Drake", form: "7A", school: "harbour-view")
            ).perform(in: organisation, by: .console)
        }

        func start(_ text: String, at now: Date) async throws -> Identifier<Post> {
            try await StartPost(
                school: school,
                content: PostDraft(
                    text: text, links: [], infringesPrivacy: false, publishAt: now + 3 * 3_600,
                    places: [DraftPlace(account: account)])
            ).perform(in: organisation, by: .user(priya))
        }

        func enter(_ browser: Browser, as user: Identifier<User>) async throws {
            browser.forget()
            try await browser.get("/harbour-view/who-will-you-be")
            try await browser.post("/harbour-view/who-will-you-be", ["user": user.text])
        }
    }

    @Test("take a note only to words that are there; its author is asked, and answers on the post's own page")
    func notes() async throws {
        try await withInstallation { installation, browser in
            let desk = try await Desk(installation)
            let post = try await desk.start("Sports day is on Friday. Bring water.", at: installation.clock.now)
            _ = try await SendForApproval(post: post, version: 1)
                .perform(in: desk.organisation, by: .user(desk.priya))
            try await desk.enter(browser, as: desk.tom)
            try await browser.get("/harbour-view/approvals/\(post.text)")
            let notes = "/harbour-view/posts/\(post.text)/notes"
            try await browser.post(notes, ["quote": "Sports night", "says": "Which one?"])
            #expect(browser.status == .unprocessableContent)
            #expect(browser.page.contains("These words are not in the text") && browser.page.contains("Which one?"))
            try await browser.get("/harbour-view/approvals/\(post.text)")
            try await browser.post(notes, ["quote": "Sports day", "says": "Which one?"])
            #expect(browser.status == .ok && browser.page.contains("Which one?"))
            try await desk.enter(browser, as: desk.priya)
            #expect(browser.page.contains("Answer a note on “Sports day"))
            try await browser.get("/harbour-view/posts/\(post.text)")
            let note = try #require(browser.page.firstMatch(of: /name="note" value="([^"]+)"/)).1
            try await browser.post(notes, ["note": String(note), "answer-\(note)": ""])
            #expect(browser.page.contains("Write an answer"))
            let other = try await desk.start("The library has new shelves.", at: installation.clock.now)
            let elsewhere = "/harbour-view/posts/\(other.text)/notes"
            try await browser.post(elsewhere, ["note": String(note), "answer-\(note)": "Not its post"])
            #expect(browser.status == .notFound)
            try await browser.post(notes, ["note": String(note), "answer-\(note)": "That of Year 7"])
            #expect(browser.page.contains("<h1>Sports day") && browser.page.contains("That of Year 7"))
            #expect(try await !browser.get("/harbour-view").contains("Answer a note"))
        }
    }

    @Test("decide nothing by a button that they do not have")
    func unknownButton() async throws {
        try await withInstallation { installation, browser in
            let desk = try await Desk(installation)
            let post = try await desk.start("Sports day is on Friday. Bring water.", at: installation.clock.now)
            _ = try await SendForApproval(post: post, version: 1)
                .perform(in: desk.organisation, by: .user(desk.priya))
            try await desk.enter(browser, as: desk.tom)
            let here = "/harbour-view/approvals/\(post.text)"
            for button in [["do": "aprove"], ["do": ""], [:]] {
                try await browser.get(here)
                try await browser.post(here, button.merging(["revision": "1", "reason": "Because"]) { $1 })
                #expect(browser.status == .badRequest, "\(button)")
                try await browser.get("/harbour-view/pause")
                try await browser.post("/harbour-view/pause", button.merging(["place": "all", "reason": "Why"]) { $1 })
                #expect(browser.status == .badRequest, "\(button)")
            }
            let story = try #require(try await desk.organisation.database.postStory(post))
            #expect(story.lastPlaces.map(\.placement.state) == [.waiting])
            #expect(try await desk.organisation.database.standingPauses().isEmpty)
        }
    }

    @Test("say of an answered finding that somebody confirms it, not that the post cannot go out")
    func confirming() async throws {
        try await withInstallation { installation, browser in
            let desk = try await Desk(installation)
            let post = try await desk.start("Marina Drake gave us the buoys.", at: installation.clock.now)
            try await desk.enter(browser, as: desk.priya)
            #expect(try await browser.get("/harbour-view/posts/\(post.text)/edit").contains("cannot go out yet"))
            let content = try #require(try await desk.organisation.database.postStory(post)).draft.content
            for finding in try await CheckDraft(content: content, post: post).perform(in: desk.organisation)
                .flatMap(\.standing) where finding.severity != .warn
            {
                try await AnswerFinding(
                    post: post, account: desk.account, finding: finding.key, kind: .notOurPupil, says: "The boatyard."
                ).perform(in: desk.organisation, by: .user(desk.priya))
            }
            try await browser.get("/harbour-view/posts/\(post.text)/edit")
            #expect(!browser.page.contains("cannot go out yet"))
            #expect(browser.page.contains("to confirm"))
        }
    }

    @Test("say of a screenshot that was destroyed with a picture of another post that it is gone, and do not link it")
    func destroyedProof() async throws {
        let moved = MovedClock()
        try await withInstallation(clock: moved.clock) { installation, browser in
            let desk = try await Desk(installation)
            // one screenshot of the page on which both posts stand
            let shot = try #require(
                Data(
                    base64Encoded: "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEUlEQVR4nGP4z8DA8B+MgBgAHf"
                        + "AD/dPQfSYAAAAASUVORK5CYII="))
            var placements: [Identifier<Placement>] = []
            var posts: [Identifier<Post>] = []
            for text in ["Sports day is on Friday. Bring water.", "The library has new shelves."] {
                let post = try await desk.start(text, at: installation.clock.now)
                _ = try await SendForApproval(post: post, version: 1)
                    .perform(in: desk.organisation, by: .user(desk.priya))
                _ = try await ApprovePost(post: post, revision: 1).perform(in: desk.organisation, by: .user(desk.tom))
                moved.pass(3 * 3_600 + 60)
                while try await RunDue().perform(in: desk.organisation) {}
                let place = try #require(try await desk.organisation.database.postStory(post)?.lastPlaces.first)
                _ = try await PublishByHand(
                    placement: place.placement.id, proof: ProofGiven(screenshot: [UInt8](shot))
                ).perform(in: desk.organisation, by: .user(desk.priya))
                placements.append(place.placement.id)
                posts.append(post)
            }
            try await desk.enter(browser, as: desk.priya)
            let page = "/harbour-view/posts/\(posts[1].text)"
            #expect(try await browser.get(page).contains("Look at it"))
            let first = try #require(try await desk.organisation.database.postStory(posts[0])?.lastPlaces.first)
            let destroyed = posts[0]
            try await desk.organisation.change(by: .console) { tx in
                let gone = try tx.destroyProofs(of: [first.placement])
                #expect(gone.count == 1)
                return Recorded(
                    Event(
                        .pictureDestroyed, RecordSubject(.post, destroyed),
                        after: ["proofs": .list(gone.map(RecordValue.text))]))
            }
            let after = try await browser.get(page)
            #expect(!after.contains("Look at it") && !after.contains("/proofs/"))
            #expect(after.contains("Destroyed, with a picture that it showed"))
        }
    }

    @Test("ask for no screenshot where a picture must not exist")
    func noScreenshot() async throws {
        let moved = MovedClock()
        try await withInstallation(clock: moved.clock) { installation, browser in
            let desk = try await Desk(installation)
            let post = try await desk.start("The library has new shelves.", at: installation.clock.now)
            let picture = Identifier<StoredPicture>("picture-1")
            let priya = desk.priya
            try await desk.organisation.database.change(by: .user(priya)) { tx -> Recorded<Void> in
                try tx.insert(
                    StoredPicture(
                        id: picture, post: post, kind: .photo, state: .ready, addedBy: priya, addedAt: tx.now,
                        width: 800,
                        height: 600, fingerprint: "0123456789abcdef", hadPosition: false, takenOn: nil), files: [])
                var content = try tx.draft(of: post).content
                content.pictures = [DraftPicture(picture, people: [], alt: "New shelves")]
                try tx.save(content, of: post, version: 2, writers: [priya], by: priya)
                try tx.keepJudgement(of: picture, side: .author, by: priya)
                return Recorded(Event(.pictureAdded, RecordSubject(.picture, picture)))
            }
            _ = try await SendForApproval(post: post, version: 2).perform(in: desk.organisation, by: .user(priya))
            _ = try await ApprovePost(post: post, revision: 1, judged: [picture])
                .perform(in: desk.organisation, by: .user(desk.tom))
            moved.pass(3 * 3_600 + 60)
            while try await RunDue().perform(in: desk.organisation) {}
            let place = try #require(try await desk.organisation.database.postStory(post)?.lastPlaces.first)
            let pages = "/harbour-view/placements/\(place.placement.id.text)"
            try await desk.enter(browser, as: priya)
            #expect(try await browser.get(pages + "/publishing").contains("type=\"file\""))
            try await DestroyPicture(post: post, picture: picture).perform(in: desk.organisation, by: .user(priya))
            #expect(try await !browser.get(pages + "/publishing").contains("type=\"file\""))
            #expect(browser.page.contains("Or say where it stands"))
            try await browser.post(pages + "/publishing", ["note": "Third on the school's page"])
            #expect(browser.page.contains("Show that it is gone"))
            #expect(!browser.page.contains("type=\"file\""))
            try await browser.post(pages + "/take-down/proof", ["note": "The page is not found"])
            let after = try #require(try await desk.organisation.database.postStory(post)?.lastPlaces.first)
            #expect(after.placement.state == .takenDown)
        }
    }

    @Test("call no post a draft that has been sent") func states() {
        #expect(Set(PlacementState.byWhatTheyAsk) == Set(PlacementState.allCases).subtracting([.superseded]))
    }

    @Test("of home name no time that is past, and count what waits as Approvals does")
    func home() async throws {
        let moved = MovedClock()
        try await withInstallation(clock: moved.clock) { installation, browser in
            let desk = try await Desk(installation)
            let text = "Sports day is on Friday. Bring water."
            let post = try await desk.start(text, at: installation.clock.now)
            let other = try await desk.start(text + " And a hat.", at: installation.clock.now + 86_400)
            for each in [post, other] {
                _ = try await SendForApproval(post: each, version: 1)
                    .perform(in: desk.organisation, by: .user(desk.priya))
            }
            try await desk.enter(browser, as: desk.tom)
            #expect(browser.page.contains("For you to decide"))
            #expect(browser.page.contains(/For you to decide[\s\S]{0,200}>2</))
            _ = try await ApprovePost(post: post, revision: 1).perform(in: desk.organisation, by: .user(desk.tom))
            moved.pass(3 * 3_600 + 60)
            while try await RunDue().perform(in: desk.organisation) {}
            try await desk.enter(browser, as: desk.tom)
            #expect(browser.page.contains("One waits to be published by hand."))
            #expect(!browser.page.contains("The next goes out"))
            #expect(browser.page.components(separatedBy: "\">Publish “Sports day").count == 2)
        }
    }
}
