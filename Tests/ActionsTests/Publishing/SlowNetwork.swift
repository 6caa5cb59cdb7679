import Foundation
import Governance
import Platforms
import Synchronization

/// A network on which something happens here between the upload and the one step by which a post goes out.
final class SlowNetwork: NetworkConnector, NetworkConnection {
    private let kept = Mutex<[OutgoingPost]>([])
    private let isLossy = Mutex(false)
    private let happening = Mutex<(@Sendable () async throws -> Void)?>(nil)
    var posts: [OutgoingPost] { kept.withLock { $0 } }

    func during(_ body: (@Sendable () async throws -> Void)?) { happening.withLock { $0 = body } }

    /// Whether it takes a post and its answer is lost on the way.
    func losesItsAnswers(_ loses: Bool) { isLossy.withLock { $0 = loses } }

    func connection(with settings: ConnectionSettings, keep: @escaping KeepSecret) throws -> any NetworkConnection {
        self
    }
    func signIn(to network: Network, at server: String, userName: String) throws -> any NetworkSignIn {
        throw NetworkTrouble.unreachable
    }
    func server(of network: Network) -> String? { nil }
    func check() async throws -> ConnectionReport {
        ConnectionReport(identity: "@quay", capabilities: Network.website.stated ?? Capabilities())
    }

    func publish(_ post: OutgoingPost, lastMoment: LastMoment) async throws -> Published {
        try await happening.withLock { $0 }?()
        try await lastMoment(nil)
        kept.withLock { $0.append(post) }
        guard !isLossy.withLock(\.self) else { throw NetworkTrouble.unsure }
        return Published(id: "1", address: "https://www.quay.example/1")
    }

    func find(_ post: OutgoingPost) async throws -> Published? {
        guard posts.contains(where: { $0.key == post.key }) else { return nil }
        return Published(id: "1", address: "https://www.quay.example/1")
    }

    func edit(_ id: String, to post: OutgoingPost, lastMoment: LastMoment) async throws {
        try await happening.withLock { $0 }?()
        try await lastMoment(nil)
        kept.withLock { $0 = [post] }
    }

    func takeDown(_ id: String) async throws {
        try await happening.withLock { $0 }?()
        kept.withLock { $0 = [] }
    }
}
