import Foundation
import Governance
import Platforms
import Reading
import Store
import Testing

@testable import Actions

/// What attempts may leave on a network, of posts that are not to be there.
@Suite("Clearing up") struct ClearingUpTests {
    /// Given up, though it may be out: it is out, and nobody knows.
    private func lost() async throws -> (ConnectedRoom, Identifier<Post>) {
        let connected = try await ConnectedRoom()
        connected.networks.behave(ConnectedRoom.server, as: "mute")
        let post = try await connected.due()
        #expect(try await connected.send() == .notNow)
        connected.networks.behave(ConnectedRoom.server, as: "down")
        for pause in Dispatch.pauses {
            connected.room.scratch.pass(pause)
            #expect(try await connected.send() == .notNow)
        }
        #expect(try await connected.room.state(post) == .ready)
        #expect(connected.texts == [cleanText])
        connected.networks.behave(ConnectedRoom.server, as: "well")
        return (connected, post)
    }

    @Test("what is withdrawn while it may be out is looked for on the network, and taken down there")
    func withdrawn() async throws {
        let (connected, post) = try await lost()
        let room = connected.room
        try await WithdrawPost(post: post, why: "Not today").perform(in: room.organisation, by: .user(room.author))
        #expect(try await connected.send() == .done)
        #expect(connected.texts.isEmpty)
        #expect(try await room.kinds(post).last == .leftoverCleared)
        #expect(try await connected.send() == .nothingDue)
    }

    @Test("where it cannot be looked for, those who can look are told")
    func notLookedFor() async throws {
        let (connected, post) = try await lost()
        let room = connected.room
        connected.networks.behave(ConnectedRoom.server, as: "revoked")
        try await WithdrawPost(post: post).perform(in: room.organisation, by: .user(room.author))
        #expect(try await connected.send() == .notNow)
        #expect(try await room.kinds(post).last == .clearingFailed)
        #expect(try await connected.send() == .nothingDue)
        let says = try await room.database.news(to: room.author).map(\.says)
        #expect(says.contains { $0.contains("may be out there all the same") })
    }

    @Test("before a person publishes what may be out the network is asked, and what is there is published by its word")
    func byHand() async throws {
        let (connected, post) = try await lost()
        let room = connected.room
        _ = try await PublishByHand(
            placement: room.placement(post), proof: ProofGiven(address: "https://www.quay.example/?p=9")
        ).perform(in: room.organisation, by: .user(room.author))
        #expect(try await room.state(post) == .published)
        let place = try #require(try await room.database.postStory(post)?.lastPlaces.first)
        #expect(place.publication?.proof.address == ConnectedRoom.server + "/1")
        #expect(try await connected.send() == .nothingDue)
        #expect(connected.texts == [cleanText])
    }

    @Test("what is found there and may no longer be is ordered down, with nobody’s name")
    func foundAndRefused() async throws {
        let connected = try await ConnectedRoom()
        let room = connected.room
        connected.networks.behave(ConnectedRoom.server, as: "mute")
        let post = try await connected.due("Well done Rosa Field, our visitor.")
        #expect(try await connected.send() == .notNow)
        connected.networks.behave(ConnectedRoom.server, as: "down")
        for pause in Dispatch.pauses {
            room.scratch.pass(pause)
            #expect(try await connected.send() == .notNow)
        }
        connected.networks.behave(ConnectedRoom.server, as: "well")
        try await AddPerson(
            Person(ref: "P9", kind: .pupil, given: "Rosa", family: "Field", form: "8B", school: "quay")
        ).perform(in: room.organisation, by: .console)
        _ = try await PublishByHand(
            placement: room.placement(post), proof: ProofGiven(address: "https://www.quay.example/?p=9")
        ).perform(in: room.organisation, by: .user(room.author))
        #expect(try await room.state(post) == .ordered)
        let place = try #require(try await room.database.postStory(post)?.lastPlaces.first)
        #expect(place.takedown != nil && place.takedown?.by == nil)
        #expect(try await room.database.news(to: room.author).contains { $0.says.contains("Take down your post") })
        #expect(try await connected.send() == .done)
        #expect(connected.texts.isEmpty)
        #expect(try await room.state(post) == .takenDown)
    }

    @Test("where nobody can say, what a person publishes counts, and what the program had sent is taken away")
    func twice() async throws {
        let (connected, post) = try await lost()
        let room = connected.room
        connected.networks.behave(ConnectedRoom.server, as: "down")
        _ = try await PublishByHand(
            placement: room.placement(post), proof: ProofGiven(address: "https://www.quay.example/?p=9")
        ).perform(in: room.organisation, by: .user(room.author))
        connected.networks.behave(ConnectedRoom.server, as: "well")
        #expect(try await connected.send() == .done)
        #expect(connected.texts.isEmpty)
        #expect(try await room.state(post) == .published)
    }

    @Test("what a person proved by a picture alone may be the very post that is found, and stays there")
    func provedByPicture() async throws {
        let (connected, post) = try await lost()
        let room = connected.room
        connected.networks.behave(ConnectedRoom.server, as: "down")
        _ = try await PublishByHand(placement: room.placement(post), proof: ProofGiven(screenshot: smallPNG))
            .perform(in: room.organisation, by: .user(room.author))
        connected.networks.behave(ConnectedRoom.server, as: "well")
        #expect(try await connected.send() == .done)
        #expect(connected.texts == [cleanText] && !connected.networks.asked.contains("take down"))
        #expect(try await room.state(post) == .published)
    }

    @Test("one post has several addresses, and two posts have two")
    func addresses() {
        let one = "https://x.com/i/status/1993000000000000001"
        #expect(ClearUp.isSame(one, "https://x.com/quay/status/1993000000000000001"))
        #expect(ClearUp.isSame("https://www.quay.example/?p=9", "http://quay.example/?p=9"))
        #expect(!ClearUp.isSame(one, "https://x.com/quay/status/1993000000000000002"))
        #expect(!ClearUp.isSame("https://quay.example/2026/11/9", "https://quay.example/2026/12/9"))
    }

    @Test("an attempt that takes longer than its lease sends nothing once another has the work")
    func lease() async throws {
        let connected = try await ConnectedRoom()
        _ = try await connected.due()
        let organisation = connected.room.organisation
        let slow = try #require(try await SendPost().take(in: organisation))
        connected.room.scratch.pass(Dispatch.lease + 1)
        let next = try #require(try await SendPost().take(in: organisation))
        let until = connected.room.now + Dispatch.lease
        #expect(try await !connected.room.database.keep { try $0.hold(slow, until: until, prepared: "7") })
        #expect(try await connected.room.database.keep { try $0.hold(next, until: until, prepared: nil) })
        #expect(try await SendPost().send(slow, in: organisation) == .dropped)
        #expect(connected.texts.isEmpty)
        #expect(try await SendPost().send(next, in: organisation) == .done)
        #expect(connected.texts == [cleanText])
    }
}
