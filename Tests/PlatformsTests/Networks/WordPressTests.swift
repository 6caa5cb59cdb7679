import Foundation
import Governance
import RealServers
import Testing

@testable import Platforms

/// Against a real WordPress with its MariaDB.
@Suite struct WordPressTests {
    private let web = PatientWebClient()

    private func connection(_ who: String = "author", password: String? = nil, through web: (any WebClient)? = nil)
        throws -> WordPressConnection
    {
        let server = try RealServer.wordPress.get()
        return try WordPressConnection(
            site: server["address"], userName: who, password: password ?? server[who], web: web ?? self.web)
    }

    private func post(_ key: String = UUID().uuidString, _ text: String = "Sports day\n\nIt is on Friday.")
        -> OutgoingPost
    {
        OutgoingPost(key: key, text: text, startedAt: .now)
    }

    /// What the website's reader gets, who is not signed in.
    private func page(_ address: String) async throws -> (status: Int, text: String) {
        let answer = try await web.answer(to: WebRequest(address))
        return (answer.status, String(decoding: answer.body, as: UTF8.self))
    }

    /// A post as a reader gets it; its address alone needs a theme, which the tests' WordPress has none of.
    private func read(_ out: Published) async throws -> (status: Int, title: String, text: String) {
        let server = try RealServer.wordPress.get()
        let answer = try await web.answer(to: WebRequest(server["address"] + "/?rest_route=/wp/v2/posts/\(out.id)"))
        let post = ReadJSON(answer.body)
        return (answer.status, post["title"]["rendered"].text ?? "", post["content"]["rendered"].text ?? "")
    }

    private func count(_ text: String) async throws -> Int {
        let server = try RealServer.wordPress.get()
        let found = try await page(server["address"] + "/?rest_route=/wp/v2/posts&per_page=100&search=\(text)")
        return (try JSONSerialization.jsonObject(with: Data(found.text.utf8)) as? [Any])?.count ?? -1
    }

    @Test func itSaysWhoSignsInAndWhatTheyMay() async throws {
        let report = try await connection().check()
        #expect(report.identity == "School author at Harbour View")
        #expect(report.capabilities.closesReplies && report.capabilities.takesDown)
    }

    @Test func aPermissionThatDoesNotReachFarEnoughIsSaidBeforeAnythingIsSent() async throws {
        await #expect(throws: NetworkTrouble.self) { try await connection("contributor").check() }
        do { _ = try await connection("contributor").check() } catch let trouble as NetworkTrouble {
            #expect(trouble.says.contains("may not publish posts"))
        }
        await #expect(throws: NetworkTrouble.permissionEnded) { try await connection(password: "wrong").check() }
    }

    @Test func aPostIsReadAsItWasWrittenAndNothingOfItIsMarkup() async throws {
        let key = "k\(UInt32.random(in: 0 ... .max))"
        let text =
            "Sports <day> & \(key)\n\nSee https://www.school.example/day?a=1&b=2.\nBring [gallery] “water” <script>\n\nThanks"
        let out = try await connection().publish(post(key, text))
        let read = try await read(out)
        #expect(read.status == 200)
        #expect(try await page(out.address).status == 200)
        #expect(PlainHTML.text(read.title.replacing("&#038;", with: "&amp;")) == "Sports <day> & \(key)")
        let link = read.text.replacing("&#038;", with: "&amp;")
        #expect(link.contains("href=\"https://www.school.example/day?a=1&amp;b=2\""))
        #expect(read.text.contains("&lt;script&gt;"))
        #expect(read.text.contains("#091;gallery"), "no short code of it is carried out")
    }

    @Test func sentTwiceItIsOnePost() async throws {
        let key = "k\(UInt32.random(in: 0 ... .max))"
        let post = post(key, "Twice \(key)\n\nOnly once.")
        let (first, second) = (try await connection().publish(post), try await connection().publish(post))
        #expect(first == second)
        #expect(try await count(key) == 1)
        #expect(try await connection().find(post) == first)
        #expect(try await connection().find(self.post()) == nil)
    }

