import Actions
import Foundation
import Governance
import PolicySeeds
import Reading
import Store
import Testing

@Suite("At its time") struct AtItsTimeTests {
    private func scheduled(
        _ room: PostRoom, _ text: String = "Well done Rosa Field, our visitor."
    ) async throws -> Identifier<Post> {
        let post = try await room.start(room.draft(text))
        try await room.send(post)
        guard case .approved = try await room.approve(post) else {
            Issue.record("not approved")
            return post
        }
        return post
    }

    @Test("a scheduled post is examined once more and made ready for a person")
    func ready() async throws {
        let room = try await PostRoom()
        let post = try await scheduled(room)
        room.scratch.pass(3 * 3_600 - 1)
        try await room.runDue()
        #expect(try await room.state(post) == .scheduled)
        room.scratch.pass(1)
        try await room.runDue()
        #expect(try await room.state(post) == .ready)
        #expect(try await room.taskKinds(of: room.author) == [.publishByHand])
        #expect(try await room.taskKinds(of: room.moderator) == [.publishByHand])
    }

    @Test("an account closed before the time stops the post, and what is out on it all the same comes down")
    func closedAccount() async throws {
        for isReady in [false, true] {
            let room = try await PostRoom()
            let post = try await scheduled(room)
            if isReady {
                room.scratch.pass(3 * 3_600)
                try await room.runDue()
            }
            try await CloseAccount(
                room.facebook, reason: "Unused", archive: "Nothing", followers: "To the website", proof: "Not found"
            ).perform(in: room.organisation, by: .console)
            room.scratch.pass(3 * 3_600)
            try await room.runDue()
            if isReady {
                let publishing = try await PublishByHand(
                    placement: room.placement(post), proof: ProofGiven(address: room.address())
                ).perform(in: room.organisation, by: .user(room.author))
                #expect(publishing == .toComeDown)
                #expect(try await room.state(post) == .ordered)
            } else {
                #expect(try await room.state(post) == .stopped)
            }
        }
    }

    @Test("a pupil who joins the roll after approval stops the post")
    func roll() async throws {
        let room = try await PostRoom()
        let post = try await scheduled(room)
        try await AddPerson(
            Person(ref: "P9", kind: .pupil, given: "Rosa", family: "Field", form: "8B", school: "quay")
        ).perform(in: room.organisation, by: .console)
        room.scratch.pass(3 * 3_600)
        try await room.runDue()
        #expect(try await room.state(post) == .stopped)
        #expect(try await room.taskKinds(of: room.author) == [.lookAtStoppedPost])
        #expect(try await room.taskKinds(of: room.moderator) == [.lookAtStoppedPost])
        let stopped = try #require(try await room.database.timeline(of: post).last)
        #expect(stopped.decision?.findings.map(\.code) == ["pupil_full_name"])
    }

    @Test("what stops after it was handed on is whoever minds it now to look at, and its author is told")
    func handedOn() async throws {
        let room = try await PostRoom()
        let post = try await scheduled(room)
        try await HandOnPosts(from: room.author, to: room.colleague, why: "Leaves at Easter")
            .perform(in: room.organisation, by: .user(room.slt))
        try await AddPerson(
            Person(ref: "P9", kind: .pupil, given: "Rosa", family: "Field", form: "8B", school: "quay")
        ).perform(in: room.organisation, by: .console)
        room.scratch.pass(3 * 3_600)
        try await room.runDue()
        #expect(try await room.state(post) == .stopped)
        #expect(try await room.taskKinds(of: room.colleague) == [.lookAtStoppedPost])
        #expect(try await room.taskKinds(of: room.author).isEmpty)
        func told(_ user: Identifier<User>) async throws -> Bool {
            try await room.database.news(to: user).contains {
                $0.kind == .postDecided && $0.says.contains("was stopped")
            }
        }
        #expect(try await told(room.colleague))
        #expect(try await told(room.author))
    }

    @Test("what is returned after it was handed on is whoever minds it now to change")
    func returnedAfterHandingOn() async throws {
        let room = try await PostRoom()
        let post = try await room.start(room.draft("Sports day is on Friday."))
        try await room.send(post)
        try await HandOnPosts(from: room.author, to: room.colleague, why: "Leaves at Easter")
            .perform(in: room.organisation, by: .user(room.slt))
        try await ReturnPost(post: post, revision: 1, note: "Say when").perform(
            in: room.organisation, by: .user(room.moderator))
        #expect(try await room.taskKinds(of: room.colleague) == [.changePost])
        #expect(try await room.taskKinds(of: room.author).isEmpty)
    }

