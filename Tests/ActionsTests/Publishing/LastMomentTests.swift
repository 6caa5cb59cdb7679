import Foundation
import Governance
import Platforms
import Reading
import Store
import Synchronization
import Testing

@testable import Actions

@Suite("Directly before a post goes out") struct LastMomentTests {
    private func due(
        _ text: String = cleanText, withPicture: Bool = false
    ) async throws -> (SlowNetwork, PostRoom, Identifier<Post>) {
        let network = SlowNetwork()
        let room = try await PostRoom(networks: network)
        let website = try await AddAccount(
            school: room.school, name: "Quay’s own", network: .website, handle: "www.quay.example"
        ).perform(in: room.organisation, by: .user(room.slt))
        try await ConnectAccount(website, server: "www.quay.example", userName: "a", secret: "p w d")
            .perform(in: room.organisation, by: .user(room.administrator()))
        let post = try await room.start(room.draft(text, at: [website]))
        var pictures: [Identifier<StoredPicture>] = []
        if withPicture {
            pictures.append(try await room.add(to: post))
            try await room.describe(pictures[0], of: post)
        }
        try await room.send(post)
        _ = try await ApprovePost(post: post, revision: 1, judged: Set(pictures))
            .perform(in: room.organisation, by: .user(room.moderator))
        room.scratch.pass(3 * 3_600)
        try await room.runDue()
        return (network, room, post)
    }

    /// Nothing goes out in the run in which it happens, and the next one stops it.
    private func neverGoesOut(_ post: Identifier<Post>, _ room: PostRoom, _ network: SlowNetwork) async throws {
        #expect(try await SendPost().perform(in: room.organisation) == .dropped)
        #expect(network.posts.isEmpty)
        network.during(nil)
        room.scratch.pass(Dispatch.lease + 1)
        #expect(try await SendPost().perform(in: room.organisation) == .dropped)
        #expect(network.posts.isEmpty)
        #expect(try await room.state(post) == .stopped)
    }

    @Test("a pause that came while it was uploaded counts, and the next run stops it")
    func paused() async throws {
        let (network, room, post) = try await due()
        network.during {
            try await PausePublishing(school: room.school, reason: "Something has happened")
                .perform(in: room.organisation, by: .user(room.head))
        }
        try await neverGoesOut(post, room, network)
    }

    @Test(
        "a picture that is locked or destroyed while it is uploaded, or before, never goes out",
        arguments: [(true, true), (true, false), (false, true), (false, false)])
    func pictureEnded(isLocked: Bool, isDuring: Bool) async throws {
        let (network, room, post) = try await due(withPicture: true)
        let picture = try #require(try await room.database.postStory(post)?.pictures.first?.id)
        let end: @Sendable () async throws -> Void = {
            if isLocked {
                try await SealPictureAway(post: post, picture: picture)
                    .perform(in: room.organisation, by: .user(room.author))
            } else {
                try await DestroyPicture(post: post, picture: picture)
                    .perform(in: room.organisation, by: .user(room.author))
            }
        }
        if isDuring {
            network.during(end)
            #expect(try await SendPost().perform(in: room.organisation) == .dropped)
            network.during(nil)
            room.scratch.pass(Dispatch.lease + 1)
        } else {
            // it may be out, as far as is known, when the picture is ended
            network.during { throw NetworkTrouble.unsure }
            #expect(try await SendPost().perform(in: room.organisation) == .notNow)
            network.during(nil)
            try await end()
            room.scratch.pass(3_600)
        }
        #expect(try await SendPost().perform(in: room.organisation) == .dropped)
        #expect(network.posts.isEmpty)
        #expect(try await room.state(post) == .stopped)
    }

    @Test("what the policy stops meanwhile is asked once more: a name that came onto the roll")
    func refused() async throws {
        let (network, room, post) = try await due("Well done Rosa Field, our visitor.")
        network.during {
            try await AddPerson(
                Person(ref: "P9", kind: .pupil, given: "Rosa", family: "Field", form: "8B", school: "quay")
            ).perform(in: room.organisation, by: .console)
        }
        try await neverGoesOut(post, room, network)
    }

