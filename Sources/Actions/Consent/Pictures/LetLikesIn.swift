import Governance
import Store

/// What looks like a picture that was destroyed or locked is refused at its school. The safeguarding lead or the
/// headteacher there says that what looks like it is something else, as a card of the same template, or that it is refused
/// again. The very same file stays refused.
package struct LetLikesIn: Sendable {
    package var picture: Identifier<StoredPicture>
    package var isLetIn: Bool

    package init(_ picture: Identifier<StoredPicture>, isLetIn: Bool = true) {
        self.picture = picture
        self.isLetIn = isLetIn
    }

    package static let roles: [Role] = [.dsl, .headteacher]

    /// Who decides of one that ended so: of one that may be a crime the safeguarding lead alone knows.
    package static func roles(of state: StoredPicture.State) -> [Role] { state == .sealedAway ? [.dsl] : roles }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        try await organisation.change(by: actor) { tx in
            let picture = try tx.picture(picture)
            guard [.destroyed, .sealedAway].contains(picture.state) else { throw ActionError.notFound }
            let post = try tx.post(picture.post)
            guard try tx.authority().holds(any: Self.roles(of: picture.state), at: post.school) else {
                throw ActionError.notPermitted("The safeguarding lead or the headteacher of its school says this")
            }
            guard try picture.addedBy != tx.person() else {
                throw ActionError.notPermitted("Nobody says this of a picture that they brought themselves")
            }
            guard try (tx.likesLetIn(picture.id) != nil) != isLetIn else { return .unchanged }
            try tx.letLikesIn(picture.id, isLetIn)
            return Recorded(
                Event(.likesLetIn, RecordSubject(.picture, picture.id), after: ["let-in": .flag(isLetIn)]))
        }
    }
}
