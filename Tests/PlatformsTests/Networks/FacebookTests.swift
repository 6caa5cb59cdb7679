import Foundation
import Governance
import Synchronization
import Testing

@testable import Platforms

@Suite struct FacebookTests {
    private func connection(
        _ fake: FakeFacebook, token: String = FakeFacebook.token, clock: @escaping @Sendable () -> Date = { Date() }
    ) -> FacebookConnection {
        FacebookConnection(page: FakeFacebook.page, token: token, app: FakeFacebook.app, web: fake, clock: clock)
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

    @Test func itAsksForThreePermissionsAndGivesTheCodeForTheTokenOfThePage() async throws {
        let signIn = FacebookSignIn(asking: NetworkAsking(web: FakeFacebook(), clock: { .now }))
        let back = "https://chaperone.test/back"
        let address = signIn.address(of: FakeFacebook.app, back: back, state: "s t", verifier: "v")
        let parts = try #require(URLComponents(string: address))
        #expect(parts.host == "www.facebook.com" && parts.path == "/v26.0/dialog/oauth")
        let query = Dictionary((parts.queryItems ?? []).map { ($0.name, $0.value ?? "") }) { $1 }
        #expect(query["scope"] == "pages_show_list,pages_read_engagement,pages_manage_posts")
        #expect(query["state"] == "s t" && query["redirect_uri"] == back && query["response_type"] == "code")
        let found = try await signIn.accounts(of: FakeFacebook.app, code: "the-code", back: back, verifier: "v")
        #expect(found.map(\.id) == [FakeFacebook.page], "only where content may be created")
        #expect(found.first?.secret.token == FakeFacebook.token)
        await #expect(throws: NetworkTrouble.self) {
            try await signIn.accounts(of: FakeFacebook.app, code: "another", back: back, verifier: "v")
        }
    }