    @Test("what the network refuses is not left to a person where the door refuses it by now")
    func leftToNobody() async throws {
        let (network, room, post) = try await due("Well done Rosa Field, our visitor.")
        network.during {
            try await AddPerson(
                Person(ref: "P9", kind: .pupil, given: "Rosa", family: "Field", form: "8B", school: "quay")
            ).perform(in: room.organisation, by: .console)
            throw NetworkTrouble.refused("Too long")
        }
        #expect(try await SendPost().perform(in: room.organisation) == .notNow)
        #expect(try await room.state(post) == .stopped)
        #expect(try await !room.taskKinds(of: room.author).contains(.publishByHand))
    }

    /// Out, and a correction of it is approved and due.
    private func correctionDue() async throws -> (SlowNetwork, PostRoom, Identifier<Post>) {
        let (network, room, post) = try await due()
        #expect(try await SendPost().perform(in: room.organisation) == .done)
        try await room.rewrite(post) { $0.text = "Sports day is on Monday." }
        try await room.send(post)
        try await room.approve(post)
        try await room.runDue()
        return (network, room, post)
    }

    @Test("a correction is asked about directly before the words are changed, too")
    func corrected() async throws {
        let (network, room, post) = try await correctionDue()
        network.during {
            try await PausePublishing(school: room.school, reason: "Something has happened")
                .perform(in: room.organisation, by: .user(room.head))
        }
        #expect(try await SendPost().perform(in: room.organisation) == .dropped)
        #expect(network.posts.map(\.text) == [cleanText])
        network.during(nil)
        room.scratch.pass(Dispatch.lease + 1)
        #expect(try await SendPost().perform(in: room.organisation) == .dropped)
        #expect(network.posts.map(\.text) == [cleanText])
        #expect(try await room.state(post) == .stopped)
    }

