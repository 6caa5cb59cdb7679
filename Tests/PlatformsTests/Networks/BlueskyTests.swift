import Foundation
import Governance
import RealServers
import Synchronization
import Testing

@testable import Platforms

/// Against a real server of the AT Protocol, which validates each record by the lexicons.
@Suite struct BlueskyPDSTests {
    private func connection(password: String? = nil) throws -> BlueskyConnection {
        let server = try RealServer.pds.get()
        return try BlueskyConnection(
            server: server["address"], userName: server["handle"],
            secret: ConnectionSecret(password: password ?? server["password"]),
            web: PatientWebClient())
    }

    private func post(_ text: String = "Café 🚣 boats: https://school.example/boats, and #SportsDay!") -> OutgoingPost {
        OutgoingPost(key: UUID().uuidString, text: text, startedAt: .now)
    }

    private func record(_ collection: String, _ out: Published) async throws -> ReadJSON {
        let server = try RealServer.pds.get()
        let rkey = out.id.split(separator: "/").last ?? ""
        let address =
            server["address"] + "/xrpc/com.atproto.repo.getRecord?repo=\(server["handle"])&collection=\(collection)"
            + "&rkey=\(rkey)"
        let web = PatientWebClient()
        return ReadJSON(try await web.answer(to: WebRequest(address)).body)
    }

    @Test func itSaysWhoSignsIn() async throws {
        #expect(try await connection().check().identity == "@school.test")
        await #expect(throws: NetworkTrouble.permissionEnded) { try await connection(password: "wrong").check() }
    }

    @Test func linksAndHashtagsAreWhereTheBytesAre() async throws {
        let post = post()
        let out = try await connection().publish(post)
        let value = try await record("app.bsky.feed.post", out)["value"]
        #expect(value["text"].text == post.text)
        let bytes = Array(post.text.utf8)
        let marked = (value["facets"].list ?? []).compactMap { facet -> String? in
            guard let from = facet["index"]["byteStart"].number, let to = facet["index"]["byteEnd"].number else {
                return nil
            }
            return String(decoding: bytes[from..<to], as: UTF8.self)
        }
        #expect(marked == ["https://school.example/boats", "#SportsDay"])
    }

    @Test func sentTwiceItIsOneRecord() async throws {
        let post = post()
        let first = try await connection().publish(post)
        #expect(try await connection().publish(post) == first)
        #expect(try await connection().find(post) == first)
        #expect(try await connection().find(self.post()) == nil)
    }

    @Test func repliesAreClosedInTheSameCommit() async throws {
        var post = post()
        post.closesReplies = true
        let out = try await connection().publish(post)
        #expect(out.repliesAreClosed)
        let gate = try await record("app.bsky.feed.threadgate", out)["value"]
        #expect(gate["post"].text == out.id && gate["allow"].list?.isEmpty == true)
        #expect(try await connection().find(post) == out)
        try await connection().takeDown(out.id)
        #expect(try await connection().find(post) == nil)
        #expect(try await !record("app.bsky.feed.threadgate", out)["value"].isThere)
        try await connection().takeDown(out.id)
    }

    @Test func picturesAreThereWithTheirDescriptionsUntilThePostComesDown() async throws {
        var post = post()
        post.pictures = [1, 2, 3, 4].map { number in
            OutgoingPicture(
                bytes: onePixel + Data([UInt8(number)]), mediaType: "image/png", alt: "Boat \(number)", width: 1,
                height: 1)
        }
        let out = try await connection().publish(post)
        let images = try await record("app.bsky.feed.post", out)["value"]["embed"]["images"].list ?? []
        #expect(images.map { $0["alt"].text } == post.pictures.map(\.alt))
        let server = try RealServer.pds.get()
        let addresses = images.map {
            server["address"] + "/xrpc/com.atproto.sync.getBlob?did=\(server["handle"])&cid="
                + ($0["image"]["ref"]["$link"].text ?? "")
        }
        let web = PatientWebClient()
        for (address, picture) in zip(addresses, post.pictures) {
            let there = try await web.answer(to: WebRequest(address))
            #expect(there.body == picture.bytes)
        }
        try await connection().takeDown(out.id)
        for address in addresses {
            let there = try await web.answer(to: WebRequest(address))
            #expect(!there.isSuccess)
        }
        post.pictures = [
            OutgoingPicture(bytes: onePixel, mediaType: "text/html", alt: "No picture", width: 1, height: 1)
        ]
        post.key = UUID().uuidString
        let (bad, account) = (post, try connection())
        await #expect(throws: NetworkTrouble.self) { _ = try await account.publish(bad) }
    }

