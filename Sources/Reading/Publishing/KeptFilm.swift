import Governance
import Store

/// A film of a post, as far as a network asks before it takes one.
package struct KeptFilm: Sendable {
    /// Such as `video/mp4`.
    package let mediaType: String
    package let bytes: Int
}

extension OrganisationDatabase {
    /// Nil where the film is not kept, as when it was destroyed or locked.
    package func keptFilm(_ film: Identifier<StoredPicture>, of post: Identifier<Post>) async throws -> KeptFilm? {
        try await file(of: film, post: post, size: .film).map {
            KeptFilm(mediaType: $0.mediaType, bytes: $0.bytes)
        }
    }
}