    @Test func twoProgramsAtOnceSendOne() async throws {
        let key = "k\(UInt32.random(in: 0 ... .max))"
        let post = post(key, "Race \(key)\n\nOnly once.")
        let ids = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<6 { group.addTask { try await connection().publish(post).id } }
            return try await group.reduce(into: Set<String>()) { $0.insert($1) }
        }
        #expect(ids.count == 1)
        #expect(try await count(key) == 1)
    }

    @Test func whateverAnswerIsLostTheNextAttemptEndsWithOnePost() async throws {
        // each request in turn is done and its answer lost
        for lost in 0..<6 {
            let key = "k\(UInt32.random(in: 0 ... .max))"
            let post = OutgoingPost(
                key: key, text: "Lost \(key)\n\nOnly once.",
                pictures: [OutgoingPicture(bytes: onePixel, mediaType: "image/png", alt: "A", width: 1, height: 1)],
                startedAt: .now)
            let flaky = LosingWebClient(web, after: lost)
            _ = try? await connection(through: flaky).publish(post)
            let out = try await connection().publish(post)
            #expect(try await count(key) == 1, "answer \(lost) lost")
            #expect(try await connection().find(post)?.id == out.id)
        }
    }

    @Test func aPictureGoesWithItsDescriptionAndComesDownWithThePost() async throws {
        let post = OutgoingPost(
            key: UUID().uuidString, text: "A picture\n\nOf water.",
            pictures: [
                OutgoingPicture(bytes: onePixel, mediaType: "image/png", alt: "Water & \"boats\"", width: 1, height: 1)
            ], startedAt: .now)
        let out = try await connection().publish(post)
        let read = try await read(out)
        #expect(read.text.contains("alt=\"Water &amp; &quot;boats&quot;\""))
        let picture = try #require(read.text.firstMatch(of: /src="([^"]*picture-[^"]*)"/)).1
        #expect(try await page(String(picture)).status == 200)
        // the key of a correction is its own
        var new = self.post(UUID().uuidString, "A picture\n\nOf the sea.")
        await #expect(throws: NetworkTrouble.self, "as many pictures as there are") {
            try await connection().edit(out.id, to: new)
        }
        new.pictures = post.pictures
        new.pictures[0].alt = "The sea, \"calm\" & $1"
        try await connection().edit(out.id, to: new)
        let edited = try await self.read(out)
        #expect(edited.text.contains("Of the sea.") && edited.text.contains("picture-"))
        #expect(edited.text.contains("alt=\"The sea, &quot;calm&quot; &amp; $1\"") && !edited.text.contains("Water"))
        let number = try #require(edited.text.firstMatch(of: /wp-image-([0-9]+)/)).1
        let server = try RealServer.wordPress.get()
        let kept = try await web.answer(to: WebRequest(server["address"] + "/?rest_route=/wp/v2/media/\(number)"))
        #expect(ReadJSON(kept.body)["alt_text"].text == "The sea, \"calm\" & $1")
        try await connection().takeDown(out.id)
        #expect(try await self.read(out).status == 404)
        #expect(try await page(String(picture)).status == 404)
        try await connection().takeDown(out.id)
        #expect(try await connection().find(post) == nil)
    }

    @Test func whatNeverWentOutIsTakenAwayWithItsPictures() async throws {
        let picture = OutgoingPicture(bytes: onePixel, mediaType: "image/png", alt: "A", width: 1, height: 1)
        let post = OutgoingPost(
            key: UUID().uuidString, text: "Left behind\n\nNever read.", pictures: [picture, picture], startedAt: .now)
        await #expect(throws: CancellationError.self) {
            try await connection().publish(post) { _ in throw CancellationError() }
        }
        let server = try RealServer.wordPress.get()
        let slug = "picture-" + String(WordPressNames.slug(of: post).suffix(12))
        let basic = "Basic " + Data("author:\(server["author"])".utf8).base64EncodedString()
        let media = {
            let answer = try await web.answer(
                to: WebRequest(
                    server["address"] + "/?rest_route=/wp/v2/media&context=edit&search=\(slug)", authorisation: basic))
            return ReadJSON(answer.body).list ?? []
        }
        let left = try await media()
        #expect(left.count == 2 && left.allSatisfy { ($0["post"].number ?? 0) > 0 }, "they belong to the draft")
        try await connection().abandon(post)
        #expect(try await media().isEmpty)
        try await connection().abandon(post)
        let out = try await connection().publish(post)
        try await connection().abandon(post)
        #expect(try await connection().find(post) == out, "what is out stays")
    }

    @Test func aFilmIsShownWithWhatItShowsBelow() async throws {
        // the smallest file that WordPress takes for a film: its first box
        let film = Data([0, 0, 0, 24]) + Data("ftypmp42".utf8) + Data([0, 0, 0, 0]) + Data("mp42isom".utf8)
        let post = OutgoingPost(
            key: UUID().uuidString, text: "A film\n\nOf water.",
            pictures: [OutgoingPicture(bytes: film, mediaType: "video/mp4", alt: "Water & boats", width: 1, height: 1)],
            startedAt: .now)
        let out = try await connection().publish(post)
        let read = try await read(out)
        #expect(read.text.contains("<video controls") && read.text.contains("<figcaption>Water &amp; boats"))
        try await connection().takeDown(out.id)
    }

    @Test func repliesAreClosedWhereThatIsWanted() async throws {
        var closed = post()
        closed.closesReplies = true
        #expect(try await connection().publish(closed).repliesAreClosed)
        #expect(try await !connection().publish(post()).repliesAreClosed)
    }

    @Test func aWebsiteThatIsNoWordPressIsNamedSo() async throws {
        let server = try LocalServer(says: "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nhi")
        defer { server.stop() }
        let connection = try WordPressConnection(
            site: "http://127.0.0.1:\(server.port)", userName: "a", password: "b", web: web)
        await #expect {
            try await connection.check()
        } throws: {
            if case .notThisNetwork = $0 as? NetworkTrouble { true } else { false }
        }
    }
}

/// Does what it is asked, and loses one answer.
final class LosingWebClient: WebClient {
    private let web: any WebClient
    private let left: Left
    private actor Left {
        var count: Int
        init(_ count: Int) { self.count = count }
        func isNext() -> Bool {
            count -= 1
            return count == -1
        }
    }

    init(_ web: any WebClient, after count: Int) {
        self.web = web
        left = Left(count)
    }

    func answer(to request: WebRequest) async throws(WebTrouble) -> WebAnswer {
        let answer = try await web.answer(to: request)
        if request.method == .post, await left.isNext() { throw WebTrouble.lost }
        return answer
    }
}
