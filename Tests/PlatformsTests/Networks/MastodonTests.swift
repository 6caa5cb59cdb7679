import Foundation
import Governance
import Synchronization
import Testing

@testable import Platforms

@Suite struct MastodonTests {
    private func connection(_ fake: FakeMastodon, token: String = FakeMastodon.token) throws -> MastodonConnection {
        try MastodonConnection(server: "social.example", token: token, web: fake, pause: .milliseconds(1))
    }

    private func post(_ text: String = "The boats are in. https://school.example/boats", others: Set<String> = [])
        -> OutgoingPost
    {
        OutgoingPost(key: UUID().uuidString, text: text, startedAt: .now, others: others)
    }

    @Test func itSaysWhoSignsInAndWhatTheServerTakes() async throws {
        let report = try await connection(FakeMastodon()).check()
        #expect(report.identity == "@school@social.example" && report.software == "Mastodon 4.7.3")
        #expect(report.capabilities.limits.characters == 500 && !report.capabilities.closesReplies)
        let other = try await connection(FakeMastodon(.goToSocial)).check()
        #expect(other.software == "GoToSocial 0.20.0" && other.capabilities.closesReplies)
        #expect(other.capabilities.limits.linkLength == 25 && other.capabilities.limits.pictures == 6)
    }

    /// As `FakeMastodon`, with limits that nobody could mean.
    private struct Boasting: WebClient {
        let fake = FakeMastodon()
        let number: String
        func answer(to request: WebRequest) async throws(WebTrouble) -> WebAnswer {
            guard request.address.hasSuffix("api/v2/instance") else { return try await fake.answer(to: request) }
            let body = """
                {"domain": "social.example", "version": "4.7.3", "configuration": {
                    "statuses": {"max_characters": \(number), "max_media_attachments": \(number),
                        "characters_reserved_per_url": \(number)},
                    "media_attachments": {"description_limit": \(number), "image_size_limit": \(number),
                        "image_matrix_limit": \(number), "video_size_limit": \(number)}}}
                """
            return WebAnswer(status: 200, body: Data(body.utf8))
        }
    }

    @Test(arguments: ["-1", "-9223372036854775808", "9223372036854775807", "1e300", "\"500\"", "null"])
    func aLimitThatNobodyCouldMeanIsAsIfNoneWereSaid(number: String) async throws {
        let report = try await MastodonConnection(
            server: "social.example", token: FakeMastodon.token, web: Boasting(number: number), pause: .milliseconds(1)
        ).check()
        let stated = try #require(Network.mastodon.stated)
        #expect(report.capabilities.limits == stated.limits && report.capabilities.film?.bytes == stated.film?.bytes)
    }

    /// As `FakeMastodon`, on another server; its domain is asked whether it is.
    private struct Elsewhere: WebClient {
        let fake = FakeMastodon()
        let finger: WebAnswer
        func answer(to request: WebRequest) async throws(WebTrouble) -> WebAnswer {
            if request.address.hasPrefix("https://social.example/.well-known/webfinger") {
                #expect(request.authorisation == nil)
                return finger
            }
            return try await fake.answer(to: request)
        }
    }

