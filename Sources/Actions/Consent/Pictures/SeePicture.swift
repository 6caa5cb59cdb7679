import Foundation
import Governance
import Store

/// The bytes of a picture, for whoever may see the post that it belongs to; the caller has asked whether they may.
package struct SeePicture: Sendable {
    package var post: Identifier<Post>
    package var picture: Identifier<StoredPicture>
    package var size: StoredPicture.Size

    package init(post: Identifier<Post>, picture: Identifier<StoredPicture>, size: StoredPicture.Size) {
        self.post = post
        self.picture = picture
        self.size = size
    }

    /// Throws `.notFound` for one that was destroyed, sealed away or never there.
    package func perform(in organisation: Organisation) async throws -> (type: String, bytes: [UInt8]) {
        guard let file = try await organisation.database.file(of: picture, post: post, size: size),
            let key = try await organisation.pictureKey()
        else { throw ActionError.notFound }
        return (file.mediaType, try organisation.pictureFolder.bytes(of: file.file, key: key))
    }
}
