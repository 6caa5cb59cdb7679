import Crypto
import Foundation
import Governance
import Platforms
import Store
import Synchronization
import Testing

@testable import Actions

/// A network that fetches each picture itself while a post is being sent, as Instagram does.
private final class FetchingNetwork: NetworkConnector {
    struct State {
        var organisation: Organisation?
        var addresses: [String] = []
        var fetched: [[UInt8]] = []
        var fails = false
    }
    let state = Mutex(State())

    func connection(with settings: ConnectionSettings, keep: @escaping KeepSecret) throws -> any NetworkConnection {
        Asked(network: self)
    }

    func signIn(to network: Network, at server: String, userName: String) throws -> any NetworkSignIn {
        throw NetworkTrouble.unreachable
    }

    func server(of network: Network) -> String? { nil }

    struct Asked: NetworkConnection {
        let network: FetchingNetwork

        func check() async throws -> ConnectionReport {
            ConnectionReport(identity: "@quay", capabilities: Capabilities(needsPublicPicture: true))
        }

        func publish(_ post: OutgoingPost, lastMoment: LastMoment) async throws -> Published {
            let organisation = network.state.withLock { state in
                state.addresses = post.pictures.compactMap(\.address)
                return state.organisation
            }
            for address in post.pictures.compactMap(\.address) {
                guard let organisation, let signed = address.split(separator: "/").last else { continue }
                let (_, bytes) = try await FetchPicture(signed: String(signed)).perform(in: organisation)
                network.state.withLock { $0.fetched.append(bytes) }
            }
            if network.state.withLock({ $0.fails }) { throw NetworkTrouble.unsure }
            return Published(id: "1", address: "https://photos.example/1")
        }

        func find(_ post: OutgoingPost) async throws -> Published? { nil }
        func edit(_ id: String, to post: OutgoingPost, lastMoment: LastMoment) async throws {}
        func takeDown(_ id: String) async throws {}
    }
}

@Suite("A picture that a network fetches itself") struct PictureAddressTests {
    @Test("has an address for ten minutes, and only while that post is going out") func address() async throws {
        let network = FetchingNetwork()
        let room = try await PostRoom(networks: network)
        network.state.withLock { $0.organisation = room.organisation }
        try await ChangePublicAddress("https://chaperone.example").perform(in: room.installation)
        let (post, picture) = try await sent(room)
        let (placement, key) = try await (room.placement(post), room.organisation.pictureKey())
        let early = PictureAddress(placement: placement, picture: picture, until: room.now + 600).signed(
            with: try #require(key))
        await turnsAway([early], room)

        network.state.withLock { $0.fails = true }
        room.scratch.pass(3 * 3_600)
        try await room.runDue()
        try await SendPost().perform(in: room.organisation)
        let (addresses, fetched) = network.state.withLock { ($0.addresses, $0.fetched) }
        let address = try #require(addresses.first)
        #expect(address.hasPrefix("https://chaperone.example/harbour-view/fetch/"))
        #expect(fetched.count == 1 && fetched[0].starts(with: [0xFF, 0xD8, 0xFF]))
        #expect(Data(fetched[0]).range(of: Data("Pilchard".utf8)) == nil)

        // the attempt has ended
        let signed = String(address.split(separator: "/").last ?? "")
        await turnsAway([signed], room)
    }

    @Test("whatever is wrong with it is nothing here") func wrong() async throws {
        let network = FetchingNetwork()
        let room = try await PostRoom(networks: network)
        network.state.withLock { $0.organisation = room.organisation }
        try await ChangePublicAddress("https://chaperone.example").perform(in: room.installation)
        let (post, picture) = try await sent(room)
        room.scratch.pass(3 * 3_600)
        try await room.runDue()
        // as when the program died in the middle
        try await begin(post, room)
        let placement = try await room.placement(post)
        let key = try #require(try await room.organisation.pictureKey())
        let good = PictureAddress(placement: placement, picture: picture, until: room.now + 600).signed(with: key)
        _ = try await FetchPicture(signed: good).perform(in: room.organisation)
        let other = try await room.add("boat.png", to: room.start(room.draft("Boats are mended on Monday.")))
        let parts = good.split(separator: ".").map(String.init)
        let longer = "\(Int64(room.now.timeIntervalSince1970 * 1_000) + 900_000)"
        let late = PictureAddress(placement: placement, picture: picture, until: room.now + 700).signed(with: key)
        let another = PictureAddress(placement: placement, picture: other, until: room.now + 600).signed(with: key)
        await turnsAway(
            [
                "", "x", "...", String(good.dropLast()), good + "0", String(good.dropLast(2)) + "zz",
                [parts[0], parts[1], longer, parts[3]].joined(separator: "."),
                [parts[0], other.text, parts[2], parts[3]].joined(separator: "."), late, another,
            ], room)
        room.scratch.pass(601)
        await turnsAway([good], room)
    }

    @Test("is nothing unless it was sealed with our key, before anything it says is believed") func sealed() {
        let (key, other) = (SymmetricKey(size: .bits256), SymmetricKey(size: .bits256))
        let until = Date(timeIntervalSince1970: 1_800_000_000)
        let address = PictureAddress(placement: Identifier("p1"), picture: Identifier("q1"), until: until)
        let signed = address.signed(with: key)
        #expect(PictureAddress(signed, key: key)?.until == until)
        #expect(PictureAddress(signed, key: other) == nil)
        // every sign of it counts
        for at in signed.indices {
            let changed = signed[at] == "0" ? "1" : "0"
            #expect(
                PictureAddress(signed.replacingCharacters(in: at...at, with: changed), key: key) == nil, "\(changed)")
        }
        let said = signed.split(separator: ".").dropLast().joined(separator: ".")
        for seal in [
            String(repeating: "é", count: 32), String(repeating: "+1", count: 32), String(repeating: "0", count: 65),
            String(repeating: "f", count: 1_000_000), "",
        ] {
            #expect(PictureAddress(said + "." + seal, key: key) == nil)
        }
    }

