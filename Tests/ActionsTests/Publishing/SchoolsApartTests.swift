import Actions
import Foundation
import Governance
import Reading
import Store
import Testing

/// A post that goes to accounts of two schools of a trust.
@Suite("Schools of a trust, for their own accounts") struct SchoolsApartTests {
    private func release(
        _ room: PostRoom, _ post: Identifier<Post>, _ finding: Finding, by user: Identifier<User>
    ) async throws {
        try await ReleaseFinding(post: post, finding: finding.key, reason: "Our own video page")
            .perform(in: room.organisation, by: .user(user))
    }

    @Test("a release counts at the school whose role gave it; at another the post still waits for theirs")
    func schoolsApart() async throws {
        let room = try await PostRoom()
        let organisation = room.organisation
        let boss = try await organisation.person("Ada Boss", .administrator, .author, .moderator)
        try await organisation.letSpeak(boss, on: room.now)
        let mill = try await AddSchool(name: "Mill School").perform(in: organisation, by: .user(boss))
        let theirs = try await AddAccount(school: mill, name: "Mill", network: .x, handle: "@mill")
            .perform(in: organisation, by: .user(boss))
        _ = try await StateNoPupils(at: mill, why: "It opens next year")
            .perform(in: organisation, by: .user(boss))
        let theirSLT = try await organisation.person("Una Mill", .slt, at: mill)
        let checker = try await organisation.person("Cy Check", .moderator)
        let post = try await room.start(
            room.draft(cleanText, links: [shortLink], at: [room.facebook, theirs]), by: boss)
        try await room.send(post, by: boss)
        let finding = try #require(try await room.findings(post).first { $0.severity == .hold })
        try await release(room, post, finding, by: room.slt)
        #expect(try await room.database.answers(of: post).releases(at: mill).isEmpty)
        #expect(try await !room.taskKinds(of: room.slt).contains(.releaseFinding))
        #expect(try await room.taskKinds(of: theirSLT).contains(.releaseFinding))
        guard case .refused(let places) = try await room.approve(post, by: checker) else {
            Issue.record("approved at a school that released nothing")
            return
        }
        #expect(places.map(\.account.id) == [theirs])
        try await release(room, post, finding, by: theirSLT)
        guard case .approved(let placements) = try await room.approve(post, by: checker) else {
            Issue.record("refused")
            return
        }
        #expect(placements.count == 2)
    }

    @Test(
        "each school decides for its own accounts: it approves, returns and confirms there, and its tasks close there")
    func schoolsDecideApart() async throws {
        let room = try await PostRoom()
        let organisation = room.organisation
        let boss = try await organisation.person("Ada Boss", .administrator, .author)
        try await organisation.letSpeak(boss, on: room.now)
        let mill = try await AddSchool(name: "Mill School").perform(in: organisation, by: .user(boss))
        let theirs = try await AddAccount(school: mill, name: "Mill", network: .x, handle: "@mill")
            .perform(in: organisation, by: .user(boss))
        _ = try await StateNoPupils(at: mill, why: "It opens next year").perform(in: organisation, by: .user(boss))
        let theirMod = try await organisation.person("Una Mill", .moderator, at: mill)
        let post = try await room.start(
            room.draft("Ring 07700 900142 to book.", at: [room.facebook, theirs]), by: boss)
        let finding = try #require(try await room.findings(post).first { $0.code == "personal_data_phone" })
        let correction = try await AnswerFinding(
            post: post, account: room.facebook, finding: finding.key, kind: .publicNumber, says: "The box office."
        ).perform(in: organisation, by: .user(boss))
        try await room.send(post, by: boss)
        try await ConfirmCorrection(correction: correction).perform(in: organisation, by: .user(room.moderator))
        let answers = try await room.database.answers(of: post)
        #expect(answers.confirmed(at: room.school).count == 1 && answers.confirmed(at: mill).isEmpty)
        #expect(answers.offered(at: mill) == [finding.key] && answers.offered(at: room.school).isEmpty)
        guard case .approved(let placements) = try await room.approve(post) else {
            Issue.record("refused where it was confirmed")
            return
        }
        #expect(placements.map(\.account.id) == [room.facebook])
        #expect(try await !room.taskKinds(of: room.moderator).contains(.decidePost))
        #expect(try await room.taskKinds(of: theirMod).contains(.decidePost))
        guard case .refused = try await room.approve(post, by: theirMod) else {
            Issue.record("approved on the word of another school")
            return
        }
        try await ReturnPost(post: post, revision: 1, note: "Not our box office")
            .perform(in: organisation, by: .user(theirMod))
        let states = try #require(try await room.database.postStory(post)).lastPlaces.map(\.placement)
        #expect(Set(states.map(\.state)) == [.scheduled, .returned])
        #expect(states.first { $0.account.id == theirs }?.state == .returned)
    }

    @Test("nobody sends to an account of a school for which they do not write")
    func accountOfAnother() async throws {
        let room = try await PostRoom()
        let boss = try await room.organisation.person("Ada Boss", .administrator)
        let mill = try await AddSchool(name: "Mill School").perform(in: room.organisation, by: .user(boss))
        let theirs = try await AddAccount(school: mill, name: "Mill", network: .x, handle: "@mill")
            .perform(in: room.organisation, by: .user(boss))
        let post = try await room.start(room.draft(cleanText, at: [room.facebook, theirs]))
        await #expect(throws: ActionError.self) { try await room.send(post) }
    }
}
