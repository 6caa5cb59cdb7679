import Foundation
import Governance
import Platforms
import Reading
import Store
import Testing

@testable import Actions

@Suite("Going out by itself") struct GoingOutTests {
    @Test("an approved post goes out at its time, once, with the network's own name as the proof")
    func goesOut() async throws {
        let connected = try await ConnectedRoom()
        let post = try await connected.due()
        #expect(try await connected.room.state(post) == .sending)
        #expect(try await connected.room.taskKinds(of: connected.room.author).isEmpty)
        #expect(try await connected.send() == .done)
        #expect(try await connected.send() == .nothingDue)
        #expect(connected.texts == [cleanText])
        #expect(try await connected.room.state(post) == .published)
        let place = try #require(try await connected.room.database.postStory(post)?.lastPlaces.first)
        #expect(place.publication?.by == nil && place.publication?.proof.address == ConnectedRoom.server + "/1")
        #expect(
            try await connected.room.kinds(post).filter { $0.rawValue.contains("attempt") || $0 == .postPublished }
                == [.attemptBegun, .postPublished])
        let day = Day(of: connected.room.now)
        #expect(try await connected.room.database.publishedText(of: post, on: day).map(\.text) == [cleanText])
    }

    @Test("a lost answer is looked for before anything is sent again")
    func lostAnswer() async throws {
        let connected = try await ConnectedRoom()
        connected.networks.behave(ConnectedRoom.server, as: "mute")
        let post = try await connected.due()
        #expect(try await connected.send() == .notNow)
        #expect(try await connected.room.state(post) == .sending)
        await #expect(throws: ActionError.self, "nobody knows whether it is out, so it cannot be taken back") {
            try await WithdrawPost(post: post).perform(
                in: connected.room.organisation, by: .user(connected.room.author))
        }
        #expect(try await connected.send() == .nothingDue)
        connected.room.scratch.pass(60)
        #expect(try await connected.send() == .done)
        #expect(connected.texts == [cleanText])
        #expect(connected.networks.asked.filter { $0 != "check" } == ["publish", "find"])
    }

    @Test("a run that dies between sending and noting leaves one post, and the next run finds it")
    func killed() async throws {
        let connected = try await ConnectedRoom()
        let post = try await connected.due()
        let organisation = connected.room.organisation
        // dies before anything was noted
        _ = try await SendPost().take(in: organisation)
        #expect(try await connected.send() == .nothingDue)
        connected.room.scratch.pass(Dispatch.lease)
        // dies when the network has it and nothing is noted: the first run goes on after its lease ran out
        let dead = try #require(try await SendPost().take(in: organisation))
        connected.networks.behave(ConnectedRoom.server, as: "mute")
        _ = try await SendPost().send(dead, in: organisation)
        connected.room.scratch.pass(Dispatch.lease)
        connected.networks.behave(ConnectedRoom.server, as: "well")
        #expect(try await connected.send() == .done)
        #expect(try await SendPost().send(dead, in: organisation) == .dropped)
        #expect(connected.texts == [cleanText])
        #expect(try await connected.room.state(post) == .published)
    }

    @Test("a network that is down is tried with growing pauses, and at last a person is asked, with the reason")
    func down() async throws {
        let connected = try await ConnectedRoom()
        connected.networks.behave(ConnectedRoom.server, as: "down")
        let post = try await connected.due()
        for pause in Dispatch.pauses {
            #expect(try await connected.send() == .notNow)
            #expect(try await connected.send() == .nothingDue)
            connected.room.scratch.pass(pause)
        }
        #expect(try await connected.send() == .notNow)
        #expect(try await connected.room.state(post) == .ready)
        #expect(try await connected.room.taskKinds(of: connected.room.author) == [.publishByHand])
        _ = try await PublishByHand(
            placement: connected.room.placement(post), proof: ProofGiven(address: "https://www.quay.example/?p=9")
        ).perform(in: connected.room.organisation, by: .user(connected.room.author))
        // what the attempts may have left there is cleared up when the network answers again
        #expect(try await connected.send() == .notNow)
        connected.networks.behave(ConnectedRoom.server, as: "well")
        connected.room.scratch.pass(Dispatch.pauses[0])
        #expect(try await connected.send() == .done)
        #expect(try await connected.send() == .nothingDue)
        #expect(connected.texts == [])
        #expect(try await connected.room.state(post) == .published)
    }

    @Test("what the network refuses is left to a person at once, in the network's words")
    func refused() async throws {
        let connected = try await ConnectedRoom()
        connected.networks.behave(ConnectedRoom.server, as: "refused")
        let post = try await connected.due()
        #expect(try await connected.send() == .notNow)
        let place = try #require(try await connected.room.database.postStory(post)?.lastPlaces.first)
        #expect(place.placement.state == .ready && place.states.last?.why?.contains("Not here") == true)
    }

    @Test("a pause, a closed account and what the policy stops meanwhile hold it back at the last moment")
    func heldBack() async throws {
        let connected = try await ConnectedRoom()
        let room = connected.room
        let post = try await connected.due()
        try await PausePublishing(school: room.school, reason: "Something has happened")
            .perform(in: room.organisation, by: .user(room.head))
        #expect(try await connected.send() == .dropped)
        #expect(try await room.state(post) == .stopped)
        #expect(connected.texts.isEmpty)
    }

    @Test("what waits can be withdrawn until it is sent")
    func withdrawn() async throws {
        let connected = try await ConnectedRoom()
        let post = try await connected.due()
        try await WithdrawPost(post: post, why: "Not today").perform(
            in: connected.room.organisation, by: .user(connected.room.author))
        #expect(try await connected.send() == .nothingDue)
        #expect(connected.texts.isEmpty)
    }

    @Test("where the policy has accounts speak one way replies are closed, and a person is asked where none can")
    func repliesClosed() async throws {
        var closed = AccountDetails()
        closed.comments = false
        // LLT names X, and no Mastodon; under another policy an account may be set so
        for (policy, network) in [("LLT", Network.website), ("LLT", .x), ("LINK", .mastodon)] {
            let connected = try await ConnectedRoom(
                policy, network: network, details: policy == "LLT" ? AccountDetails() : closed)
            let post = try await connected.due()
            try await connected.send()
            #expect(connected.networks.posts(on: ConnectedRoom.server).map(\.closesReplies) == [true])
            let asked = try await connected.room.taskKinds(of: connected.room.author)
            #expect(asked == (network == .mastodon ? [.closeReplies] : []))
            if network == .mastodon {
                try await SayRepliesClosed(connected.room.placement(post)).perform(
                    in: connected.room.organisation, by: .user(connected.room.author))
                #expect(try await connected.room.taskKinds(of: connected.room.author).isEmpty)
            }
        }
    }
}