    @Test func aServerIsBelievedItsOwnDomainAndAnothersOnlyWhenThatSaysSo() async throws {
        let names = { (finger: WebAnswer) in
            try await MastodonConnection(
                server: "toots.example", token: FakeMastodon.token, web: Elsewhere(finger: finger),
                pause: .milliseconds(1)
            ).check()
        }
        let none = WebAnswer(status: 404, body: Data())
        let to = { (address: String) in WebAnswer(status: 301, body: Data(), headers: [("Location", address)]) }
        let link = { (host: String) in
            WebAnswer(
                status: 200,
                body: Data(#"{"links": [{"rel": "self", "href": "https://\#(host)/users/school"}]}"#.utf8))
        }
        for finger in [none, link("social.example"), link("toots.example.evil.example"), to("https://evil.example/x")] {
            let report = try await names(finger)
            #expect(report.names.isEmpty && report.address == "https://toots.example", "the server itself is shown")
        }
        for finger in [link("toots.example"), to("https://toots.example/.well-known/webfinger?resource=x")] {
            let report = try await names(finger)
            #expect(report.names.first == report.identity && report.identity == "@school@social.example")
        }
    }

    @Test func aTokenThatMayNotWriteIsFoundOutWithoutWriting() async throws {
        let fake = FakeMastodon()
        fake.state.withLock { $0.mayWrite = false }
        await #expect {
            try await connection(fake).check()
        } throws: {
            if case .notPermitted = $0 as? NetworkTrouble { true } else { false }
        }
        await #expect(throws: NetworkTrouble.permissionEnded) { try await connection(fake, token: "old").check() }
        #expect(fake.state.withLock { $0.statuses.isEmpty })
    }

    @Test(arguments: [FakeMastodon.Software.mastodon, .goToSocial])
    func aLostAnswerIsLookedForAndNothingIsSentTwice(_ software: FakeMastodon.Software) async throws {
        for text in ["Plain words", "A & B <c>\n\nfor @head@other.example\nhttps://school.example/a?b=c&d=e"] {
            let fake = FakeMastodon(software)
            let post = post(text)
            fake.state.withLock { $0.losing = 1 }
            await #expect(throws: NetworkTrouble.unsure) { try await connection(fake).publish(post) }
            let found = try await connection(fake).find(post)
            #expect(found?.address == "https://social.example/@school/\(found?.id ?? "")")
            #expect(fake.state.withLock { $0.statuses.count } == 1)
        }
    }

    @Test func theSameKeyIsTheSamePostWhereTheServerKeepsKeys() async throws {
        let fake = FakeMastodon()
        let post = post()
        #expect(try await connection(fake).publish(post) == connection(fake).publish(post))
        #expect(fake.state.withLock { $0.statuses.count } == 1)
    }

    @Test func anEarlierPostOfTheSameWordsIsNotTakenForThisOne() async throws {
        let fake = FakeMastodon(.goToSocial)
        let old = try await connection(fake).publish(post("School is closed today"))
        #expect(try await connection(fake).find(post("School is closed today", others: [old.id])) == nil)
        fake.state.withLock { $0.statuses[0].at = .now - 3_600 }
        #expect(try await connection(fake).find(post("School is closed today")) == nil)
    }

    @Test func whatAPersonPostedThereIsNotTakenForThisOne() async throws {
        let fake = FakeMastodon()
        let out = try await connection(fake).publish(post("School is closed today"))
        #expect(try await connection(fake).find(post("School is closed today")) == out)
        fake.state.withLock { $0.statuses[0].sender = "Web" }
        #expect(try await connection(fake).find(post("School is closed today")) == nil)
        // a server that does not say by what it was sent
        fake.state.withLock { $0.statuses[0].sender = nil }
        #expect(try await connection(fake).find(post("School is closed today")) == out)
    }

    @Test func aFilmGoesAloneAndWhereTheServerTakesOne() async throws {
        let fake = FakeMastodon()
        let film = OutgoingPicture(bytes: onePixel, mediaType: "video/mp4", alt: "A boat", width: 1, height: 1)
        var post = post()
        post.pictures = [film]
        _ = try await connection(fake).publish(post)
        #expect(fake.state.withLock(\.types) == ["video/mp4"])
        #expect(fake.state.withLock { $0.statuses[0].media.count } == 1)
        let capabilities = try await connection(fake).check().capabilities
        #expect(capabilities.film == FilmLimits(bytes: 2_000_000, inOnePost: 1))
        #expect(capabilities.sentences.contains("A post can have one film of at most 2 MB, and then no pictures."))
        var large = film
        large.bytes = Data(count: 2_000_001)
        for wrong in [
            [film, film],
            [film, OutgoingPicture(bytes: onePixel, mediaType: "image/jpeg", alt: "", width: 1, height: 1)], [large],
        ] {
            post.pictures = wrong
            await #expect(throws: NetworkTrouble.self) { try await connection(fake).publish(post) }
        }
        post.pictures = [film]
        await #expect(throws: NetworkTrouble.self) { try await connection(FakeMastodon(.goToSocial)).publish(post) }
        #expect(fake.state.withLock(\.types) == ["video/mp4"], "nothing else was uploaded")
    }

    @Test func nothingIsPostedOnceTheWorkIsAnothers() async throws {
        let fake = FakeMastodon()
        await #expect(throws: CancellationError.self) {
            try await connection(fake).publish(post()) { _ in throw CancellationError() }
        }
        #expect(fake.state.withLock { $0.statuses.isEmpty })
    }

