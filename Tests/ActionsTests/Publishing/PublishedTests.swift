import Foundation
import Governance
import Reading
import Store
import Testing

@testable import Actions

@Suite("Published by hand") struct PublishedTests {
    @Test("only with proof is a post published, and then word for word on that day and after")
    func proof() async throws {
        let room = try await PostRoom()
        let post = try await room.start(room.draft(cleanText))
        try await room.send(post)
        try await room.approve(post)
        room.scratch.pass(3 * 3_600)
        try await room.runDue()
        let placement = try await room.placement(post)
        for given in [
            ProofGiven(), ProofGiven(address: "javascript:alert(1)"), ProofGiven(address: "facebook.com/1"),
            ProofGiven(screenshot: [UInt8]("GIF89a".utf8)), ProofGiven(screenshot: Array(smallPNG.prefix(60))),
            ProofGiven(screenshot: Array(smallPNG.prefix(8)) + [UInt8]("<script>alert(1)</script>".utf8)),
            ProofGiven(note: "It is there"),
            ProofGiven(screenshot: [0xFF, 0xD8, 0xFF] + [UInt8](repeating: 0, count: ProofGiven.mostBytes)),
        ] {
            await #expect(throws: ActionError.self) {
                try await PublishByHand(placement: placement, proof: given)
                    .perform(in: room.organisation, by: .user(room.author))
            }
        }
        await #expect(throws: ActionError.self, "an address of another network proves nothing") {
            try await PublishByHand(
                placement: placement, proof: ProofGiven(address: "https://www.instagram.com/p/abc")
            ).perform(in: room.organisation, by: .user(room.moderator))
        }
        _ = try await PublishByHand(placement: placement, proof: ProofGiven(screenshot: smallPNG))
            .perform(in: room.organisation, by: .user(room.moderator))
        #expect(try await room.state(post) == .published)
        let day = Day(of: room.now)
        let texts = try await room.database.publishedText(of: post, on: day)
        #expect(texts.map(\.text) == [cleanText])
        #expect(try await room.database.publishedText(of: post, on: day.adding(days: -1)).isEmpty)
        let screenshot = try #require(texts.first?.proof.screenshot)
        #expect(try await room.database.picture(of: screenshot) == smallPNG)
        await #expect(throws: ActionError.self) {
            try await PublishByHand(placement: placement, proof: ProofGiven(address: "https://facebook.com/a/1"))
                .perform(in: room.organisation, by: .user(room.author))
        }
    }

    @Test("its pictures are looked at once more: a yes that has run out, or a picture that is gone, stops it")
    func picturesOnceMore() async throws {
        for isGone in [false, true] {
            let room = try await PostRoom("PEN")
            let day = Day(of: room.now)
            try await RecordAnswers(
                [.init(room.jamie, by: .parent("Anna Thornton"), .places([.social, .website]), until: day)], by: .paper
            ).perform(in: room.organisation, by: .user(room.head))
            let post = try await room.start(room.draft(cleanText))
            let picture = try await room.add(to: post)
            try await room.describe(picture, of: post, people: ["P1"])
            try await room.send(post)
            _ = try await ApprovePost(post: post, revision: 1, judged: [picture])
                .perform(in: room.organisation, by: .user(room.moderator))
            room.scratch.pass(3 * 3_600)
            try await room.runDue()
            #expect(try await room.state(post) == .ready)
            if isGone {
                try await room.organisation.change(by: .console) { tx in
                    try tx.erase(picture, as: .destroyed)
                    return Recorded(Event(.pictureDestroyed, RecordSubject(.picture, picture)))
                }
            } else {
                room.scratch.pass(86_400)
            }
            let publishing = try await PublishByHand(
                placement: room.placement(post), proof: ProofGiven(address: "https://facebook.com/quay.example/posts/1")
            ).perform(in: room.organisation, by: .user(room.author))
            #expect(publishing == .toComeDown)
            let place = try #require(try await room.database.postStory(post)?.places.first)
            #expect(place.placement.state == .ordered)
            #expect(place.publication?.proof.address == "https://facebook.com/quay.example/posts/1")
            #expect(isGone == (place.takedown?.deadline == room.now + 3_600))
        }
    }

    @Test("a take-down asks for what its own form has")
    func takedownProof() async throws {
        let room = try await PostRoom()
        let placement = try await room.placement(room.published())
        try await OrderTakedown(placement: placement, reason: "A family asked", deadline: room.now + 3_600)
            .perform(in: room.organisation, by: .user(room.slt))
        for nothing in [ProofGiven(), ProofGiven(note: "gone"), ProofGiven(note: " Gone now. ")] {
            await #expect(
                throws: ActionError.invalid(
                    "proof",
                    "Say in three words or more what its address shows now, such as “Page not found”, or attach a "
                        + "screenshot")
            ) {
                try await RecordTakedown(placement: placement, proof: nothing)
                    .perform(in: room.organisation, by: .user(room.author))
            }
        }
    }

    @Test("a leaver's posts pass only to somebody who writes posts at their school")
    func handedOnToWriters() async throws {
        let room = try await PostRoom()
        _ = try await room.published()
        let governor = try await room.organisation.person("Grace Hill", .governor, at: room.school)
        await #expect(throws: ActionError.self) {
            try await HandOnPosts(from: room.author, to: governor, why: "Leaves at Easter")
                .perform(in: room.organisation, by: .user(room.slt))
        }
    }

    @Test("its whole story stands in the Record, in sentences")
    func story() async throws {
        let room = try await PostRoom()
        let post = try await room.published()
        let says = try await room.database.timeline(of: post).map { "\($0.who) \($0.says)" }
        #expect(
            says == [
                "Priya Nair began the post", "Priya Nair sent revision 1 for approval on Quay School",
                "Mo Derry approved revision 1 on Quay School",
                "Chaperone examined it again at its time on Quay School: nothing stops it",
                "Priya Nair published it by hand on Quay School",
            ])
    }

    @Test("a colleague without a role does not publish another's post")
    func whoPublishes() async throws {
        let room = try await PostRoom()
        let post = try await room.start(room.draft(cleanText))
        try await room.send(post)
        try await room.approve(post)
        room.scratch.pass(3 * 3_600)
        try await room.runDue()
        await #expect(throws: ActionError.notPermitted("Its author or a moderator publishes this post")) {
            try await PublishByHand(
                placement: room.placement(post), proof: ProofGiven(address: "https://facebook.com/a/1")
            ).perform(in: room.organisation, by: .user(room.colleague))
        }
    }

    @Test("an order to take down has a deadline; past it, it is chased; the proof ends it")
    func takedown() async throws {
        let room = try await PostRoom()
        let post = try await room.published()
        let placement = try await room.placement(post)
        try await OrderTakedown(
            placement: placement, reason: "A family asked", section: "10.2", deadline: room.now + 3_600
        ).perform(in: room.organisation, by: .user(room.slt))
        #expect(try await room.taskKinds(of: room.author) == [.takeDown])
        room.scratch.pass(3_600)
        try await room.runDue()
        #expect(try await room.taskKinds(of: room.slt) == [.chaseTakedown])
        try await RecordTakedown(placement: placement, proof: ProofGiven(note: "The page answers with not found"))
            .perform(in: room.organisation, by: .user(room.author))
        #expect(try await room.state(post) == .takenDown)
        #expect(try await room.taskKinds(of: room.slt).isEmpty)
        #expect(try await room.kinds(post).suffix(3) == [.takedownOrdered, .takedownOverdue, .takenDown])
        let today = Day(of: room.now)
        #expect(try await room.database.publishedText(of: post, on: today).first?.takenDownAt == room.now)
        #expect(try await room.database.publishedText(of: post, on: today.adding(days: 1)).isEmpty)
        let takedown = try #require(try await room.database.postStory(post)?.lastPlaces.first?.takedown)
        #expect(takedown.section == "10.2" && takedown.overdueAt != nil && takedown.doneAt != nil)
    }

    @Test("an old post asks its keeper to look again, and a leaver's posts pass to a colleague")
    func review() async throws {
        let room = try await PostRoom()
        let post = try await room.published()
        room.scratch.pass(26 * 7 * 86_400)
        try await room.runDue()
        #expect(try await room.taskKinds(of: room.author) == [.reviewPost])
        try await HandOnPosts(from: room.author, to: room.colleague, why: "Leaves at Easter")
            .perform(in: room.organisation, by: .user(room.slt))
        #expect(try await room.taskKinds(of: room.author).isEmpty)
        #expect(try await room.taskKinds(of: room.colleague) == [.reviewPost])
        try await ReviewPost(placement: room.placement(post), outcome: .stillRight)
            .perform(in: room.organisation, by: .user(room.colleague))
        #expect(try await room.taskKinds(of: room.colleague).isEmpty)
        room.scratch.pass(26 * 7 * 86_400)
        try await room.runDue()
        try await ReviewPost(placement: room.placement(post), outcome: .takeDown, why: "The event is over")
            .perform(in: room.organisation, by: .user(room.colleague))
        #expect(try await room.state(post) == .ordered)
        #expect(try await room.database.postStory(post)?.post.author == room.author)
    }

    @Test("lists find a post by its words, state, account, author and day")
    func lists() async throws {
        let room = try await PostRoom()
        let out = try await room.published("Élan at the regatta: Year 8 sailed well.")
        let draft = try await room.start(room.draft("Open evening", at: [room.x]), by: room.colleague)
        func found(_ alter: (inout PostFilter) -> Void) async throws -> [Identifier<Post>] {
            var filter = PostFilter()
            alter(&filter)
            return try await room.database.posts(filter).lines.map(\.id)
        }
        #expect(try await found { _ in }.count == 2)
        #expect(try await found { $0.text = "elan REGATTA" } == [out])
        #expect(try await found { $0.states = [.published] } == [out])
        #expect(
            try await found {
                $0.states = [.published, .waiting]
                $0.account = room.facebook
            } == [out])
        #expect(try await found { $0.account = room.x }.isEmpty)
        #expect(try await found { $0.draftsOnly = true } == [draft])
        #expect(try await found { $0.author = room.colleague } == [draft])
        #expect(try await found { $0.reach = PostReach(Identifier("nobody"), Authority()) }.isEmpty)
        #expect(try await found { $0.from = Day(of: room.now).adding(days: 1) }.isEmpty)
        #expect(try await found { $0.to = Day(of: room.now) }.count == 2)
        #expect(try await found { $0.text = "100%_" }.isEmpty)
        for (user, published, drafts) in [(room.author, 1, 0), (room.colleague, 0, 1)] {
            let written = try await room.database.home(
                of: user, decidingWith: nil, writes: true, mostNews: 1, mostPosts: 5
            ).written
            #expect(written?.counts[.published] == published)
            #expect(written?.counts.drafts == drafts)
            #expect(written?.latest.count == published + drafts)
        }
        let today = Day(of: room.now)
        #expect(try await room.database.calendar(from: today, to: today).map(\.post) == [out])
        let figures = try await room.database.postingFigures(from: today, to: today.adding(days: 30))
        #expect(figures[.published]?.placements == 1 && figures[.published]?.next == nil)
        #expect(try await room.database.postingFigures(from: today, to: today, within: .none).isEmpty)
    }

    @Test("what is withdrawn goes nowhere, and what is out is not withdrawn")
    func withdraw() async throws {
        let room = try await PostRoom()
        let post = try await room.start(room.draft(cleanText))
        try await room.send(post)
        try await WithdrawPost(post: post, why: "Rained off").perform(in: room.organisation, by: .user(room.author))
        room.scratch.pass(3 * 3_600)
        try await room.runDue()
        #expect(try await room.state(post) == .withdrawn)
        let out = try await room.published()
        await #expect(throws: ActionError.self) {
            try await WithdrawPost(post: out).perform(in: room.organisation, by: .user(room.author))
        }
    }

    @Test("the changes that lead to publication take a permit of the door, and nothing else")
    func permits() {
        let publish: (WriteTransaction) -> (Placement, Identifier<User>, Proof, Permit<PublishPost>) throws -> Void =
            WriteTransaction.publish
        let ready: (WriteTransaction) -> (Placement, Permit<PublishPost>) throws -> Void = WriteTransaction.makeReady
        let schedule: (WriteTransaction) -> (Placement, PostApproval, Permit<PublishPost>, String?) throws -> Void =
            WriteTransaction.schedule
        let queued: (WriteTransaction) -> (Placement, Permit<PublishPost>) throws -> Void =
            WriteTransaction.makeSending
        let tried: (WriteTransaction) -> (Placement, Permit<PublishPost>) throws -> Void = WriteTransaction.noteAttempt
        _ = (publish, ready, schedule, queued, tried)
    }

    @Test("the network’s own word counts only after an attempt that the door let through")
    func neverTried() async throws {
        let connected = try await ConnectedRoom()
        let post = try await connected.due()
        let id = try await connected.room.placement(post)
        let known = try #require(try await connected.room.database.sealedConnection(of: connected.website)).known
        await #expect(throws: ActionError.self) {
            try await connected.room.database.change(by: .schedule) { tx in
                try tx.publish(tx.placement(id), networkID: "1", by: known, proof: Proof(note: "It is there"))
                return .unchanged
            }
        }
        #expect(try await connected.room.state(post) == .sending)
    }
}
