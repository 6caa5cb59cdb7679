import Crypto
import Foundation
import Governance
import Store

/// The organisation's own key for its pictures: made with the first, sealed with the key for secrets.
extension Organisation {
    static let pictureKeyPurpose = "pictures"

    var pictureFolder: PictureFolder { PictureFolder(beside: database) }

    /// The key that is there; nil before the first picture.
    func pictureKey() async throws -> SymmetricKey? {
        guard let sealed = try await database.sealedPictureKey() else { return nil }
        return try pictureKey(sealed)
    }

    /// The same in a change, made when there is none.
    func pictureKey(_ tx: WriteTransaction) throws -> SymmetricKey {
        if let sealed = try tx.sealedPictureKey() { return try pictureKey(sealed) }
        let key = SymmetricKey(size: .bits256)
        try tx.keepPictureKey(
            installation.secrets.seal(key.withUnsafeBytes { Data($0) }, for: Self.pictureKeyPurpose))
        return key
    }

    private func pictureKey(_ sealed: Data) throws -> SymmetricKey {
        SymmetricKey(data: try installation.secrets.open(sealed, for: Self.pictureKeyPurpose))
    }
}
