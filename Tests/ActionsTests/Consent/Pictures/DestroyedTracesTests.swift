import Actions
import Foundation
import GRDB
import Governance
import Reading
import Store
import Testing

/// IMG-06: of a compromising picture only the fact is kept.
@Suite("Of a destroyed picture") struct DestroyedTracesTests {
    private static let alt = "Plumtree regatta beside the \u{201C}quince\u{201D} hedge"
    /// What was said of it: its alternative text, whose it is, and somebody whom nobody knows.
    private static let said = ["Plumtree regatta", "quince", "Osric Vane", "Zelda Quine", "zeldaquine"]

    private func file(_ room: PostRoom) -> URL { room.database.folder.appendingPathComponent("record.sqlite") }

    /// The tables and columns in which one of these words stands.
    private func places(of words: [String], in room: PostRoom) async throws -> Set<String> {
        try await DatabaseQueue(path: file(room).path).read { db in
            var found: Set<String> = []
            for table in try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'table'") {
                for row in try Row.fetchAll(db, sql: "SELECT * FROM \"\(table)\"") {
                    for (column, value) in row {
                        let text: String
                        switch value.storage {
                        case .string(let string): text = string
                        case .blob(let bytes): text = String(decoding: bytes, as: UTF8.self)
                        default: continue
                        }
                        if words.contains(where: { text.localizedCaseInsensitiveContains($0) }) {
                            found.insert("\(table).\(column)")
                        }
                    }
                }
            }
            return found
        }
    }

    /// A post with such a picture; with these people in it.
    private func pictured(
        _ room: PostRoom, showing people: [String]
    ) async throws -> (Identifier<Post>, Identifier<StoredPicture>) {
        let content = room.draft("The planting bed is full of bulbs")
        let post = try await room.start(content)
        let picture = Identifier<StoredPicture>(Randomness.system.secret())
        let (author, approver) = (room.author, room.head)
        try await room.database.change(by: .user(author)) { tx -> Recorded<Void> in
            try tx.insert(
                StoredPicture(
                    id: picture, post: post, kind: .photo, state: .ready, addedBy: author, addedAt: tx.now, width: 800,
                    height: 600, fingerprint: "0123456789abcdef", hadPosition: false, takenOn: nil), files: [])
            return Recorded(Event(.pictureAdded, RecordSubject(.picture, picture)))
        }
        try await describe(picture, of: post, room, showing: people)
        try await room.database.change(by: .user(author)) { tx -> Recorded<Void> in
            try tx.keepJudgement(of: picture, side: .author, by: author)
            try tx.keepJudgement(of: picture, side: .approver, by: approver)
            return Recorded(Event(.pictureJudged, RecordSubject(.picture, picture)))
        }
        return (post, picture)
    }

    private func describe(
        _ picture: Identifier<StoredPicture>, of post: Identifier<Post>, _ room: PostRoom, showing people: [String]
    ) async throws {
        let author = room.author
        try await room.database.change(by: .user(author)) { tx -> Recorded<Void> in
            let saved = try tx.draft(of: post)
            var content = saved.content
            content.pictures = [
                DraftPicture(
                    picture, people: people, alt: Self.alt,
                    source: PictureSource(author: "Osric Vane", permission: true, credited: true))
            ]
            try tx.save(content, of: post, version: saved.version + 1, writers: [author], by: author)
            return Recorded(Event(.pictureDescribed, RecordSubject(.picture, picture)))
        }
    }

    private func sayYes(_ room: PostRoom) async throws {
        try await RecordAnswers(
            [.init(room.jamie, by: .parent("Anna Thornton"), .places(Set(Consent.Channel.allCases)))], by: .paper
        ).perform(in: room.organisation, by: .user(room.head))
    }

    @Test(
        "nothing stays that was said of it, in no table, whether it was refused, waits or is out, and the record verifies",
        arguments: ["LLT", "PEN"])
    func nothing(policy: String) async throws {
        let room = try await PostRoom(policy)
        try await sayYes(room)
        let (post, picture) = try await pictured(room, showing: ["Jamie Thornton", "Zelda Quine"])
        // sent with a name that is on no roll, taken back, and sent once more without it
        if case .sent = try await room.send(post) {
            try await EditPost(post: post).perform(in: room.organisation, by: .user(room.author))
        }
        try await describe(picture, of: post, room, showing: ["Jamie Thornton"])
        guard case .sent = try await room.send(post), case .approved = try await room.approve(post, by: room.head)
        else { return #expect(Bool(false), "not approved") }
        room.scratch.pass(3 * 3_600)
        try await room.runDue()
        try await room.publish(post)
        let before = try await places(of: Self.said, in: room)
        #expect(before.isSuperset(of: ["postDraft.content", "revision.content", "placement.draft"]))
        #expect(before.contains("eventContent.content"), "what the door found quotes a name")

        try await DestroyPicture(post: post, picture: picture).perform(in: room.organisation, by: .user(room.head))

        let index: Set = ["picturedName.name", "picturedName.letters"]
        #expect(try await places(of: Self.said, in: room).isSubset(of: index), "by names it is found while it is out")
        #expect(try await room.state(post) == .ordered)
        try await RecordTakedown(placement: room.placement(post), proof: ProofGiven(note: "The page is not found"))
            .perform(in: room.organisation, by: .user(room.author))
        #expect(try await places(of: Self.said, in: room) == [])
        let verified = try RecordVerification.of(file(room))
        #expect(verified.faults == [] && verified.disposed > 0)
        let story = try #require(try await room.database.postStory(post))
        let kept = try #require(story.revisions.last?.content.pictures.first)
        #expect(kept.picture == picture && kept.alt == nil && kept.people == nil && kept.source == nil)
        #expect(story.revisions.last?.content.text == "The planting bed is full of bulbs", "the rest stays")
        let event = try #require(
            try await room.database.events(most: 30).first { $0.kind == .pictureDestroyed })
        #expect(event.subject.id == picture.text && event.actor == .user(room.head))
    }

    @Test("who is in it is found as long as it is out, and forgotten when it is down")
    func found() async throws {
        let room = try await PostRoom("LLT")
        try await sayYes(room)
        let (post, picture) = try await pictured(room, showing: ["Jamie Thornton"])
        try await room.send(post)
        try await room.approve(post, by: room.head)
        room.scratch.pass(3 * 3_600)
        try await room.runDue()
        try await room.publish(post)
        try await DestroyPicture(post: post, picture: picture).perform(in: room.organisation, by: .user(room.head))
        #expect(try await room.database.everythingShowing(room.jamie).placements.map(\.post) == [post])
        #expect(try await places(of: ["jamiethornton"], in: room).contains("picturedName.letters"))
        try await RecordTakedown(placement: room.placement(post), proof: ProofGiven(note: "The page is not found"))
            .perform(in: room.organisation, by: .user(room.author))
        #expect(try await room.state(post) == .takenDown)
        #expect(try await room.database.everythingShowing(room.jamie).placements.isEmpty)
        #expect(try await !places(of: ["jamiethornton"], in: room).contains("picturedName.letters"))
    }

    @Test("what waits is given back without it, and what was sent is changed by nothing else")
    func waiting() async throws {
        let room = try await PostRoom("LLT")
        try await sayYes(room)
        let (post, picture) = try await pictured(room, showing: ["P1"])
        try await room.send(post)
        let queue = try DatabaseQueue(path: file(room).path)
        let changes = [
            "UPDATE revision SET content = json_replace(content, '$.pictures[0].alt', 'other')",
            "UPDATE revision SET content = json_replace(content, '$.text', 'other')",
            "UPDATE placement SET draft = json_replace(draft, '$.media[0].alt', 'other')",
            "UPDATE placement SET draft = json_replace(draft, '$.text', 'other')",
            "UPDATE placementDecision SET decision = json_replace(decision, '$.verdict', 'block')",
        ]
        func refused(_ sql: String) async -> Bool {
            do { try await queue.write { try $0.execute(sql: sql) } } catch { return true }
            return false
        }
        for sql in changes { #expect(await refused(sql), "\(sql)") }
        try await DestroyPicture(post: post, picture: picture).perform(in: room.organisation, by: .user(room.head))
        #expect(try await room.state(post) == .returned)
        #expect(try await places(of: Self.said, in: room) == [])
        #expect(try await places(of: [picture.text], in: room).contains("picture.id"), "the fact stays")
        #expect(try await room.database.everythingShowing(room.jamie).placements.isEmpty)
        for sql in [changes[1], changes[3], changes[4]] { #expect(await refused(sql), "after it: \(sql)") }
    }
}