    @Test func whatIsTooLongIsNotSent() async throws {
        await #expect(throws: NetworkTrouble.tooLong(most: 300)) {
            try await connection().publish(post(String(repeating: "é", count: 301)))
        }
    }
}

/// A server of the AT Protocol in memory, for what the real one of the tests does not do. It stands for the lexicons
/// com.atproto.server.createSession and refreshSession (tokens that run out, a pair that counts once),
/// com.atproto.repo.uploadBlob and createRecord (a name that is taken).
private final class FakePDS: WebClient {
    struct State {
        var access = "a0"
        var refresh = "r0"
        var turns = 0
        var sessions = 0
        var records: [String: Data] = [:]
        var losesRecord = false
    }
    let state = Mutex(State())

    func answer(to request: WebRequest) async throws(WebTrouble) -> WebAnswer {
        let (answer, isLost) = state.withLock { state in (answered(request, &state), state.losesRecord) }
        if isLost, request.address.hasSuffix("createRecord"), answer.status == 200 {
            throw WebTrouble.lost
        }
        return answer
    }

    private func answered(_ request: WebRequest, _ state: inout State) -> WebAnswer {
        let name = URL(string: request.address)?.lastPathComponent.split(separator: ".").last ?? ""
        switch name {
        case "createSession":
            state.sessions += 1
            return turn(&state)
        case "refreshSession":
            guard request.authorisation == "Bearer \(state.refresh)" else { return error("ExpiredToken") }
            return turn(&state)
        case "getRecord":
            let rkey = URLComponents(string: request.address)?.queryItems?.first { $0.name == "rkey" }?.value ?? ""
            let collection = URLComponents(string: request.address)?.queryItems?.first { $0.name == "collection" }?
                .value
            return state.records["\(collection ?? "")/\(rkey)"] == nil
                ? error("RecordNotFound") : json(["uri": "at://did:web:x/\(rkey)"])
        default: break
        }
        guard request.authorisation == "Bearer \(state.access)" else { return error("ExpiredToken") }
        switch name {
        case "getSession": return json(["did": "did:web:x", "handle": "school.example"])
        case "uploadBlob":
            guard case .bytes(let bytes, let type) = request.body else { return error("InvalidRequest") }
            return json([
                "blob": [
                    "$type": "blob", "ref": ["$link": "bafkrei"], "mimeType": type, "size": bytes.count,
                ]
            ])
        case "createRecord":
            guard case .json(let body) = request.body else { return error("InvalidRequest") }
            let asked = ReadJSON(body)
            let name = "\(asked["collection"].text ?? "")/\(asked["rkey"].text ?? "")"
            // as the reference server says it: a name that is taken is no success
            guard state.records[name] == nil else { return error("InvalidRequest", "There is already a value at key") }
            state.records[name] = body
            return json(["uri": "at://did:web:x/\(name)", "cid": "b"])
        default: return error("MethodNotImplemented", "Not with \(state.access) or \(state.refresh)")
        }
    }

    private func turn(_ state: inout State) -> WebAnswer {
        state.turns += 1
        state.access = "access-\(state.turns)"
        state.refresh = "refresh-\(state.turns)"
        return json([
            "did": "did:web:x", "handle": "school.example", "accessJwt": state.access, "refreshJwt": state.refresh,
        ])
    }

    private func error(_ name: String, _ message: String = "No") -> WebAnswer {
        json(["error": name, "message": message], 400)
    }

    private func json(_ value: Any, _ status: Int = 200) -> WebAnswer {
        WebAnswer(status: status, body: (try? JSONSerialization.data(withJSONObject: value)) ?? Data())
    }
}

@Suite struct BlueskyTests {
    private let kept = Kept()
    private final class Kept: Sendable {
        let secrets = Mutex<[ConnectionSecret]>([])
    }

    private func connection(_ fake: FakePDS, _ secret: ConnectionSecret) throws -> BlueskyConnection {
        let kept = kept
        return try BlueskyConnection(
            server: "pds.example", userName: "@school.example", secret: secret, web: fake,
            keep: { new in kept.secrets.withLock { $0.append(new) } })
    }

