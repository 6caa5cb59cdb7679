import Crypto
import Foundation
import Governance
import Platforms
import Store

/// What stands in the address at which a network fetches a picture itself: which picture of which placement, until when,
/// and a seal that nobody can make without the organisation's key for pictures.
struct PictureAddress: Sendable {
    let placement: Identifier<Placement>
    let picture: Identifier<StoredPicture>
    let until: Date

    /// Ten minutes: a network fetches within seconds, and an attempt takes a minute or two.
    static let lives: TimeInterval = 600

    private var said: String { "\(placement.text).\(picture.text).\(until.milliseconds)" }

    /// `PLACEMENT.PICTURE.UNTIL.SEAL`, the seal in 64 hexadecimal digits.
    func signed(with key: SymmetricKey) -> String {
        let seal = HMAC<SHA256>.authenticationCode(for: Data(said.utf8), using: Self.derived(key))
        return said + "." + seal.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    }

    init(placement: Identifier<Placement>, picture: Identifier<StoredPicture>, until: Date) {
        self.placement = placement
        self.picture = picture
        self.until = until
    }

    /// Nil unless it was signed with this key.
    init?(_ text: String, key: SymmetricKey) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 4 else { return nil }
        let digits = Array(parts[3].utf8)
        let seal = stride(from: 0, to: digits.count - 1, by: 2).compactMap { at in
            UInt8(String(decoding: digits[at...at + 1], as: UTF8.self), radix: 16)
        }
        guard digits.count == 64, seal.count == 32,
            HMAC<SHA256>.isValidAuthenticationCode(
                seal, authenticating: Data(parts[..<3].joined(separator: ".").utf8), using: Self.derived(key)),
            let until = Int64(parts[2])
        else { return nil }
        self.init(
            placement: Identifier(parts[0]), picture: Identifier(parts[1]), until: Date(milliseconds: until))
    }

    /// A key for this alone, of the one that seals the files.
    private static func derived(_ key: SymmetricKey) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(inputKeyMaterial: key, info: Data("addresses of pictures".utf8), outputByteCount: 32)
    }
}

extension Organisation {
    /// Where a network can fetch a picture of a placement that goes out now, for ten minutes. Throws `MissingPictures` when
    /// nobody outside can reach this machine.
    func address(
        of picture: Identifier<StoredPicture>, in placement: Placement
    ) async throws -> String {
        guard let home = try await installation.publicAddress(), home.hasPrefix("https://"),
            let key = try await pictureKey()
        else {
            throw MissingPictures(
                says: "\(placement.account.network.title) fetches pictures itself, and this machine has no public "
                    + "address")
        }
        let address = PictureAddress(
            placement: placement.id, picture: picture, until: clock.now + PictureAddress.lives)
        return "\(home)/\(slug)/fetch/\(address.signed(with: key))"
    }
}
