import Foundation
import Governance
import Platforms
import Reading
import Store
import Testing

@testable import Actions

@Suite("A correction of what is out with a picture") struct CorrectedDescriptionTests {
    @Test(
        "changes descriptions where the network can, and is left to a person with a sentence where none can",
        arguments: [Network.website, .mastodon, .linkedin])
    func descriptions(network: Network) async throws {
        let connected = try await ConnectedRoom(network: network)
        let room = connected.room
        let post = try await room.start(room.draft(cleanText, at: [connected.website]))
        let picture = try await room.add(to: post)
        try await room.describe(picture, of: post)
        let approve = { (revision: Int) in
            _ = try await ApprovePost(post: post, revision: revision, judged: [picture])
                .perform(in: room.organisation, by: .user(room.moderator))
        }
        try await room.send(post)
        try await approve(1)
        room.scratch.pass(3 * 3_600)
        try await room.runDue()
        #expect(try await connected.send() == .done)
        try await DescribePicture(
            post: post, description: DraftPicture(picture, people: [], alt: "A ship at the quay")
        ).perform(in: room.organisation, by: .user(room.author))
        try await JudgePicture(post: post, picture: picture, ticked: PictureJudgement.questions.count)
            .perform(in: room.organisation, by: .user(room.author))
        try await room.send(post)
        try await approve(2)
        try await room.runDue()
        let isChanged = network != .linkedin
        #expect(try await connected.send() == (isChanged ? .done : .notNow))
        #expect(connected.networks.asked.contains("edit") == isChanged)
        let out = try #require(connected.networks.posts(on: ConnectedRoom.server).first)
        #expect(out.pictures.map(\.bytes.isEmpty) == [isChanged], "a correction has the descriptions alone")
        #expect(out.pictures.map(\.alt) == [isChanged ? "A ship at the quay" : "A boat at the quay"])
        let left = try await room.database.timeline(of: RecordSubject(.post, post)).last { $0.kind == .leftToAPerson }
        #expect((left?.content?.why?.contains("cannot be changed there by a program") ?? false) == !isChanged)
    }
}
