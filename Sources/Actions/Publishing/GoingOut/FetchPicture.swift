import Crypto
import Foundation
import Governance
import Platforms
import Store

/// The bytes of a picture for the network that it goes out to, asked for by its signed address: only for ten minutes, and
/// only while an attempt to send the very placement is under way.
package struct FetchPicture: Sendable {
    /// The last part of the address.
    package var signed: String

    package init(signed: String) { self.signed = signed }

    /// Throws `.notFound`, whatever is wrong.
    package func perform(in organisation: Organisation) async throws -> (type: String, bytes: [UInt8]) {
        let now = organisation.clock.now
        guard let key = try await organisation.pictureKey(), let address = PictureAddress(signed, key: key),
            address.until > now, address.until <= now + PictureAddress.lives,
            let (placement, connection) = try await organisation.database.goingOut(address.placement),
            let medium = placement.draft.media.first(where: { $0.id == address.picture.text }),
            let picture = try await KeptPictures(of: placement, for: connection, in: organisation).picture(of: medium)
        else { throw ActionError.notFound }
        return (picture.mediaType, Array(picture.bytes))
    }
}
