import Foundation
import Governance
import Platforms
import Store

/// The pictures of a placement as they go out: turned upright, without what their files knew, in full for a website, and for
/// every other network in the size that all of them take.
struct KeptPictures: Sendable {
    let placement: Placement
    let connection: Connection
    let organisation: Organisation

    init(of placement: Placement, for connection: Connection, in organisation: Organisation) {
        self.placement = placement
        self.connection = connection
        self.organisation = organisation
    }

    /// In the order in which the post shows them. Throws `MissingPictures` where one of them cannot be had, as when it was
    /// destroyed since: then none is sent.
    func all() async throws -> [OutgoingPicture] {
        var pictures: [OutgoingPicture] = []
        for medium in placement.draft.media {
            guard var picture = try await picture(of: medium) else { throw MissingPictures() }
            if connection.capabilities.needsPublicPicture {
                picture.address = try await organisation.address(of: Identifier(medium.id), in: placement)
            }
            pictures.append(picture)
        }
        return pictures
    }

    /// One of them; nil when it cannot be had.
    func picture(of medium: Medium) async throws -> OutgoingPicture? {
        let size: StoredPicture.Size = placement.account.network == .website ? .full : .post
        guard let key = try await organisation.pictureKey(),
            let file = try await organisation.database.file(
                of: Identifier(medium.id), post: placement.post, size: size)
        else { return nil }
        let bytes = try organisation.pictureFolder.bytes(of: file.file, key: key)
        return OutgoingPicture(
            bytes: Data(bytes), mediaType: file.mediaType, alt: medium.alt ?? "", width: file.width,
            height: file.height)
    }
}
