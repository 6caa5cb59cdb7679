import Foundation
import Governance
import Reading
import Store
import Testing

@testable import Actions
@testable import Website

@Suite("A parent’s page for a child who left") struct LeaverLinkPagesTests {
    private static let anna = "anna@family.example"

    /// Harbour View, where Zofia was shown in a post that is out, and has left; her brother Jan is there still.
    private func school(
        in installation: Installation, _ moved: MovedClock
    ) async throws -> (Organisation, zofia: Identifier<Person>, jan: Identifier<Person>, post: Identifier<Post>) {
        let helen = try await TestSchool.made(in: installation, demonstration: true)
        let organisation = try await installation.organisation("harbour-view")
        let school = try await organisation.school(slug: "harbour-view").id
        func user(_ name: String, _ role: Role) async throws -> Identifier<User> {
            let user = try await InviteUser(
                name: name, email: "\(role.rawValue)@harbourview.example", roles: [role], school: school
            ).perform(in: organisation, by: .console).user
            try await GiveAuthority(
                to: user, at: nil, until: Day(of: moved.clock.now).adding(days: 365), why: "News of the school"
            ).perform(in: organisation, by: .console)
            return user
        }
        let (author, head) = (try await user("Tom Ashworth", .author), try await user("Ruth Calder", .headteacher))
        func pupil(_ ref: String, _ given: String, _ family: String, _ form: String) async throws -> Identifier<Person>
        {
            let id = try await AddPerson(
                Person(ref: ref, kind: .pupil, given: given, family: family, form: form, school: "harbour-view")
            ).perform(in: organisation, by: .console)
            try await ChangeParents(of: id, [.init(name: "Anna Kowalska", email: Self.anna, relation: "mother")])
                .perform(in: organisation, by: .console)
            return id
        }
        let zofia = try await pupil("P1", "Zofia", "Kowalska", "11B")
        let jan = try await pupil("P2", "Jan", "Kowalski", "8A")
        try await RecordAnswers(
            [.init(zofia, by: .parent("Anna Kowalska"), .places(Set(Consent.Channel.allCases)))], by: .paper
        ).perform(in: organisation, by: .user(head))
        let account = try await AddAccount(
            school: school, name: "Harbour View", network: .facebook, handle: "facebook.com/harbourview.example"
        ).perform(in: organisation, by: .user(helen))
        let content = PostDraft(
            text: "The planting bed is full of bulbs", links: [], infringesPrivacy: false,
            publishAt: moved.clock.now + 3_600, places: [DraftPlace(account: account)])
        let post = try await StartPost(school: school, content: content).perform(in: organisation, by: .user(author))
        try await organisation.database.change(by: .user(author)) { tx -> Recorded<Void> in
            var content = content
            let id: Identifier<StoredPicture> = tx.identifier()
            try tx.insert(
                StoredPicture(
                    id: id, post: post, kind: .photo, state: .ready, addedBy: author, addedAt: tx.now, width: 800,
                    height: 600, fingerprint: "0123456789abcdef", hadPosition: false, takenOn: nil), files: [])
            content.pictures = [DraftPicture(id, people: ["P1"], alt: "Bulbs in a bed")]
            try tx.save(content, of: post, version: 2, writers: [author], by: author)
            try tx.keepJudgement(of: id, side: .author, by: author)
            try tx.keepJudgement(of: id, side: .approver, by: head)
            return Recorded(Event(.pictureAdded, RecordSubject(.picture, id)))
        }
        let list = try await organisation.database.pictureList(at: school).version
        if list > 0 {
            for user in [author, head] {
                try await KnowPictureList(at: school, version: list).perform(in: organisation, by: user)
            }
        }
        guard
            case .sent = try await SendForApproval(post: post, version: 2)
                .perform(in: organisation, by: .user(author))
        else { throw ActionError.conflict("not sent") }
        guard
            case .approved = try await ApprovePost(post: post, revision: 1)
                .perform(in: organisation, by: .user(head))
        else { throw ActionError.conflict("not approved") }
        moved.pass(3_700)
        while try await RunDue().perform(in: organisation) {}
        let placement = try #require(try await organisation.database.postStory(post)?.lastPlaces.first).placement.id
        _ = try await PublishByHand(
            placement: placement, proof: ProofGiven(address: "https://facebook.com/harbourview.example/1")
        ).perform(in: organisation, by: .user(author))
        try await RecordLeaving(zofia, why: "Moved away").perform(in: organisation, by: .console)
        return (organisation, zofia, jan, post)
    }

    private func link(_ organisation: Organisation, about pupil: Identifier<Person>) async throws -> String {
        let link = Randomness.system.secret()
        try await organisation.change(by: .console) { tx in
            _ = try tx.insertPictureLink(tokenHash(link), for: Self.anna)
            return Recorded(Event(.consentLinkSent, RecordSubject(.person, pupil)))
        }
        return "/harbour-view/pictures/" + link
    }

    @Test("says how much is out, and takes it down by one press, beside a brother’s answer or alone")
    func takesDown() async throws {
        let moved = MovedClock()
        try await withInstallation(clock: moved.clock) { installation, browser in
            let (organisation, zofia, jan, post) = try await school(in: installation, moved)
            func state() async throws -> PlacementState? {
                try await organisation.database.postStory(post)?.lastPlaces.first?.placement.state
            }
            let words = PictureWords.english
            let both = try await link(organisation, about: jan)
            try await browser.get(both)
            #expect(browser.page.contains(words[.left, ["count": "1"]]) && browser.page.contains("down-\(zofia.text)"))
            #expect(!browser.page.contains("website-\(zofia.text)"), "there is nothing to say yes to")
            #expect(!browser.page.contains("Year 11") && browser.page.contains("website-\(jan.text)"))
            #expect(try await browser.post(both, ["in": "en"]).contains(words[.nothing]))
            var brother = ["in": "en", "name": "Anna Kowalska"]
            for place in Consent.Channel.allCases { brother["\(place.rawValue)-\(jan.text)"] = "yes" }
            #expect(try await browser.post(both, brother).contains(words[.done]))
            #expect(try await state() == .published, "a yes for one says nothing of the other")

            try await RecordLeaving(jan, why: "Moved away").perform(in: organisation, by: .console)
            let alone = try await link(organisation, about: zofia)
            for code in FamilyLanguage.allCases.map(\.rawValue) {
                let page = try await browser.get(alone + "?in=" + code)
                #expect(page.contains(PictureWords.called(code)[.leftDown]), "\(code)")
                #expect(!page.contains("name=\"name\""), "taking down needs no name")
            }
            #expect(try await browser.post(alone, ["in": "en", "all": "no"]).contains(words[.done]))
            #expect(try await state() == .ordered)
        }
    }

    @Test("takes it down without a name or an answer for the other child")
    func ticked() async throws {
        let moved = MovedClock()
        try await withInstallation(clock: moved.clock) { installation, browser in
            let (organisation, zofia, jan, post) = try await school(in: installation, moved)
            let both = try await link(organisation, about: jan)
            #expect(
                try await browser.post(both, ["in": "en", "down-\(zofia.text)": "yes"])
                    .contains(PictureWords.english[.done]))
            let state = try await organisation.database.postStory(post)?.lastPlaces.first?.placement.state
            #expect(state == .ordered)
            #expect(try await organisation.database.saidOfPictures(of: jan).isEmpty)
        }
    }
}