    @Test func itSaysWhichPageItIsWhatIsMissingAndWhenThePermissionRunsOut() async throws {
        let fake = FakeFacebook()
        #expect(try await connection(fake).check().identity == "Our school")
        #expect(try await connection(fake).check().endsAt == nil)
        fake.state.withLock { $0.expires = 1_800_000_000 }
        #expect(try await connection(fake).check().endsAt == Date(timeIntervalSince1970: 1_800_000_000))
        fake.state.withLock { $0.scopes = ["pages_show_list", "pages_read_engagement"] }
        await #expect {
            try await connection(fake).check()
        } throws: {
            isNotPermitted($0, "pages_manage_posts")
        }
        await #expect(throws: NetworkTrouble.permissionEnded) { try await connection(fake, token: "old").check() }
    }

    @Test func picturesGoWithTheirDescriptionsAndComeDownWithThePost() async throws {
        let fake = FakeFacebook()
        let out = try await connection(fake).publish(post(pictures: 3))
        #expect(out.address == "https://www.facebook.com/our.school/posts/\(out.id)" && !out.repliesAreClosed)
        #expect(fake.state.withLock { $0.photos.values.map(\.alt).sorted() } == ["Boat 0", "Boat 1", "Boat 2"])
        #expect(fake.state.withLock { $0.posts[0].photos.count } == 3)
        try await connection(fake).edit(out.id, to: post("Other words"))
        #expect(fake.state.withLock { $0.posts.map(\.message) } == ["Other words"])
        try await connection(fake).takeDown(out.id)
        try await connection(fake).takeDown(out.id)
        #expect(fake.state.withLock { $0.posts.isEmpty && $0.photos.isEmpty })
    }

    @Test(arguments: 0...3) func aTakeDownThatBreaksOffIsFinishedTheNextTime(done: Int) async throws {
        let fake = FakeFacebook()
        let out = try await connection(fake).publish(post(pictures: 3))
        fake.state.withLock { $0.deletionsLeft = done }
        await #expect(throws: NetworkTrouble.self) { try await connection(fake).takeDown(out.id) }
        try await connection(fake).takeDown(out.id)
        #expect(fake.state.withLock { $0.posts.isEmpty && $0.photos.isEmpty })
    }

    @Test func whatWeMayNotSeeAnyMoreIsNotTakenForGone() async throws {
        let fake = FakeFacebook()
        let out = try await connection(fake).publish(post(pictures: 1))
        fake.state.withLock { $0.scopes = ["pages_show_list"] }
        await #expect {
            try await connection(fake).takeDown(out.id)
        } throws: {
            isNotPermitted($0, "pages_read_engagement")
        }
    }

    @Test func aLostAnswerIsLookedForAndTheSameTwiceIsOne() async throws {
        let fake = FakeFacebook()
        let post = post("A & B\n\nhttps://school.example/a")
        fake.state.withLock { $0.losing = 1 }
        await #expect(throws: NetworkTrouble.unsure) { try await connection(fake).publish(post) }
        let found = try await connection(fake).find(post)
        #expect(found != nil)
        #expect(try await connection(fake).publish(post) == found, "506: the same was posted a moment ago")
        #expect(fake.state.withLock { $0.posts.count } == 1)
    }

    @Test func whatAnotherPostedIsNotTakenForThisOne() async throws {
        let fake = FakeFacebook()
        let old = try await connection(fake).publish(post("Closed today"))
        #expect(try await connection(fake).find(post("Closed today", others: [old.id])) == nil)
        fake.state.withLock { $0.posts[0].sender = "by hand" }
        #expect(try await connection(fake).find(post("Closed today")) == nil)
        fake.state.withLock { state in
            state.posts[0].sender = FakeFacebook.app.id
            for number in 0..<150 {
                state.posts.append(.init(id: "\(FakeFacebook.page)_9\(number)", message: "x", at: .now, photos: []))
            }
        }
        #expect(try await connection(fake).find(post("Closed today")) == old, "behind many newer ones")
    }

    @Test func itWaitsAsLongAsFacebookSaysAndSaysNoTokenBack() async throws {
        let now = Date(timeIntervalSince1970: 1_800_000_000)
        let fake = FakeFacebook()
        let connection = connection(fake, clock: { now })
        let usage = #"{"1001":[{"type":"pages","call_count":100,"estimated_time_to_regain_access":25}]}"#
        for code in [4, 32, 613, 80_001] {
            fake.state.withLock { $0.refusing = (code, [("X-Business-Use-Case-Usage", usage)]) }
            await #expect(throws: NetworkTrouble.rateLimited(until: now + 1_500)) { try await connection.check() }
        }
        fake.state.withLock { $0.refusing = (2, []) }
        await #expect(throws: NetworkTrouble.unsure) { try await connection.publish(post()) }
        fake.state.withLock { $0.refusing = (368, []) }
        await #expect(throws: NetworkTrouble.refused("Refused with …")) { try await connection.publish(post()) }
    }

    @Test func whatFacebookRefusesLeavesNoPictureBehindAndAFilmIsNotSent() async throws {
        let fake = FakeFacebook()
        await #expect(throws: NetworkTrouble.tooLong(most: 63_206)) {
            try await connection(fake).publish(post(String(repeating: "a", count: 63_207), pictures: 1))
        }
        let empty = post("", pictures: 1)
        let stopped = NetworkTrouble.cannot("stopped")
        await #expect(throws: stopped) {
            try await connection(fake).publish(empty) { _ in throw stopped }
        }
        #expect(fake.state.withLock { $0.photos.isEmpty && $0.posts.isEmpty })
        var film = post()
        film.pictures = [OutgoingPicture(bytes: onePixel, mediaType: "video/mp4", alt: "", width: 1, height: 1)]
        let asked = fake.state.withLock { $0.asked.count }
        await #expect {
            try await connection(fake).publish(film)
        } throws: {
            isCannot($0)
        }
        #expect(fake.state.withLock { $0.asked.count } == asked, "nothing was asked")
    }
}
