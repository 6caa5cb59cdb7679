import Foundation
import Governance
import Synchronization
import Testing

@testable import Platforms

@Suite struct InstagramTests {
    private func connection(
        _ fake: FakeInstagram, ends: Date? = nil, keep: @escaping KeepSecret = { _ in }
    ) -> InstagramConnection {
        InstagramConnection(
            account: FakeInstagram.account, secret: ConnectionSecret(token: "long-1", tokenEnds: ends), web: fake,
            pause: .milliseconds(1), keep: keep)
    }

    private func post(_ text: String = "The boats are in.", pictures: Int = 1) -> OutgoingPost {
        OutgoingPost(
            key: UUID().uuidString, text: text,
            pictures: (0..<pictures).map {
                OutgoingPicture(
                    bytes: onePixel, mediaType: "image/jpeg", alt: "Boat \($0)", width: 640, height: 640,
                    address: "https://chaperone.test/quay/fetch/\($0)")
            }, startedAt: .now)
    }

    @Test func itAsksForThreePermissionsAndTakesTheLongToken() async throws {
        let fake = FakeInstagram()
        let signIn = InstagramSignIn(asking: NetworkAsking(web: fake, clock: { .now }))
        let back = "https://chaperone.test/back"
        let address = signIn.address(of: FakeInstagram.app, back: back, state: "s", verifier: "v")
        #expect(address.hasPrefix("https://www.instagram.com/oauth/authorize?client_id=ig-app&"))
        #expect(
            address.contains(
                "instagram_business_basic%2Cinstagram_business_content_publish%2Cinstagram_business_manage_comments&"))
        let found = try await signIn.accounts(of: FakeInstagram.app, code: "the-code", back: back, verifier: "")
        #expect(found.map(\.name) == ["@ourschool"] && found[0].id == FakeInstagram.account)
        #expect(found[0].secret.token == "long-1" && found[0].secret.tokenEnds != nil)
        fake.state.withLock { $0.mayPublish = false }
        await #expect {
            try await signIn.accounts(of: FakeInstagram.app, code: "the-code", back: back, verifier: "")
        } throws: {
            isNotPermitted($0, "instagram_business_manage_comments")
        }
    }

    @Test func theTokenIsMadeNewWhileItLives() async throws {
        let fake = FakeInstagram()
        let kept = Mutex<[String?]>([])
        let report = try await connection(fake, ends: .now + 10 * 86_400) { secret in
            kept.withLock { $0.append(secret.token) }
        }.check()
        #expect(kept.withLock(\.self) == ["long-2"])
        #expect(report.identity == "@ourschool" && report.endsAt.map { $0 > .now + 50 * 86_400 } == true)
        await #expect(throws: NetworkTrouble.permissionEnded) { try await connection(fake).check() }
        fake.state.withLock { $0.mayPublish = false }
        fake.state.withLock { $0.token = "long-1" }
        await #expect {
            try await connection(fake).check()
        } throws: {
            isNotPermitted($0)
        }
    }

    @Test func onePictureAndSeveralGoWithTheirDescriptionsAndCommentsAreClosed() async throws {
        let fake = FakeInstagram()
        fake.state.withLock { $0.slow = 2 }
        var first = post()
        first.closesReplies = true
        let out = try await connection(fake).publish(first)
        #expect(out.repliesAreClosed && out.address == "https://www.instagram.com/p/\(out.id)/")
        let second = try await connection(fake).publish(post("Three", pictures: 3))
        #expect(!second.repliesAreClosed)
        let media = fake.state.withLock(\.media)
        #expect(media.map(\.alts) == [["Boat 0"], ["Boat 0", "Boat 1", "Boat 2"]])
        #expect(media.map(\.commentsOpen) == [false, true])
        for act in [
            { try await connection(fake).edit(out.id, to: first) }, { try await connection(fake).takeDown(out.id) },
        ] as [() async throws -> Void] {
            await #expect {
                try await act()
            } throws: {
                isCannot($0)
            }
        }
    }

    @Test func aContainerThatWasKeptIsPublishedOnceAndFoundAfterwards() async throws {
        let fake = FakeInstagram()
        let kept = Mutex<String?>(nil)
        var post = post()
        fake.state.withLock { $0.losing = 1 }
        await #expect(throws: NetworkTrouble.unsure) {
            try await connection(fake).publish(post) { container in kept.withLock { $0 = container } }
        }
        post.prepared = kept.withLock(\.self)
        #expect(post.prepared != nil)
        #expect(try await connection(fake).find(post)?.id == fake.state.withLock { $0.media[0].id })
        // killed before it was published: it is not out, though the same words are there by hand
        var other = self.post()
        await #expect(throws: CancellationError.self) {
            try await connection(fake).publish(other) { container in
                kept.withLock { $0 = container }
                throw CancellationError()
            }
        }
        other.prepared = kept.withLock(\.self)
        #expect(try await connection(fake).find(other) == nil)
        let containers = fake.state.withLock { $0.containers.count }
        _ = try await connection(fake).publish(other)
        #expect(fake.state.withLock { $0.containers.count } == containers, "the container that was there went out")
        #expect(fake.state.withLock { $0.media.count } == 2)
    }

    @Test func itWaitsWhenAllThatMayGoOutHasGoneOut() async throws {
        let fake = FakeInstagram()
        fake.state.withLock { $0.used = 100 }
        await #expect {
            try await connection(fake).publish(post())
        } throws: {
            if case .rateLimited? = $0 as? NetworkTrouble { true } else { false }
        }
        #expect(fake.state.withLock { $0.containers.isEmpty })
    }

    @Test func whatInstagramDoesNotTakeIsNotSent() async throws {
        let fake = FakeInstagram()
        var png = post()
        png.pictures[0].mediaType = "image/png"
        var film = post()
        film.pictures[0].mediaType = "video/mp4"
        var hidden = post()
        hidden.pictures[0].address = nil
        let tags = post((0..<31).map { "#t\($0)x" }.joined(separator: " "))
        for wrong in [png, film, hidden, tags, post(pictures: 0), post(pictures: 11)] {
            await #expect(throws: NetworkTrouble.self) { try await connection(fake).publish(wrong) }
        }
        await #expect(throws: NetworkTrouble.tooLong(most: 2_200)) {
            try await connection(fake).publish(post(String(repeating: "a", count: 2_201)))
        }
        #expect(fake.state.withLock { $0.asked.isEmpty })
    }
}
