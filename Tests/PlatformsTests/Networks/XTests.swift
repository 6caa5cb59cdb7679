import Foundation
import Governance
import Synchronization
import Testing

@testable import Platforms

@Suite struct XTests {
    private func connection(
        _ fake: FakeX, _ secret: ConnectionSecret = ConnectionSecret(token: "access-1", refreshToken: "refresh-1"),
        keep: @escaping KeepSecret = { _ in }, count: @escaping CountReads = { _ in }
    ) -> XConnection {
        XConnection(secret: secret, app: FakeX.app, web: fake, keep: keep, count: count)
    }

    @Test func whatIsReadIsCounted() async throws {
        let fake = FakeX()
        let counted = Mutex(NetworkReads())
        let connection = connection(
            fake,
            count: { reads in
                counted.withLock {
                    $0.users += reads.users
                    $0.posts += reads.posts
                }
            })
        _ = try await connection.check()
        #expect(counted.withLock(\.self) == NetworkReads(users: 1))
        let post = post()
        let out = try await connection.publish(post)
        #expect(try await connection.find(post) == out)
        #expect(counted.withLock(\.self) == NetworkReads(users: 2, posts: 1))
    }

    private func post(_ text: String = "The boats are in.", pictures: Int = 0, others: Set<String> = [])
        -> OutgoingPost
    {
        OutgoingPost(
            key: UUID().uuidString, text: text,
            pictures: (0..<pictures).map {
                OutgoingPicture(bytes: onePixel, mediaType: "image/jpeg", alt: "Boat \($0)", width: 1, height: 1)
            }, startedAt: .now, others: others)
    }

    @Test func itSignsInWithAChallengeAndAsksForFivePermissions() async throws {
        let fake = FakeX()
        let signIn = XSignIn(asking: NetworkAsking(web: fake, clock: { .now }))
        let back = "https://chaperone.test/back"
        let address = signIn.address(of: FakeX.app, back: back, state: "s", verifier: "the-verifier")
        let parts = try #require(URLComponents(string: address))
        let query = Dictionary((parts.queryItems ?? []).map { ($0.name, $0.value ?? "") }) { $1 }
        #expect(parts.host == "x.com" && parts.path == "/i/oauth2/authorize")
        #expect(query["scope"] == FakeX.scopes && query["code_challenge_method"] == "S256")
        fake.state.withLock { $0.challenge = query["code_challenge"] ?? "" }
        let found = try await signIn.accounts(
            of: FakeX.app, code: "the-code", back: back, verifier: "the-verifier")
        #expect(found.map(\.name) == ["@ourschool"] && found[0].secret.refreshToken == "refresh-1")
        await #expect(throws: NetworkTrouble.permissionEnded) {
            try await signIn.accounts(of: FakeX.app, code: "the-code", back: back, verifier: "another")
        }
        fake.state.withLock { $0.scopes = "users.read tweet.read offline.access" }
        await #expect {
            try await signIn.accounts(of: FakeX.app, code: "the-code", back: back, verifier: "the-verifier")
        } throws: {
            isNotPermitted($0, "tweet.write, media.write")
        }
        await #expect {
            try await signIn.accounts(
                of: NetworkApp(id: "x-client", secret: "old"), code: "the-code", back: back, verifier: "the-verifier")
        } throws: {
            isNotPermitted($0, "does not know the app")
        }
    }

    @Test func aTokenThatRanOutIsRenewedAndTheNewOneKeptBeforeItIsUsed() async throws {
        let fake = FakeX()
        let kept = Mutex<[String?]>([])
        let old = ConnectionSecret(token: "old", refreshToken: "refresh-1", tokenEnds: .now - 10)
        let connection = connection(fake, old) { secret in
            #expect(fake.state.withLock { !$0.asked.contains("GET api.x.com/2/users/me") }, "kept before it is used")
            kept.withLock { $0.append(secret.refreshToken) }
        }
        #expect(try await connection.check().identity == "@ourschool")
        #expect(kept.withLock(\.self) == [fake.state.withLock(\.refresh)])
        await #expect(throws: NetworkTrouble.permissionEnded, "each refresh token counts once") {
            try await self.connection(fake, old).check()
        }
    }

    @Test func postsGoOutWithPicturesAndReplySettingsAndComeDown() async throws {
        let fake = FakeX()
        var closed = post(pictures: 2)
        closed.closesReplies = true
        let out = try await connection(fake).publish(closed)
        #expect(out.repliesAreClosed && out.address == "https://x.com/i/status/\(out.id)")
        #expect(fake.state.withLock { $0.alts.values.sorted() } == ["Boat 0", "Boat 1"])
        #expect(fake.state.withLock { $0.posts.map(\.settings) } == ["mentionedUsers"])
        var mentions = post("With @other")
        mentions.closesReplies = true
        #expect(try await !connection(fake).publish(mentions).repliesAreClosed, "whoever is named may answer")
        try await connection(fake).takeDown(out.id)
        try await connection(fake).takeDown(out.id)
        #expect(fake.state.withLock { $0.posts.count } == 1)
        await #expect {
            try await connection(fake).edit(out.id, to: post())
        } throws: {
            isCannot($0)
        }
    }

    @Test func aLostAnswerIsLookedForBehindShortLinksAndTheSameTwiceIsOne() async throws {
        for (text, pictures) in [("Plain", 0), ("A & B <c>\n\nhttps://school.example/a?b=c&d=e", 2)] {
            let fake = FakeX()
            let post = post(text, pictures: pictures)
            fake.state.withLock { $0.losing = 1 }
            await #expect(throws: NetworkTrouble.unsure) { try await connection(fake).publish(post) }
            let found = try await connection(fake).find(post)
            #expect(found != nil)
            #expect(try await connection(fake).publish(post) == found, "the duplicate is ours")
            #expect(fake.state.withLock { $0.posts.count } == 1)
            #expect(try await connection(fake).find(self.post(text, others: [found?.id ?? ""])) == nil)
        }
    }

    @Test func itWaitsUntilTheLimitIsSetAnewAndNamesWhatIsMissing() async throws {
        let fake = FakeX()
        let reset = Date(timeIntervalSince1970: (Date().timeIntervalSince1970 + 600).rounded())
        fake.state.withLock { $0.limited = reset }
        await #expect(throws: NetworkTrouble.rateLimited(until: reset)) { try await connection(fake).publish(post()) }
        fake.state.withLock {
            $0.limited = nil
            $0.forbids = ("https://api.twitter.com/2/problems/client-forbidden", "The app may not write")
        }
        await #expect {
            try await connection(fake).publish(post())
        } throws: {
            isNotPermitted($0, "may not write")
        }
    }

    @Test func whatXDoesNotTakeIsNotSent() async throws {
        let fake = FakeX()
        await #expect(throws: NetworkTrouble.tooLong(most: 280)) {
            try await connection(fake).publish(post(String(repeating: "a", count: 281)))
        }
        var film = post()
        film.pictures = [OutgoingPicture(bytes: onePixel, mediaType: "video/mp4", alt: "", width: 1, height: 1)]
        for wrong in [film, post(pictures: 5)] {
            await #expect(throws: NetworkTrouble.self) { try await connection(fake).publish(wrong) }
        }
        #expect(fake.state.withLock { $0.asked.isEmpty })
    }
}
