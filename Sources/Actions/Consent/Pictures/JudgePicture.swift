import Governance
import Store

/// The author answers for a picture (IMG-05), with all questions ticked; whoever approves it does so when approving.
package struct JudgePicture: Sendable {
    package var post: Identifier<Post>
    package var picture: Identifier<StoredPicture>
    /// How many of the questions were ticked.
    package var ticked: Int

    package init(post: Identifier<Post>, picture: Identifier<StoredPicture>, ticked: Int) {
        self.post = post
        self.picture = picture
        self.ticked = ticked
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        guard ticked == PictureJudgement.questions.count else {
            throw ActionError.invalid("judged", "Tick each line that is true. If one is not, use another picture")
        }
        try await organisation.change(by: actor) { tx in
            let (_, saved) = try tx.draftToPicture(post)
            guard saved.content.pictures.contains(where: { $0.picture == picture }) else {
                throw ActionError.conflict("This picture was taken out of the post")
            }
            return try tx.judge(picture, side: .author, by: try tx.person())
        }
    }
}

extension WriteTransaction {
    func judge(
        _ picture: Identifier<StoredPicture>, side: PictureJudgement.Side, by user: Identifier<User>
    ) throws -> Recorded<Void> {
        try keepJudgement(of: picture, side: side, by: user)
        return Recorded(
            Event(.pictureJudged, RecordSubject(.picture, picture), after: ["side": .text(side.rawValue)]))
    }
}