    @Test("where nobody outside can reach us, a person publishes it") func unreachable() async throws {
        let network = FetchingNetwork()
        let room = try await PostRoom(networks: network)
        let (post, _) = try await sent(room)
        room.scratch.pass(3 * 3_600)
        try await room.runDue()
        try await SendPost().perform(in: room.organisation)
        #expect(try await room.state(post) == .ready)
        #expect(network.state.withLock { $0.addresses.isEmpty })
    }

    /// Approved, with a picture in which nobody can be recognised, on a connected account.
    private func sent(_ room: PostRoom) async throws -> (Identifier<Post>, Identifier<StoredPicture>) {
        let known = Connection(
            account: room.facebook, server: "https://photos.example", userName: "", identity: "@quay",
            capabilities: Capabilities(needsPublicPicture: true), connectedBy: room.slt, connectedAt: room.now,
            checkedAt: room.now)
        let secret = try room.organisation.seal(ConnectionSecret(token: "t"), of: room.facebook)
        try await room.organisation.change(by: .console) { tx in
            try tx.write(known, secret: secret)
            return Recorded(Event(.accountConnected, RecordSubject(.account, room.facebook)))
        }
        let post = try await room.start(room.draft("The regatta is on Friday."))
        let picture = try await room.add(to: post)
        try await room.describe(picture, of: post)
        try await room.send(post)
        _ = try await ApprovePost(post: post, revision: 1, judged: [picture])
            .perform(in: room.organisation, by: .user(room.moderator))
        return (post, picture)
    }

    private func begin(_ post: Identifier<Post>, _ room: PostRoom) async throws {
        let placement = try await room.placement(post)
        try await room.organisation.change(by: .schedule) { tx in
            var dispatch = try #require(try tx.dispatch(.publish, of: placement))
            dispatch.state = .begun
            dispatch.attempts = 1
            dispatch.begunAt = tx.now
            try tx.release(dispatch)
            return Recorded(Event(.attemptBegun, .post(post)))
        }
    }

    private func turnsAway(_ addresses: [String], _ room: PostRoom) async {
        for address in addresses {
            await #expect(throws: ActionError.notFound, "\(address)") {
                try await FetchPicture(signed: address).perform(in: room.organisation)
            }
        }
    }
}
