import Actions
import Foundation
import Governance
import Reading
import Store
import Testing

@Suite("What follows from the school’s never") struct NeverFollowsTests {
    @Test("bears nobody’s name: whoever reads a post does not learn whose no took it down", arguments: ["PEN", "LINK"])
    func nobodysName(policy: String) async throws {
        let room = try await PostRoom(policy)
        try await RecordAnswers(
            [.init(room.jamie, by: .parent("Anna Thornton"), .places(Set(Consent.Channel.allCases)))], by: .paper
        ).perform(in: room.organisation, by: .user(room.head))
        let post = try await room.ready(showing: ["P1"]).post
        _ = try await PublishByHand(
            placement: room.placement(post), proof: ProofGiven(address: room.address())
        ).perform(in: room.organisation, by: .user(room.author))
        try await SayNever(room.jamie, reason: "Their address must not become known.")
            .perform(in: room.organisation, by: .user(room.head))
        let place = try #require(try await room.database.postStory(post)?.lastPlaces.first)
        #expect(place.placement.state == .ordered)
        #expect(place.takedown?.by == nil)
        #expect(place.states.last?.by?.user == nil)
        let events = try await room.database.timeline(of: RecordSubject(.post, post))
        let ordered = try #require(events.last { $0.kind == .takedownOrdered })
        #expect(ordered.actorName == nil && ordered.actor?.user == nil)
        let person = try await room.database.timeline(of: RecordSubject(.person, room.jamie))
        #expect(
            person.last { $0.kind == .neverSaid }?.actor?.user == room.head, "who said it is on record, there alone")
        try await room.runDue()
        #expect(try await room.kinds(post).filter { $0 == .takedownOrdered }.count == 1)
    }

    @Test(
        "has the status that a family’s no would have, and stays a never until it is lifted", arguments: [true, false])
    func status(afterYes: Bool) async throws {
        let room = try await PostRoom("PEN")
        if afterYes {
            try await RecordAnswers(
                [.init(room.jamie, by: .parent("Anna Thornton"), .places(Set(Consent.Channel.allCases)))], by: .paper
            ).perform(in: room.organisation, by: .user(room.head))
        }
        try await SayNever(room.jamie, reason: "Never").perform(in: room.organisation, by: .user(room.head))
        let entry = try #require(try await room.database.rollEntry(room.jamie))
        #expect(entry.person.consent.status == (afterYes ? .withdrawn : .refused))
        // a later yes of the family opens nothing
        try await RecordAnswers(
            [.init(room.jamie, by: .parent("Anna Thornton"), .places(Set(Consent.Channel.allCases)))], by: .paper
        ).perform(in: room.organisation, by: .user(room.head))
        let later = try #require(try await room.database.rollEntry(room.jamie))
        #expect(Consent.Channel.allCases.allSatisfy { later.person.consent.shut(on: Day(of: room.now)).contains($0) })
        #expect(
            try await ReadNeverReason(room.jamie).perform(in: room.organisation, by: .user(room.head)) == "Never")
        try await LiftNever(room.jamie).perform(in: room.organisation, by: .user(room.head))
        let lifted = try #require(try await room.database.rollEntry(room.jamie))
        #expect(lifted.person.consent.shut(on: Day(of: room.now)) == [])
    }
}