    @Test func newTokensAreKeptBeforeTheyAreUsedAndThePasswordIsTheLastWayIn() async throws {
        let fake = FakePDS()
        _ = try await connection(fake, ConnectionSecret(password: "p")).check()
        #expect(kept.secrets.withLock { $0.map(\.refreshToken) } == ["refresh-1"])
        // the pair that is kept signs in, without the password
        let secret = try #require(kept.secrets.withLock { $0.last })
        _ = try await connection(fake, secret).check()
        fake.state.withLock { $0.access = "other" }
        _ = try await connection(fake, secret).check()
        #expect(fake.state.withLock { $0.sessions } == 1)
        #expect(kept.secrets.withLock { $0.count } == 2)
        // an old pair counts no more
        _ = try await connection(fake, secret).check()
        #expect(fake.state.withLock { $0.sessions } == 2)
    }

    /// What others than the server say of the handle and of the DID.
    private struct Identities: WebClient {
        let fake = FakePDS()
        var pages: [String: String]
        func answer(to request: WebRequest) async throws(WebTrouble) -> WebAnswer {
            if request.address.hasPrefix("https://pds.example/") { return try await fake.answer(to: request) }
            #expect(request.authorisation == nil)
            guard let page = pages[request.address] else { throw WebTrouble.unreachable }
            return WebAnswer(status: 200, body: Data(page.utf8))
        }
    }

    @Test func anAccountIsTheOneThatItsHandleAndItsDIDSay() async throws {
        let handle = "https://school.example/.well-known/atproto-did"
        let resolver = "https://public.api.bsky.app/xrpc/com.atproto.identity.resolveHandle?handle=school.example"
        let document = { (server: String) in
            ##"{"id": "did:web:x", "service": [{"id": "#atproto_pds", "serviceEndpoint": "\##(server)"}]}"##
        }
        let did = "https://x/.well-known/did.json"
        let ours = document("https://pds.example")
        for (pages, isKnown) in [
            ([handle: "did:web:x\n", did: ours], true), ([resolver: #"{"did": "did:web:x"}"#, did: ours], true),
            ([:], false), ([handle: "did:web:x"], false), ([did: ours], false),
            ([handle: "did:web:y", did: ours], false),
            ([handle: "did:web:x", did: document("https://other.example")], false),
        ] {
            let report = try await BlueskyConnection(
                server: "pds.example", userName: "school.example", secret: ConnectionSecret(password: "p"),
                web: Identities(pages: pages)
            ).check()
            #expect(report.names == (isKnown ? ["school.example", "did:web:x"] : []), "\(pages)")
        }
    }

    @Test func aPictureGoesWithItsDescriptionAndItsShape() async throws {
        let fake = FakePDS()
        var post = OutgoingPost(key: "k", text: "Boats", startedAt: .now)
        post.pictures = [OutgoingPicture(bytes: onePixel, mediaType: "image/png", alt: "A boat", width: 4, height: 3)]
        _ = try await connection(fake, ConnectionSecret(password: "p")).publish(post)
        let record = try #require(fake.state.withLock { $0.records.values.first })
        let image = try #require(ReadJSON(record)["record"]["embed"]["images"].list?.first)
        #expect(image["alt"].text == "A boat" && image["aspectRatio"]["width"].number == 4)
        #expect(image["image"]["mimeType"].text == "image/png" && image["image"]["ref"]["$link"].text == "bafkrei")
    }

    @Test func aTokenThatWasRenewedStandsInNoTroubleEither() async throws {
        let fake = FakePDS()
        let connection = try connection(fake, ConnectionSecret(password: "p"))
        let out = try await connection.publish(OutgoingPost(key: "k", text: "Boats", startedAt: .now))
        await #expect(throws: NetworkTrouble.refused("Not with … or …")) { try await connection.takeDown(out.id) }
    }

    @Test func aNameThatIsTakenIsThePostThatIsOut() async throws {
        let fake = FakePDS()
        fake.state.withLock { $0.losesRecord = true }
        let post = OutgoingPost(key: "k", text: "Boats", startedAt: .now)
        await #expect(throws: NetworkTrouble.unsure) {
            try await connection(fake, ConnectionSecret(password: "p")).publish(post)
        }
        fake.state.withLock { $0.losesRecord = false }
        let out = try await connection(fake, ConnectionSecret(password: "p")).publish(post)
        #expect(try await connection(fake, ConnectionSecret(password: "p")).find(post) == out)
        #expect(fake.state.withLock { $0.records.count } == 1)
    }

    @Test func theNameOfARecordIsATimeAndTheKeys() {
        let time = Date(timeIntervalSince1970: 1_700_000_000)
        let one = TID.text(at: time, key: "a")
        #expect(one.count == 13 && one == TID.text(at: time, key: "a") && one != TID.text(at: time, key: "b"))
        #expect(one < TID.text(at: time + 1, key: "a"))
        #expect(one.wholeMatch(of: /[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}/) != nil)
    }
}
