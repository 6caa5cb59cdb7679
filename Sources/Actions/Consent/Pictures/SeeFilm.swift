import Foundation
import Governance
import Store

/// A film in pieces, for whoever may see the post that it belongs to; the caller has asked whether they may.
package struct SeeFilm: Sendable {
    package var post: Identifier<Post>
    package var picture: Identifier<StoredPicture>

    package init(post: Identifier<Post>, picture: Identifier<StoredPicture>) {
        self.post = post
        self.picture = picture
    }

    /// Throws `.notFound` for one that was destroyed, sealed away or never there.
    package func perform(in organisation: Organisation) async throws -> FilmToShow {
        guard let file = try await organisation.database.file(of: picture, post: post, size: .film),
            let key = try await organisation.pictureKey()
        else { throw ActionError.notFound }
        return FilmToShow(
            type: file.mediaType, length: file.bytes, pieces: try organisation.pictureFolder.film(file.file, key: key))
    }
}

/// A film that can be read from any place on.
package struct FilmToShow: Sendable {
    /// `video/mp4` or `video/webm`.
    package let type: String
    /// In bytes.
    package let length: Int
    fileprivate let pieces: SealedPieces

    /// What stands from this byte on, up to a megabyte of it; empty behind the end. Throws `StoreError`.
    package func bytes(from start: Int) throws -> ArraySlice<UInt8> {
        guard start >= 0, start < length else { return [] }
        return try pieces.piece(start / SealedPieces.pieceBytes, ofLength: length)
            .dropFirst(start % SealedPieces.pieceBytes)
    }
}
