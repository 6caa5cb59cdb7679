import Actions
import Foundation
import Governance
import Reading
import Store
import Testing

@Suite("Everything that shows somebody") struct EverythingShowingTests {
    @Test("says of what is to come down by when, and who is asked")
    func comesDown() async throws {
        let room = try await PostRoom()
        try await RecordAnswers([.init(room.jamie, by: .form, .places(Set(Consent.Channel.allCases)))], by: .paper)
            .perform(in: room.organisation, by: .console)
        let post = try await room.ready(showing: ["P1"]).post
        let out = try await room.placement(post)
        _ = try await PublishByHand(
            placement: out, proof: ProofGiven(address: "https://facebook.com/quay.example/1")
        ).perform(in: room.organisation, by: .user(room.author))
        let deadline = room.now + 3_600
        #expect(try await room.database.everythingShowing(room.jamie).toComeDown.isEmpty)
        try await OrderTakedown(placement: out, reason: "A family asked", deadline: deadline)
            .perform(in: room.organisation, by: .user(room.slt))
        let found = try await room.database.everythingShowing(room.jamie)
        let down = try #require(found.toComeDown[out])
        #expect(down.deadline == deadline)
        let author = try await room.database.userNames()[room.author]
        #expect(author.map(down.people.contains) == true)
    }

    @Test("is not answered for by whoever has a person of the list in the picture")
    func judged() async throws {
        let room = try await PostRoom()
        let post = try await room.start(room.draft(cleanText))
        let picture = try await room.add(to: post)
        try await room.describe(picture, of: post, people: ["P1"], judged: false)
        try await RecordAnswers([.init(room.jamie, by: .form, .places([]))], by: .paper)
            .perform(in: room.organisation, by: .console)
        let all = PictureJudgement.questions.count
        let refused = await #expect(throws: ActionError.self) {
            try await JudgePicture(post: post, picture: picture, ticked: all)
                .perform(in: room.organisation, by: .user(room.author))
        }
        guard case .invalid(let errors)? = refused else {
            Issue.record("\(String(describing: refused))")
            return
        }
        #expect(errors.map(\.field) == ["judged"] && errors[0].says.contains("Jamie T. is on the list"))
        #expect(try await room.database.judgements(of: post).isEmpty)
        try await room.describe(picture, of: post)
        #expect(try await room.database.judgements(of: post).count == 1)
    }
}
