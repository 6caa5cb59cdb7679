import Governance
import Platforms

/// The pictures of a placement as they go out: of the size that its network takes, turned upright, and without what their
/// files knew.
package protocol PicturesForSending: Sendable {
    /// In the order in which the post shows them. Throws where one of them cannot be had.
    func pictures(of placement: Placement, in organisation: Organisation) async throws -> [OutgoingPicture]
}

/// Gives none, so that a post that has pictures is left to a person.
package struct NoPictures: PicturesForSending {
    package init() {}

    package func pictures(of placement: Placement, in organisation: Organisation) async throws -> [OutgoingPicture] {
        []
    }
}