    @Test("a policy put in force after approval stops the post")
    func policy() async throws {
        let room = try await PostRoom()
        let post = try await scheduled(room, "Well done Jamie, the best sailor of Year 8.")
        let version = try await AddPolicyVersion(bytes: try #require(PolicySeeds.bytes(of: "DSAT")))
            .perform(in: room.organisation, by: .console)
        try await PutPolicyInForce(version: version, why: "A test").perform(in: room.organisation, by: .console)
        room.scratch.pass(3 * 3_600)
        try await room.runDue()
        let last = try await room.database.timeline(of: post).last
        #expect(try await room.state(post) == .stopped, "\(String(describing: last))")
    }

    @Test("what changed between its time and the proof stops it at the last moment")
    func lastMoment() async throws {
        let room = try await PostRoom()
        let post = try await scheduled(room)
        room.scratch.pass(3 * 3_600)
        try await room.runDue()
        try await AddPerson(
            Person(ref: "P9", kind: .pupil, given: "Rosa", family: "Field", form: "8B", school: "quay")
        ).perform(in: room.organisation, by: .console)
        let against = try await LookBeforePublishing(room.placement(post))
            .perform(in: room.organisation, by: .user(room.author))
        #expect(!against.says.isEmpty, "the page gives nothing out any more")
        let publishing = try await PublishByHand(
            placement: room.placement(post), proof: ProofGiven(address: "https://facebook.com/quay.example/1")
        ).perform(in: room.organisation, by: .user(room.author))
        #expect(publishing == .toComeDown)
        #expect(try await room.state(post) == .ordered)
        #expect(try await room.database.postStory(post)?.places.first?.publication != nil)
    }

    @Test("what may not go out any more, and is not out, is stopped by whoever has it open")
    func notOut() async throws {
        let room = try await PostRoom()
        let post = try await scheduled(room)
        room.scratch.pass(3 * 3_600)
        try await room.runDue()
        let placement = try await room.placement(post)
        await #expect(throws: ActionError.self) {
            try await StopUnpublished(placement).perform(in: room.organisation, by: .user(room.author))
        }
        try await AddPerson(
            Person(ref: "P9", kind: .pupil, given: "Rosa", family: "Field", form: "8B", school: "quay")
        ).perform(in: room.organisation, by: .console)
        try await StopUnpublished(placement).perform(in: room.organisation, by: .user(room.author))
        #expect(try await room.state(post) == .stopped)
    }

    @Test("ordered down everywhere, the same post comes down where it is out and is stopped where it is not")
    func everywhere() async throws {
        let room = try await PostRoom()
        let post = try await room.start(room.draft(cleanText, at: [room.facebook, room.x]))
        try await room.send(post)
        try await room.approve(post)
        room.scratch.pass(3 * 3_600)
        try await room.runDue()
        let places = try #require(try await room.database.postStory(post)).lastPlaces.map(\.placement)
        let out = try #require(places.first { $0.account.id == room.facebook })
        _ = try await PublishByHand(
            placement: out.id, proof: ProofGiven(address: "https://facebook.com/quay.example/1")
        )
        .perform(in: room.organisation, by: .user(room.author))
        try await OrderTakedown(
            placement: out.id, reason: "A family asked", deadline: room.now + 3_600, everywhere: true
        ).perform(in: room.organisation, by: .user(room.slt))
        let states = try #require(try await room.database.postStory(post)).lastPlaces.map(\.placement)
        #expect(states.first { $0.account.id == room.facebook }?.state == .ordered)
        #expect(states.first { $0.account.id == room.x }?.state == .stopped)
    }

    @Test("nothing goes out while publishing is paused, and only a named role ends the pause")
    func paused() async throws {
        let room = try await PostRoom()
        let post = try await scheduled(room)
        let ready = try await room.start(room.draft(cleanText))
        try await PausePublishing(school: room.school, reason: "A death in the school community")
            .perform(in: room.organisation, by: .user(room.moderator))
        room.scratch.pass(3 * 3_600)
        try await room.runDue()
        #expect(try await room.state(post) == .stopped)
        for user in [room.author, room.moderator, room.slt] {
            await #expect(throws: ActionError.self) {
                try await ResumePublishing(school: room.school).perform(in: room.organisation, by: .user(user))
            }
        }
        try await ResumePublishing(school: room.school).perform(in: room.organisation, by: .user(room.head))
        #expect(try await room.database.pauses(at: room.school).isEmpty)
        _ = ready
    }

    @Test("a pause of the whole trust stops the schools too, and a school's role does not end it")
    func trust() async throws {
        let room = try await PostRoom()
        try await AddSchool(name: "Mill School", slug: "mill").perform(in: room.organisation, by: .console)
        let ceo = try await room.organisation.person("Cleo Eason", .trustCEO)
        await #expect(throws: ActionError.self) {
            try await PausePublishing(reason: "Crisis").perform(in: room.organisation, by: .user(room.head))
        }
        let post = try await scheduled(room)
        room.scratch.pass(3 * 3_600)
        try await room.runDue()
        try await PausePublishing(reason: "Crisis").perform(in: room.organisation, by: .user(ceo))
        let against = try await LookBeforePublishing(room.placement(post))
            .perform(in: room.organisation, by: .user(room.author))
        #expect(against.says == ["Publishing is paused: Crisis."] && against.passes)
        // out all the same: the proof is never thrown away
        let publishing = try await PublishByHand(
            placement: room.placement(post), proof: ProofGiven(address: "https://facebook.com/quay.example/1")
        ).perform(in: room.organisation, by: .user(room.author))
        #expect(publishing == .toComeDown)
        let place = try #require(try await room.database.postStory(post)?.lastPlaces.first)
        #expect(place.publication?.proof.address == "https://facebook.com/quay.example/1")
        #expect(place.takedown?.reason == "Publishing is paused: Crisis")
        await #expect(throws: ActionError.self) {
            try await ResumePublishing().perform(in: room.organisation, by: .user(room.head))
        }
        try await ResumePublishing().perform(in: room.organisation, by: .user(ceo))
    }
}
