import Actions
import Foundation
import Governance
import Platforms
import Reading
import Store
import Testing

/// Pictures of a child may still be out when the child has left: their parent is heard as before.
@Suite("The parent of a pupil who left") struct LeaversParentTests {
    private static let all = Set(Consent.Channel.allCases)
    private static let anna = "anna@family.example"

    /// Jamie, with a parent and a yes, in a school that sends mail.
    private func room(_ mail: PretendCarrier) async throws -> PostRoom {
        let room = try await PostRoom("LLT", mail: mail)
        try await ChangePublicAddress("https://chaperone.quay.example").perform(in: room.installation)
        try await ChangeMailServer(
            to: MailServer(host: "smtp.quay.example", port: 465, security: .tls, from: "c@quay.example", isOn: true)
        ).perform(in: room.organisation, by: .console)
        try await ChangeParents(
            of: room.jamie, [.init(name: "Anna Thornton", email: Self.anna, relation: "mother")]
        ).perform(in: room.organisation, by: .console)
        try await room.organisation.answerByLink(
            of: Self.anna, about: room.jamie, allowing: Self.all, signed: "Anna Thornton")
        return room
    }

    private func leave(_ room: PostRoom) async throws {
        try await RecordLeaving(room.jamie, why: "Moved away").perform(in: room.organisation, by: .console)
    }

    /// The link that comes when Anna asks for one on the public page; nil: none came.
    private func link(_ room: PostRoom, _ mail: PretendCarrier) async throws -> String? {
        let before = await mail.taken.count
        _ = try await WishForLink(email: Self.anna, address: "192.0.2.1").perform(in: room.organisation)
        try await room.runDue()
        try await OutsideWork().perform(in: room.organisation)
        return await mail.taken.dropFirst(before).last { $0.to == Self.anna }.flatMap { mail in
            mail.text.firstMatch(of: /pictures\/([a-z0-9]{20,})/).map { String($0.1) }
        }
    }

    @Test("gets a link as long as something is out, and takes it down by it; nothing else of the child is opened")
    func takesDown() async throws {
        let mail = PretendCarrier()
        let room = try await room(mail)
        let out = try await room.scheduled("P1")
        room.scratch.pass(3 * 3_600)
        try await room.runDue()
        try await room.publish(out)
        try await leave(room)
        #expect(try await room.state(out) == .published)

        let link = try #require(try await link(room, mail))
        let opened = try #require(try await room.organisation.pictureLink(link))
        #expect(opened.pupils.map(\.id) == [room.jamie] && opened.pupils.map(\.outSinceLeaving) == [1])
        func answer(_ places: Set<Consent.Channel>) async throws {
            try await AnswerByLink(
                link: link, children: [.init(room.jamie, allowing: places)], name: "Anna Thornton",
                wording: "2026-11-23", language: "en"
            ).perform(in: room.organisation)
        }
        await #expect(throws: ActionError.self, "no new yes for a leaver") { try await answer([.website]) }
        #expect(try await room.state(out) == .published)
        try await answer([])
        #expect(try await room.state(out) == .ordered)
        #expect(try await room.database.rollEntry(room.jamie)?.person.consent.status == .withdrawn)
        let task = try await room.database.tasks(of: room.author).first { $0.kind == .takeDown }
        #expect(task?.due != nil)
        try await RecordTakedown(
            placement: room.placement(out), proof: ProofGiven(note: "The page says it is not found")
        ).perform(in: room.organisation, by: .user(room.author))
        #expect(try await self.link(room, mail) == nil, "nothing is out any more")
    }

    @Test("gets none where nothing was ever out, nor at an address that the office took off")
    func nothingOut() async throws {
        let mail = PretendCarrier()
        let room = try await room(mail)
        let out = try await room.scheduled("Jamie Thornton")
        let draft = try await room.pictured("P1")
        room.scratch.pass(3 * 3_600)
        try await room.runDue()
        try await leave(room)
        #expect(try await link(room, mail) == nil, "a draft is not out")
        _ = draft
        let other = try await self.room(mail)
        let shown = try await other.scheduled("Jamie Thornton")
        other.scratch.pass(3 * 3_600)
        try await other.runDue()
        try await other.publish(shown)
        try await leave(other)
        let old = try #require(try await link(other, mail))
        try await ChangeParents(
            of: other.jamie, [.init(was: "Anna Thornton", name: "Anna Thornton", email: "", relation: "mother")]
        ).perform(in: other.organisation, by: .console)
        #expect(try await other.organisation.pictureLink(old) == nil)
        #expect(try await link(other, mail) == nil)
        _ = out
    }

    @Test("is heard also where the yes of then was a limited one that ran out")
    func limited() async throws {
        let room = try await room(PretendCarrier())
        try await RecordAnswers(
            [
                .init(
                    room.jamie, by: .parent("Anna Thornton"), .places([.social]),
                    until: Day(of: room.now).adding(days: 20))
            ], by: .paper, on: Day(of: room.now), evenIfOlder: true
        ).perform(in: room.organisation, by: .user(room.head))
        let out = try await room.scheduled("P1")
        room.scratch.pass(3 * 3_600)
        try await room.runDue()
        try await room.publish(out)
        try await leave(room)
        room.scratch.pass(30 * 86_400)
        try await room.runDue()
        #expect(try await room.state(out) == .published)
        try await room.organisation.answerByLink(of: Self.anna, about: room.jamie, allowing: [])
        #expect(try await room.state(out) == .ordered)
    }
}
