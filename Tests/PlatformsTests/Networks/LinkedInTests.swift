import Foundation
import Governance
import Synchronization
import Testing

@testable import Platforms

@Suite struct LinkedInTests {
    private func connection(
        _ fake: FakeLinkedIn, _ secret: ConnectionSecret = ConnectionSecret(token: "li-token"),
        keep: @escaping KeepSecret = { _ in }
    ) -> LinkedInConnection {
        LinkedInConnection(organisation: "2414183", secret: secret, app: FakeLinkedIn.app, web: fake, keep: keep)
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

    @Test func itAsksForTwoPermissionsAndRenewsInTime() async throws {
        let fake = FakeLinkedIn()
        let signIn = LinkedInSignIn(organisation: "2414183", asking: NetworkAsking(web: fake, clock: { .now }))
        let back = "https://chaperone.test/back"
        let address = signIn.address(of: FakeLinkedIn.app, back: back, state: "s", verifier: "v")
        #expect(
            address.hasPrefix("https://www.linkedin.com/oauth/v2/authorization?response_type=code&client_id=li-client"))
        #expect(address.hasSuffix("&scope=r_organization_social%20w_organization_social"))
        let found = try await signIn.accounts(of: FakeLinkedIn.app, code: "the-code", back: back, verifier: "")
        #expect(found.map(\.id) == ["2414183"])
        var secret = try #require(found.first?.secret)
        secret.tokenEnds = .now + 86_400
        let kept = Mutex<[String?]>([])
        let report = try await connection(fake, secret) { new in kept.withLock { $0.append(new.token) } }.check()
        #expect(kept.withLock(\.self) == ["li-token-2"])
        #expect(report.endsAt.map { $0 > .now + 300 * 86_400 } == true, "as long as it can be renewed")
    }

    @Test func itSaysWhenThePermissionRunsOutAndWhatIsMissing() async throws {
        let fake = FakeLinkedIn()
        #expect(try await connection(fake).check().endsAt == Date(timeIntervalSince1970: 1_900_000_000))
        fake.state.withLock { $0.isAdministrator = false }
        await #expect {
            try await connection(fake).check()
        } throws: {
            isNotPermitted($0, "administrator")
        }
        fake.state.withLock { $0.scopes = "w_organization_social" }
        await #expect {
            try await connection(fake).check()
        } throws: {
            isNotPermitted($0, "r_organization_social")
        }
        fake.state.withLock { $0.isActive = false }
        await #expect(throws: NetworkTrouble.permissionEnded) { try await connection(fake).check() }
    }

    @Test func picturesGoWithTheirDescriptionsAndCommentsAreClosedAtOnce() async throws {
        let fake = FakeLinkedIn()
        var one = post("One (of us) #water", pictures: 1)
        one.closesReplies = true
        let out = try await connection(fake).publish(one)
        #expect(out.repliesAreClosed && out.address == "https://www.linkedin.com/feed/update/\(out.id)/")
        _ = try await connection(fake).publish(post("Two", pictures: 2))
        let posts = fake.state.withLock(\.posts)
        #expect(posts.map { $0.images.values.sorted() } == [["Boat 0"], ["Boat 0", "Boat 1"]])
        #expect(posts[0].commentary == "One \\(of us\\) {hashtag|\\#|water}" && posts[0].areCommentsClosed)
        fake.state.withLock { $0.mayClose = false }
        var open = post("Three")
        open.closesReplies = true
        #expect(try await !connection(fake).publish(open).repliesAreClosed, "it is out all the same")
        try await connection(fake).edit(out.id, to: post("Other [words]"))
        #expect(fake.state.withLock { $0.posts[0].commentary } == "Other \\[words\\]")
        try await connection(fake).takeDown(out.id)
        try await connection(fake).takeDown(out.id)
        #expect(fake.state.withLock { $0.posts.count } == 2)
    }

    @Test func aLostAnswerIsLookedForAndTheSameTwiceIsOne() async throws {
        let fake = FakeLinkedIn()
        let post = post("A_b *c* ~d~ | e@f #tag #42 \\ {g}\n\nhttps://school.example/a_b")
        fake.state.withLock { $0.losing = 1 }
        await #expect(throws: NetworkTrouble.unsure) { try await connection(fake).publish(post) }
        let found = try await connection(fake).find(post)
        #expect(found != nil)
        #expect(try await connection(fake).publish(post) == found)
        #expect(fake.state.withLock { $0.posts.count } == 1)
        #expect(try await connection(fake).find(self.post(post.text, others: [found?.id ?? ""])) == nil)
    }

    @Test func itSaysWhatLinkedInSaysAndNoTokenBack() async throws {
        let fake = FakeLinkedIn()
        fake.state.withLock { $0.status = 400 }
        await #expect(throws: NetworkTrouble.refused("Not now with …")) { try await connection(fake).publish(post()) }
        fake.state.withLock { $0.status = 429 }
        await #expect {
            try await connection(fake).publish(post())
        } throws: {
            if case .rateLimited(let until)? = $0 as? NetworkTrouble { until > .now + 800 } else { false }
        }
        fake.state.withLock { $0.status = 426 }
        await #expect {
            try await connection(fake).publish(post())
        } throws: {
            isCannot($0)
        }
        fake.state.withLock { $0.status = 500 }
        await #expect(throws: NetworkTrouble.unsure) { try await connection(fake).publish(post()) }
    }

    @Test func whatLinkedInDoesNotTakeIsNotSent() async throws {
        let fake = FakeLinkedIn()
        await #expect(throws: NetworkTrouble.tooLong(most: 3_000)) {
            try await connection(fake).publish(post(String(repeating: "a", count: 3_001)))
        }
        var film = post()
        film.pictures = [OutgoingPicture(bytes: onePixel, mediaType: "video/mp4", alt: "", width: 1, height: 1)]
        for wrong in [film, post(pictures: 21)] {
            await #expect(throws: NetworkTrouble.self) { try await connection(fake).publish(wrong) }
        }
        #expect(fake.state.withLock { $0.asked.isEmpty })
    }

    @Test func littleTextSaysTheSameAfterwards() {
        for text in ["a (b) [c] {d} <e> @f *g* _h_ ~i~ | \\", "#one #2 x#3 # four", "plain"] {
            #expect(LittleText.plain(LittleText.escaped(text)) == text)
        }
    }
}