    @Test func aPostIsFoundBehindManyNewerOnes() async throws {
        let fake = FakeMastodon()
        let wanted = post("The one")
        let out = try await connection(fake).publish(wanted)
        fake.state.withLock { state in
            for number in 0..<90 {
                state.statuses.append(.init(id: "\(500 + number)", text: "More \(number)", at: .now, media: []))
            }
        }
        #expect(try await connection(fake).find(wanted) == out)
    }

    @Test func picturesAreReadyBeforeTheyAreSentAndKeepTheirDescriptions() async throws {
        let fake = FakeMastodon()
        var post = post()
        post.pictures = [OutgoingPicture(bytes: onePixel, mediaType: "image/png", alt: "A boat", width: 1, height: 1)]
        _ = try await connection(fake).publish(post)
        #expect(fake.state.withLock { $0.media.values.map(\.description) } == ["A boat"])
        #expect(fake.state.withLock { $0.statuses[0].media.count } == 1)
    }

    @Test func repliesCloseWhereTheServerKnowsHow() async throws {
        var post = post()
        post.closesReplies = true
        #expect(try await connection(FakeMastodon(.goToSocial)).publish(post).repliesAreClosed)
        #expect(try await !connection(FakeMastodon()).publish(post).repliesAreClosed)
    }

    @Test func itIsCorrectedAndTakenDownAndGoneTwiceIsGone() async throws {
        let fake = FakeMastodon()
        let out = try await connection(fake).publish(post())
        try await connection(fake).edit(out.id, to: post("Other words"))
        #expect(fake.state.withLock { $0.statuses.map(\.text) } == ["Other words"])
        try await connection(fake).takeDown(out.id)
        try await connection(fake).takeDown(out.id)
        #expect(fake.state.withLock { $0.statuses.isEmpty })
    }

    @Test func aCorrectionChangesDescriptionsOrNothing() async throws {
        let fake = FakeMastodon()
        var post = post()
        let boat = OutgoingPicture(bytes: onePixel, mediaType: "image/png", alt: "A boat", width: 1, height: 1)
        post.pictures = [boat, boat]
        let out = try await connection(fake).publish(post)
        // somebody took a picture off the post there
        fake.state.withLock { _ = $0.statuses[0].media.removeLast() }
        var other = self.post("Other words")
        other.pictures = post.pictures
        other.pictures[0].alt = "A ship"
        await #expect {
            try await connection(fake).edit(out.id, to: other)
        } throws: { error in
            guard case .cannot(let says)? = error as? NetworkTrouble else { return false }
            return says.contains("has one picture, and ours has 2 pictures")
        }
        #expect(fake.state.withLock { $0.statuses.map(\.text) } == [post.text])
    }

    @Test func itWaitsAsLongAsTheServerSays() async throws {
        let now = Date(timeIntervalSince1970: 1_800_000_000)
        let fake = FakeMastodon()
        let connection = try MastodonConnection(
            server: "https://social.example/", token: FakeMastodon.token, web: fake, clock: { now })
        for (header, until) in [
            (("X-RateLimit-Reset", NetworkTime.written(now + 600)), now + 600), (("Retry-After", "120"), now + 120),
            (("X-RateLimit-Reset", "1800000900"), now + 900), (("Retry-After", "1"), now + 60),
            (("X-Nothing", ""), now + 300),
        ] {
            fake.state.withLock { $0.limited = [(name: header.0, value: header.1)] }
            await #expect(throws: NetworkTrouble.rateLimited(until: until)) { try await connection.check() }
        }
    }

    @Test func whatIsTooLongIsNotSent() async throws {
        let fake = FakeMastodon()
        let long = post(String(repeating: "a", count: 501))
        await #expect(throws: NetworkTrouble.tooLong(most: 500)) { try await connection(fake).publish(long) }
        #expect(try await !connection(FakeMastodon(.goToSocial)).publish(long).id.isEmpty)
    }

    @Test func theTokenIsInNoSentence() {
        let asking = NetworkAsking(web: NoWebClient(), clock: { .now }, secrets: ["s3cret-token"])
        #expect(asking.plain("Bad token s3cret-token\nhere\u{7}") == "Bad token … here")
        #expect("\(ConnectionSecret(password: "abc"))" == "a secret")
    }
}
