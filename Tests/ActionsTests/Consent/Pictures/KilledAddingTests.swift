import Foundation
import Governance
import Platforms
import PolicySeeds
import Reading
import StartedPrograms
import Store
import Testing

@testable import Actions

/// The program is killed at every part of adding a picture: the draft has it whole or not at all, and what was written of one
/// that it has not is cleared up.
@Suite struct KilledAddingTests {
    @Test(.timeLimit(.minutes(30))) func aPictureIsWholeInTheDraftOrNotThere() async throws {
        let scratch = try Scratch()
        let installation = try Installation(data: scratch.folder, passwordRounds: 1 << 4)
        var plan = scratch.plan(isDemonstration: true)
        plan.schools = [.init(name: "Quay School", slug: "quay")]
        plan.policy = try #require(PolicySeeds.bytes(of: "PEN"))
        let organisation = try await plan.performFromConsole(in: installation)
        let school = try #require(try await organisation.database.schools().first).id
        let author = try await organisation.person("Priya Nair", .author, at: school)
        let post = try await StartPost(school: school, content: PostDraft(text: "The regatta"))
            .perform(in: organisation, by: .user(author))
        let teacher = Teacher(
            port: 18_000 + Int.random(in: 0..<9_000), post: "/harbour-view/posts/\(post.text)/pictures")
        let serving = ["serve", "--data", scratch.folder.path, "--port", "\(teacher.port)"]

        // how long one takes here and now, so that the others are stopped at every part of it
        var server = try StartedProgram(program, serving, heard: .nothing)
        let session = try await teacher.signIn(as: author)
        let picture = try Data(pictureFile("quay.jpg"))
        var taken = 0
        let whole = try await ContinuousClock().measure {
            if try await teacher.add(picture, in: session) == 303 { taken += 1 }
        }
        #expect(taken == 1, "a picture is taken in when nobody kills")
        server.kill(SIGKILL)
        server.ended()
        let parts = 12
        for part in 1...parts {
            server = try StartedProgram(program, serving, heard: .nothing)
            try await teacher.awaitServer()
            async let status = try? teacher.add(picture, in: session)
            try await Task.sleep(for: whole * part / parts)
            server.kill(SIGKILL)
            server.ended()
            if await status == 303 { taken += 1 }
        }

        let story = try #require(try await organisation.database.postStory(post))
        let there = story.draft.content.pictures.map(\.picture)
        #expect(Set(there) == Set(story.pictures.map(\.id)) && Set(there).count == there.count)
        #expect((taken...parts + 1).contains(there.count), "\(taken) were answered for, \(there.count) are there")
        let key = try #require(try await organisation.pictureKey())
        for picture in there {
            for size in [StoredPicture.Size.full, .post, .thumbnail] {
                let file = try #require(
                    try await organisation.database.file(of: picture, post: post, size: size), "\(size) is not there")
                let bytes = try organisation.pictureFolder.bytes(of: file.file, key: key)
                #expect(bytes.count == file.bytes && bytes.starts(with: [0xFF, 0xD8, 0xFF]), "\(size)")
            }
        }
        let later = try Installation(
            data: scratch.folder, clock: Clock { Date() + 2 * 3_600 }, passwordRounds: 1 << 4)
        let tidied = try await later.organisation("harbour-view")
        let before = tidied.pictureFolder.files().count
        try await tidied.tidyPictures()
        let files = tidied.pictureFolder.files().map(\.name)
        print("\(there.count) of \(parts + 1) pictures are there, \(before - files.count) files were cleared up")
        #expect(Set(files) == (try await tidied.database.pictureFileNames()))
        #expect(files.count == 3 * there.count)
        let record = scratch.folder.appendingPathComponent("organisations/harbour-view/record.sqlite")
        #expect(try RecordVerification.of(record).faults == [])
        withExtendedLifetime(scratch) {}
    }
}

/// Somebody with a browser at the program that is served, who brings a picture to one post.
private struct Teacher: Sendable {
    let port: Int
    let post: String
    private let web = HTTPWebClient(inside: InsideServers(["127.0.0.1"]))

    init(port: Int, post: String) {
        self.port = port
        self.post = post
    }

    struct Session: Sendable {
        var cookies: [String: String] = [:]
        var token = ""
    }

    private var here: String { "http://127.0.0.1:\(port)" }

    func awaitServer() async throws {
        for _ in 0..<1_200 {
            var session = Session()
            if (try? await ask("/harbour-view/who-will-you-be", nil, &session, seconds: 4)) != nil { return }
            try await Task.sleep(for: .milliseconds(50))
        }
        Issue.record("The program does not answer")
    }

    func signIn(as user: Identifier<User>) async throws -> Session {
        try await awaitServer()
        let door = "/harbour-view/who-will-you-be"
        var session = Session()
        _ = try await ask(door, nil, &session)
        _ = try await ask(door, .form([("user", user.text), ("csrf", session.token)]), &session)
        let status = try await ask(post, nil, &session)
        #expect(status == 200, "the page of pictures is open to its author")
        return session
    }

    /// What the program answers, as a status of HTTP.
    func add(_ picture: Data, in session: Session) async throws -> Int {
        var session = session
        return try await ask(
            post,
            .parts([
                WebPart("csrf", session.token),
                WebPart("pictures", file: picture, named: "quay.jpg", type: "image/jpeg"),
            ]), &session)
    }

    /// Keeps the cookies and the token of the page.
    private func ask(
        _ path: String, _ body: WebRequest.Body?, _ session: inout Session, seconds: Int64 = 120
    ) async throws -> Int {
        let cookies = session.cookies.map { "\($0)=\($1)" }.joined(separator: "; ")
        let answer = try await web.answer(
            to: WebRequest(
                here + path, body == nil ? .get : .post, body,
                headers: [("Origin", here), ("Accept", "text/html"), ("Cookie", cookies)].filter { !$0.1.isEmpty },
                seconds: seconds, mayBePlain: true))
        for cookie in answer.allHeaders("Set-Cookie") {
            let pair = (cookie.split(separator: ";").first ?? "").split(
                separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard pair.count == 2 else { continue }
            session.cookies[String(pair[0])] = String(pair[1])
        }
        if let match = String(decoding: answer.body, as: UTF8.self).firstMatch(of: /name="csrf" value="([^"]*)"/) {
            session.token = String(match.1)
        }
        return answer.status
    }
}
