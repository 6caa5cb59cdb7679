import Actions
import Foundation
import GRDB
import Governance
import Reading
import Store
import Testing

/// A real file of Tests/Pictures.
func pictureFile(_ name: String) throws -> [UInt8] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Pictures")
    return [UInt8](try Data(contentsOf: folder.appending(path: name)))
}

extension PostRoom {
    @discardableResult
    func add(_ name: String = "quay.jpg", to post: Identifier<Post>) async throws -> Identifier<StoredPicture> {
        try await AddPicture(post: post, bytes: pictureFile(name)).perform(in: organisation, by: .user(author)).picture
    }

    /// Says who is in it, and answers for it.
    func describe(
        _ picture: Identifier<StoredPicture>, of post: Identifier<Post>, people: [String] = [], judged: Bool = true,
        alt: String = "A boat at the quay"
    ) async throws {
        try await DescribePicture(
            post: post, description: DraftPicture(picture, people: people, alt: alt)
        ).perform(in: organisation, by: .user(author))
        guard judged else { return }
        try await JudgePicture(post: post, picture: picture, ticked: PictureJudgement.questions.count)
            .perform(in: organisation, by: .user(author))
    }

    /// A post with one picture, for which its author and its approver have answered.
    /// - Parameter people: who is in it, by reference.
    func approved(showing people: [String] = []) async throws -> (
        post: Identifier<Post>, picture: Identifier<StoredPicture>
    ) {
        let post = try await start(draft(cleanText))
        let picture = try await add(to: post)
        try await describe(picture, of: post, people: people)
        try await send(post)
        _ = try await ApprovePost(post: post, revision: 1, judged: [picture])
            .perform(in: organisation, by: .user(moderator))
        return (post, picture)
    }

    /// The same, and its time has come.
    func ready(
        showing people: [String] = []
    ) async throws -> (post: Identifier<Post>, picture: Identifier<StoredPicture>) {
        let made = try await approved(showing: people)
        scratch.pass(3 * 3_600)
        try await runDue()
        return made
    }

    var pictureFiles: [(name: String, writtenAt: Date)] { PictureFolder(beside: database).files() }

    /// Whose the open tasks of a kind are: `role slt`, or `user` and who.
    func openTasks(_ kind: NewTask.Kind) async throws -> [String] {
        try await database.read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT coalesce('role ' || assigneeRole, 'user ' || assigneeUser) FROM task
                    WHERE kind = ? AND closedAt IS NULL ORDER BY 1
                    """, arguments: [kind.rawValue])
        }
    }

    /// What the schedule does when files are to be erased.
    func eraseLater() async throws {
        try await database.keep { try $0.setDue(.erasePictures, "files", at: $0.now) }
        try await runDue()
    }

    func pictures(_ post: Identifier<Post>) async throws -> [StoredPicture] {
        try #require(try await database.postStory(post)).pictures
    }
}
