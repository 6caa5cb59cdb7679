import Foundation
import PolicyFile
import Synchronization

/// Parsed policies by the digest of their bytes; a version never changes, so neither does its reading.
final class PolicyCache: Sendable {
    private static let most = 200
    private let read = Mutex<[String: PolicyDocument]>([:])

    subscript(digest: String) -> PolicyDocument? { read.withLock { $0[digest] } }

    /// The policy of these bytes, read once.
    func document(digest: String, bytes: () throws -> [UInt8]) throws -> PolicyDocument {
        if let document = read.withLock({ $0[digest] }) { return document }
        let document = try PolicyFile.read(try bytes()).get()
        read.withLock { read in
            if read.count >= Self.most { read.removeAll() }
            read[digest] = document
        }
        return document
    }
}