    @Test("a correction that may have gone through and is stopped then says so: nobody can look for it by itself")
    func correctedUnseen() async throws {
        let (network, room, post) = try await correctionDue()
        network.during { throw NetworkTrouble.unsure }
        #expect(try await SendPost().perform(in: room.organisation) == .notNow)
        network.during(nil)
        try await PausePublishing(school: room.school, reason: "Something has happened")
            .perform(in: room.organisation, by: .user(room.head))
        room.scratch.pass(Dispatch.pauses[0])
        #expect(try await SendPost().perform(in: room.organisation) == .dropped)
        #expect(try await room.state(post) == .stopped)
        #expect(try await room.database.news(to: room.author).contains { $0.says.contains("may be out on") })
        #expect(
            try await room.database.tasks(of: room.author).contains {
                $0.kind == .lookAtStoppedPost && $0.rule.contains("look there")
            })
    }

    @Test("an order that comes while it is uploaded is kept: it is stopped by it, and left to nobody")
    func orderedMeanwhile() async throws {
        let (network, room, post) = try await due()
        network.during {
            try await ReportMistake(post: post, wish: .takeDown, says: "The day is wrong.")
                .perform(in: room.organisation, by: .user(room.author))
            throw NetworkTrouble.unreachable
        }
        #expect(try await SendPost().perform(in: room.organisation) == .notNow)
        #expect(network.posts.isEmpty)
        let place = try #require(try await room.database.postStory(post)?.lastPlaces.first)
        #expect(place.placement.state == .stopped)
        #expect(place.states.last?.why == "A mistake was reported")
        #expect(try await !room.taskKinds(of: room.author).contains(.publishByHand))
    }

    @Test(
        "an order that comes while nobody can say whether it is out is kept for days: once it is found it comes down by it",
        arguments: [0, 5 * 86_400] as [TimeInterval])
    func orderedBeforeItWasFound(after: TimeInterval) async throws {
        let (network, room, post) = try await due()
        network.losesItsAnswers(true)
        #expect(try await SendPost().perform(in: room.organisation) == .notNow)
        network.losesItsAnswers(false)
        try await ReportMistake(post: post, wish: .takeDown, says: "The day is wrong.")
            .perform(in: room.organisation, by: .user(room.author))
        let before = try #require(try await room.database.postStory(post)?.lastPlaces.first)
        #expect(before.placement.state == .sending)
        let order = try #require(before.orderOnceOut)
        #expect(order.by == room.author)
        room.scratch.pass(after)
        #expect(try await SendPost().perform(in: room.organisation) == .done)
        let out = try #require(try await room.database.postStory(post)?.lastPlaces.first)
        #expect(out.placement.state == .ordered)
        #expect(out.takedown?.reason == "A mistake was reported")
        #expect(out.takedown?.by == room.author)
        #expect(out.takedown?.deadline == max(order.deadline, room.now + 3_600))
        #expect(try await SendPost().perform(in: room.organisation) == .done)
        #expect(network.posts.isEmpty)
        #expect(try await room.state(post) == .takenDown)
    }

    @Test("an order whose post no program can look for stays somebody's task, with its time, and comes down by it")
    func orderedAndNeverFound() async throws {
        let (network, room, post) = try await due()
        network.losesItsAnswers(true)
        #expect(try await SendPost().perform(in: room.organisation) == .notNow)
        try await ReportMistake(post: post, wish: .takeDown, says: "The day is wrong.")
            .perform(in: room.organisation, by: .user(room.author))
        let story = try #require(try await room.database.postStory(post)?.lastPlaces.first)
        let order = try #require(story.orderOnceOut)
        let asked = try #require(
            try await room.database.tasks(of: room.author).first { $0.kind == .lookAtStoppedPost })
        #expect(asked.due == order.deadline)
        try await DisconnectAccount(story.placement.account.id)
            .perform(in: room.organisation, by: .user(room.administrator()))
        #expect(try await SendPost().perform(in: room.organisation) == .notNow)
        #expect(try await room.state(post) == .stopped)
        let look = try #require(
            try await room.database.tasks(of: room.author).first { $0.kind == .lookAtStoppedPost })
        #expect(look.due == order.deadline)
        // days later somebody finds it there
        room.scratch.pass(5 * 86_400)
        _ = try await PublishByHand(
            placement: room.placement(post), proof: ProofGiven(address: "https://www.quay.example/1")
        ).perform(in: room.organisation, by: .user(room.author))
        let out = try #require(try await room.database.postStory(post)?.lastPlaces.first)
        #expect(out.placement.state == .ordered)
        #expect(out.takedown?.by == room.author, "whoever ordered it hears that it is down")
        #expect(out.takedown?.deadline == room.now + 3_600)
    }

    @Test("a permission that another renewed at the same moment has not ended: what comes down is asked for again")
    func renewed() async throws {
        let (network, room, post) = try await due()
        #expect(try await SendPost().perform(in: room.organisation) == .done)
        try await OrderTakedown(
            placement: room.placement(post), reason: "A family asked", deadline: room.now + 3_600
        ).perform(in: room.organisation, by: .user(room.slt))
        let organisation = room.organisation
        let account = try #require(try await room.database.postStory(post)?.lastPlaces.first).placement.account.id
        network.during {
            let known = try #require(try await organisation.database.sealedConnection(of: account)).known
            let renewed = try organisation.seal(ConnectionSecret(token: "new"), of: account)
            try await organisation.database.keep { try $0.renewSecret(of: known, renewed) }
            throw NetworkTrouble.permissionEnded
        }
        #expect(try await SendPost().perform(in: organisation) == .notNow)
        #expect(try await room.database.sealedConnection(of: account)?.known.brokenSince == nil)
        network.during(nil)
        room.scratch.pass(Dispatch.pauses[0])
        #expect(try await SendPost().perform(in: organisation) == .done)
        #expect(network.posts.isEmpty)
        #expect(try await room.state(post) == .takenDown)
    }

    @Test("an attempt whose lease ran out while it uploaded sends nothing")
    func overtaken() async throws {
        let (network, room, post) = try await due()
        let (organisation, scratch) = (room.organisation, room.scratch)
        network.during {
            scratch.pass(Dispatch.lease + 1)
            _ = try await SendPost().take(in: organisation)
        }
        let slow = try #require(try await SendPost().take(in: organisation))
        #expect(try await SendPost().send(slow, in: organisation) == .dropped)
        #expect(network.posts.isEmpty)
        network.during(nil)
        scratch.pass(Dispatch.lease + 1)
        #expect(try await SendPost().perform(in: organisation) == .done)
        #expect(network.posts.count == 1)
        #expect(try await room.state(post) == .published)
    }
}
