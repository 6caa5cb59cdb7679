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
            guard let judged = saved.content.pictures.first(where: { $0.picture == picture }) else {
                throw ActionError.conflict("This picture was taken out of the post")
            }
            try tx.requireNobodyListed(in: judged)
            return try tx.judge(picture, side: .author, by: try tx.person())
        }
    }
}

extension WriteTransaction {
    /// Nobody answers for what the list itself contradicts: whoever may be shown nowhere is not in the picture.
    fileprivate func requireNobodyListed(in picture: DraftPicture) throws {
        let today = Day(of: now)
        let listed = try onRoll(refs: picture.people ?? []).map(\.person)
            .filter { $0.consent.shut(on: today).count == Consent.Channel.allCases.count }
            .map(\.shortName).sorted()
        guard let first = listed.first else { return }
        throw ActionError.invalid(
            "judged",
            listed.count == 1
                ? "\(first) is on the list of those who may not be shown. Take them out if they are not in it, or use another picture"
                : "\(listed.joined(separator: ", ")) are on the list of those who may not be shown. Take out who is not in it, or "
                    + "use another picture")
    }

    func judge(
        _ picture: Identifier<StoredPicture>, side: PictureJudgement.Side, by user: Identifier<User>
    ) throws -> Recorded<Void> {
        try keepJudgement(of: picture, side: side, by: user)
        return Recorded(
            Event(.pictureJudged, RecordSubject(.picture, picture), after: ["side": .text(side.rawValue)]))
    }
}
