import Crypto
import Foundation

/// The two hashes that hold the Record together. What they cover, and in which order, never changes.
enum EventSeal {
    /// Of the content with its salt: without the salt, a deleted content cannot be guessed from its digest.
    static func digest(salt: Data, content: String) -> Data {
        var hash = SHA256()
        hash.update(data: salt)
        hash.update(data: Data(content.utf8))
        return Data(hash.finalize())
    }

    /// Of one event and the hash before it; each part is preceded by its length.
    static func hash(
        number: Int, kind: String, at milliseconds: Int64, actor: String, subjectKind: String, subject: String,
        contentDigest: Data, previousHash: Data
    ) -> Data {
        var hash = SHA256()
        for part in [
            Data("chaperone event 1".utf8), Data(String(number).utf8), Data(kind.utf8),
            Data(String(milliseconds).utf8), Data(actor.utf8), Data(subjectKind.utf8), Data(subject.utf8),
            contentDigest, previousHash,
        ] {
            withUnsafeBytes(of: UInt64(part.count).bigEndian) { hash.update(bufferPointer: $0) }
            hash.update(data: part)
        }
        return Data(hash.finalize())
    }

    static let beforeTheFirst = Data(count: 32)
}
