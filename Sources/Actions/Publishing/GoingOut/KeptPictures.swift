import Foundation
import Governance
import Platforms
import Store

/// The pictures that are kept: in full for a website, and for every other network in the size that all of them take.
package struct KeptPictures: PicturesForSending {
    package init() {}

    package func pictures(of placement: Placement, in organisation: Organisation) async throws -> [OutgoingPicture] {
        guard let key = try await organisation.pictureKey() else { return [] }
        let size: StoredPicture.Size = placement.account.network == .website ? .full : .post
        var pictures: [OutgoingPicture] = []
        for medium in placement.draft.media {
            let file = try await organisation.database.file(
                of: Identifier(medium.id), post: placement.post, size: size)
            // one that was destroyed since: none is sent
            guard let file else { return [] }
            let bytes = try organisation.pictureFolder.bytes(of: file.file, key: key)
            pictures.append(
                OutgoingPicture(
                    bytes: Data(bytes), mediaType: file.mediaType, alt: medium.alt ?? "", width: file.width,
                    height: file.height))
        }
        return pictures
    }
}
