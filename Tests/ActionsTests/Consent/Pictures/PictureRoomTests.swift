import Actions
import Crypto
import Foundation
import GRDB
import Governance
import Pictures
import Reading
import Store
import Testing

/// A real file of Tests/Pictures.
func pictureFile(_ name: String) throws -> [UInt8] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Pictures")
    return [UInt8](try Data(contentsOf: folder.appending(path: name)))
}

extension PostRoom {
    @discardableResult
    func add(_ name: String = "quay.jpg", to post: Identifier<Post>) async throws -> Identifier<StoredPicture> {
        try await AddPicture(post: post, bytes: pictureFile(name)).perform(in: organisation, by: .user(author)).picture
    }

    /// Says who is in it, and answers for it.
    func describe(
        _ picture: Identifier<StoredPicture>, of post: Identifier<Post>, people: [String] = [], judged: Bool = true,
        alt: String = "A boat at the quay"
    ) async throws {
        try await DescribePicture(
            post: post, description: DraftPicture(picture, people: people, alt: alt)
        ).perform(in: organisation, by: .user(author))
        guard judged else { return }
        try await JudgePicture(post: post, picture: picture, ticked: PictureJudgement.questions.count)
            .perform(in: organisation, by: .user(author))
    }

    /// A post with one picture, for which its author and its approver have answered.
    func approved() async throws -> (post: Identifier<Post>, picture: Identifier<StoredPicture>) {
        let post = try await start(draft(cleanText))
        let picture = try await add(to: post)
        try await describe(picture, of: post)
        try await send(post)
        _ = try await ApprovePost(post: post, revision: 1, judged: [picture])
            .perform(in: organisation, by: .user(moderator))
        return (post, picture)
    }

    /// The same, and its time has come.
    func ready() async throws -> (post: Identifier<Post>, picture: Identifier<StoredPicture>) {
        let made = try await approved()
        scratch.pass(3 * 3_600)
        try await runDue()
        return made
    }

    var pictureFiles: [(name: String, writtenAt: Date)] { PictureFolder(beside: database).files() }

    /// Whose the open tasks of a kind are: `role slt`, or `user` and who.
    func openTasks(_ kind: NewTask.Kind) async throws -> [String] {
        try await database.read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT coalesce('role ' || assigneeRole, 'user ' || assigneeUser) FROM task
                    WHERE kind = ? AND closedAt IS NULL ORDER BY 1
                    """, arguments: [kind.rawValue])
        }
    }

    /// What the schedule does when files are to be erased.
    func eraseLater() async throws {
        try await database.keep { try $0.setDue(.erasePictures, "files", at: $0.now) }
        try await runDue()
    }

    func pictures(_ post: Identifier<Post>) async throws -> [StoredPicture] {
        try #require(try await database.postStory(post)).pictures
    }
}

@Suite("A picture of a post") struct PictureTests {
    @Test("a fingerprint is near that of the same picture, and of no other; a plain surface is near nothing")
    func fingerprints() throws {
        let print = try #require(PictureFingerprint("0123456789abcdef"))
        #expect(try print.isNear(#require(PictureFingerprint("0123456789abcdec"))))
        #expect(try !print.isNear(#require(PictureFingerprint("0123456789abcd00"))))
        let plain = try #require(PictureFingerprint("0000000000000000"))
        #expect(!plain.isNear(plain) && PictureFingerprint("nothing") == nil)
    }

    @Test(
        "what was destroyed or locked is not taken in again, also in another size and file; others are",
        arguments: [true, false])
    func notAgain(isLocked: Bool) async throws {
        let room = try await PostRoom("PEN")
        let post = try await room.start(room.draft("The regatta is on Friday."))
        let picture = try await room.add("bunting.jpg", to: post)
        if isLocked {
            try await SealPictureAway(post: post, picture: picture)
                .perform(in: room.organisation, by: .user(room.author))
        } else {
            try await DestroyPicture(post: post, picture: picture)
                .perform(in: room.organisation, by: .user(room.author))
        }
        let kept = room.pictureFiles.count
        for file in ["bunting.jpg", "bunting-small.png"] {
            await #expect(throws: ActionError.self, "\(file)") { try await room.add(file, to: post) }
        }
        #expect(room.pictureFiles.count == kept)
        try await room.add("boat.png", to: post)
    }

    @Test("the same picture in another post is stopped and ordered down with it", arguments: [true, false])
    func lookalikes(isLocked: Bool) async throws {
        let room = try await PostRoom("PEN")
        let bad = try await room.start(room.draft("The regatta is on Friday."))
        let picture = try await room.add("bunting.jpg", to: bad)
        var posts: [Identifier<Post>] = []
        for file in ["bunting-small.png", "bunting.jpg", "boat.png"] {
            let post = try await room.start(room.draft(cleanText))
            let same = try await room.add(file, to: post)
            try await room.describe(same, of: post)
            try await room.send(post)
            _ = try await ApprovePost(post: post, revision: 1, judged: [same])
                .perform(in: room.organisation, by: .user(room.moderator))
            posts.append(post)
        }
        room.scratch.pass(3 * 3_600)
        try await room.runDue()
        _ = try await PublishByHand(
            placement: room.placement(posts[0]), proof: ProofGiven(address: "https://facebook.com/quay.example/posts/1")
        ).perform(in: room.organisation, by: .user(room.author))
        if isLocked {
            try await SealPictureAway(post: bad, picture: picture)
                .perform(in: room.organisation, by: .user(room.author))
        } else {
            try await DestroyPicture(post: bad, picture: picture)
                .perform(in: room.organisation, by: .user(room.author))
        }
        #expect(try await room.state(posts[0]) == .ordered)
        #expect(try await room.database.postStory(posts[0])?.places.first?.takedown?.deadline == room.now + 3_600)
        #expect(try await room.state(posts[1]) == .stopped)
        #expect(try await room.state(posts[2]) == .ready)
        #expect(try await room.pictures(posts[0]).allSatisfy { $0.state == .ready }, "alike is not the same")
        #expect(
            try await room.database.news(to: room.author).contains { $0.says.contains("end the picture there too") })
    }

    @Test("who a colleague named meanwhile is not overwritten unseen")
    func describedByTwo() async throws {
        let room = try await PostRoom("PEN")
        let post = try await room.start(room.draft(cleanText))
        let picture = try await room.add(to: post)
        let opened = try #require(try await room.database.postStory(post)?.draft.content.pictures.first)
        try await room.describe(picture, of: post, people: ["P1"])
        let mine = DraftPicture(picture, people: [], alt: "A boat")
        await #expect(throws: ActionError.self) {
            try await DescribePicture(post: post, description: mine, over: opened.mark())
                .perform(in: room.organisation, by: .user(room.colleague))
        }
        let saved = try #require(try await room.database.postStory(post)?.draft.content.pictures.first)
        #expect(saved.people == ["P1"])
        try await DescribePicture(post: post, description: mine, over: saved.mark())
            .perform(in: room.organisation, by: .user(room.colleague))
    }

    @Test("a post that is withdrawn leaves no picture behind that was never out")
    func withdrawn() async throws {
        let room = try await PostRoom("PEN")
        let (post, _) = try await room.approved()
        #expect(!room.pictureFiles.isEmpty)
        try await WithdrawPost(post: post, why: "The regatta is off")
            .perform(in: room.organisation, by: .user(room.author))
        #expect(room.pictureFiles.isEmpty)
        #expect(try await room.pictures(post).allSatisfy { $0.state == .removed })
    }

    @Test("what is ordered down for later comes down within the hour once its picture must not exist")
    func hastened() async throws {
        let room = try await PostRoom("PEN")
        let (post, picture) = try await room.ready()
        let placement = try await room.placement(post)
        _ = try await PublishByHand(
            placement: placement, proof: ProofGiven(address: room.address())
        ).perform(in: room.organisation, by: .user(room.author))
        await #expect(throws: ActionError.self, "nobody orders it down for next year") {
            try await OrderTakedown(placement: placement, reason: "Later", deadline: room.now + 300 * 86_400)
                .perform(in: room.organisation, by: .user(room.author))
        }
        try await OrderTakedown(placement: placement, reason: "Later", deadline: room.now + 20 * 86_400)
            .perform(in: room.organisation, by: .user(room.author))
        try await DestroyPicture(post: post, picture: picture).perform(in: room.organisation, by: .user(room.author))
        let takedown = try #require(try await room.database.postStory(post)?.lastPlaces.first?.takedown)
        #expect(takedown.deadline == room.now + 3_600)
        let task = try #require(try await room.database.tasks(of: room.author).first { $0.kind == .takeDown })
        #expect(task.due == room.now + 3_600)
        room.scratch.pass(3_601)
        try await room.runDue()
        #expect(try await room.taskKinds(of: room.slt).contains(.chaseTakedown))
    }

    @Test("nobody answers for a picture on both sides: an approver’s answer ends when they write a part of the post")
    func bothSides() async throws {
        let room = try await PostRoom("LLT")
        let (post, picture) = try await room.approved()
        try await room.rewrite(post, by: room.moderator) { $0.text = "Sports day is on Monday." }
        try await room.send(post)
        guard
            case .refused(let refused) = try await ApprovePost(post: post, revision: 2)
                .perform(in: room.organisation, by: .user(room.slt))
        else { return #expect(Bool(false), "it was approved with one person's answer alone") }
        #expect(refused.flatMap(\.stopping).map(\.code) == ["image_not_judged"])
        guard
            case .approved = try await ApprovePost(post: post, revision: 2, judged: [picture])
                .perform(in: room.organisation, by: .user(room.slt))
        else { return #expect(Bool(false), "a second person's answer does not count") }
    }

    @Test("is kept encrypted under names that tell nothing, and comes back as it was prepared")
    func stored() async throws {
        let room = try await PostRoom()
        let post = try await room.start(room.draft("The regatta is on Friday."))
        let picture = try await room.add(to: post)
        let files = room.pictureFiles
        #expect(files.count == StoredPicture.Size.still.count)
        for file in files {
            let bytes = try Data(contentsOf: PictureFolder(beside: room.database).place(of: file.name))
            #expect(!bytes.contains([0xFF, 0xD8, 0xFF] as [UInt8]), "a picture lies open")
            #expect(bytes.range(of: Data("Pilchard".utf8)) == nil)
        }
        for size in StoredPicture.Size.still {
            let (type, bytes) = try await SeePicture(post: post, picture: picture, size: size)
                .perform(in: room.organisation)
            #expect(type == "image/jpeg" && bytes.starts(with: [0xFF, 0xD8, 0xFF]))
            #expect(Data(bytes).range(of: Data("Pilchard".utf8)) == nil)
        }
        let known = try #require(try await room.pictures(post).first)
        #expect(known.hadPosition && known.takenOn == Day("2026-11-20") && known.width == 480)
    }

    @Test("a file exchanged for another does not open") func exchanged() async throws {
        let room = try await PostRoom()
        let post = try await room.start(room.draft("The regatta is on Friday."))
        let picture = try await room.add(to: post)
        let folder = PictureFolder(beside: room.database)
        let names = room.pictureFiles.map(\.name)
        let first = try Data(contentsOf: folder.place(of: names[0]))
        for name in names.dropFirst() { try first.write(to: folder.place(of: name)) }
        var opened = 0
        for size in StoredPicture.Size.still {
            if (try? await SeePicture(post: post, picture: picture, size: size).perform(in: room.organisation)) != nil {
                opened += 1
            }
        }
        #expect(opened == 1)
    }

    @Test("goes out only when somebody said who is in it") func unsaid() async throws {
        let room = try await PostRoom()
        let post = try await room.start(room.draft("The regatta is on Friday."))
        let picture = try await room.add(to: post)
        guard case .sent = try await room.send(post) else { return #expect(Bool(false), "refused outright") }
        let story = try #require(try await room.database.postStory(post))
        #expect(story.lastPlaces[0].decisions[0].decision.findings.contains { $0.code == "image_subject_unknown" })
        try await EditPost(post: post).perform(in: room.organisation, by: .user(room.author))
        try await room.describe(picture, of: post)
        guard case .sent = try await room.send(post) else { return #expect(Bool(false), "refused") }
        let after = try #require(try await room.database.postStory(post)).lastPlaces[0].decisions[0].decision
        #expect(!after.findings.contains { $0.code == "image_subject_unknown" })
    }

    @Test("goes out with somebody in it who is not of the school, and nobody on the roll is found in it for that")
    func notOurs() async throws {
        let room = try await PostRoom()
        let post = try await room.start(room.draft("The regatta is on Friday."))
        let picture = try await room.add(to: post)
        try await DescribePicture(
            post: post, description: DraftPicture(picture, people: [], showsOthers: true, alt: "The crew of a lifeboat")
        ).perform(in: room.organisation, by: .user(room.author))
        try await JudgePicture(post: post, picture: picture, ticked: PictureJudgement.questions.count)
            .perform(in: room.organisation, by: .user(room.author))
        guard case .sent = try await room.send(post) else { return #expect(Bool(false), "refused") }
        let story = try #require(try await room.database.postStory(post))
        #expect(!story.lastPlaces[0].decisions[0].decision.findings.contains { $0.code == "image_subject_unknown" })
        #expect(story.lastRevision?.content.pictures.first?.showsOthers == true)
    }

    @Test("whom it shows is found by the person, in the draft and in what was sent") func found() async throws {
        let room = try await PostRoom()
        let anna = try await AddPerson(
            Person(ref: "S1", kind: .staff, given: "Anna", family: "Whitcombe", title: "Mrs", school: "quay")
        ).perform(in: room.organisation, by: .console)
        let post = try await room.start(room.draft("The regatta is on Friday."))
        let picture = try await room.add(to: post)
        try await room.describe(picture, of: post, people: ["S1"])
        let shown = {
            try await room.database.change(by: .console) { tx in
                .unchanged((try tx.unsentDrafts(showing: anna).map(\.id), try tx.placements(showing: anna).map(\.post)))
            }
        }
        #expect(try await shown().0 == [post])
        try await room.describe(picture, of: post, people: [])
        #expect(try await shown().0 == [])
        try await room.describe(picture, of: post, people: ["S1"])
        _ = try await room.send(post)
        #expect(try await shown().1 == [post])
        // what was sent with them in it is found for ever
        try await EditPost(post: post).perform(in: room.organisation, by: .user(room.author))
        try await room.describe(picture, of: post, people: [])
        #expect(try await shown().1 == [post])
    }

    @Test("taken out before it was sent, its bytes are gone") func removed() async throws {
        let room = try await PostRoom()
        let post = try await room.start(room.draft("The regatta is on Friday."))
        let picture = try await room.add(to: post)
        try await RemovePicture(post: post, picture: picture).perform(in: room.organisation, by: .user(room.author))
        #expect(room.pictureFiles.isEmpty)
        await #expect(throws: ActionError.notFound) {
            try await SeePicture(post: post, picture: picture, size: .full).perform(in: room.organisation)
        }
    }

    @Test("destroyed, it is gone from disk, draft and queue; senior leaders are told where the policy says so")
    func destroyed() async throws {
        let room = try await PostRoom("PEN")
        let post = try await room.start(room.draft("The regatta is on Friday."))
        let picture = try await room.add(to: post)
        try await room.describe(picture, of: post)
        guard case .sent = try await room.send(post) else { return #expect(Bool(false), "refused") }
        try await DestroyPicture(post: post, picture: picture).perform(in: room.organisation, by: .user(room.moderator))
        #expect(room.pictureFiles.isEmpty)
        #expect(try await room.state(post) == .returned)
        let story = try #require(try await room.database.postStory(post))
        #expect(story.draft.content.pictures.isEmpty && story.pictures[0].state == .destroyed)
        let told = try await room.database.news(to: room.slt).filter { $0.kind == .pictureDestroyed }
        #expect(told.count == 1 && told[0].says.contains("Use of images"))
    }

    @Test("that may be a crime is locked where it is, and the safeguarding lead is told") func sealedAway() async throws
    {
        let room = try await PostRoom("PEN")
        let lead = try await room.organisation.person("Dot Lead", .dsl, at: room.school)
        let post = try await room.start(room.draft("The regatta is on Friday."))
        let picture = try await room.add(to: post)
        try await SealPictureAway(post: post, picture: picture).perform(in: room.organisation, by: .user(room.author))
        #expect(room.pictureFiles.count == StoredPicture.Size.still.count, "nothing may be deleted")
        await #expect(throws: ActionError.notFound) {
            try await SeePicture(post: post, picture: picture, size: .full).perform(in: room.organisation)
        }
        #expect(try await room.openTasks(.hearConcern) == ["role dsl"])
        _ = lead
    }

    @Test("a file that no row names is erased after an hour; one that was to be erased when the program ended, at once")
    func forgotten() async throws {
        let room = try await PostRoom()
        let post = try await room.start(room.draft("The regatta is on Friday."))
        try await room.add(to: post)
        let folder = PictureFolder(beside: room.database)
        try folder.keep([1, 2, 3], named: "orphan-of-a-program-that-was-killed", key: .init(size: .bits256))
        try await room.eraseLater()
        #expect(room.pictureFiles.count == 4)
        let old = folder.place(of: "orphan-of-a-program-that-was-killed")
        try FileManager.default.setAttributes([.modificationDate: room.now - 7_200], ofItemAtPath: old.path)
        try await room.eraseLater()
        #expect(room.pictureFiles.count == 3)
    }

    @Test("what is no picture changes nothing") func refused() async throws {
        let room = try await PostRoom()
        let post = try await room.start(room.draft("The regatta is on Friday."))
        for bytes in [Array("<svg/>".utf8), Array("MZ".utf8), []] {
            await #expect(throws: ActionError.self) {
                try await AddPicture(post: post, bytes: bytes).perform(in: room.organisation, by: .user(room.author))
            }
        }
        #expect(room.pictureFiles.isEmpty)
        #expect(try await room.pictures(post).isEmpty)
    }

    @Test("is judged again once others are in it") func judgedAgain() async throws {
        let room = try await PostRoom()
        let post = try await room.start(room.draft("The regatta is on Friday."))
        let picture = try await room.add(to: post)
        try await room.describe(picture, of: post)
        #expect(try #require(try await room.database.postStory(post)).judgements.count == 1)
        try await room.describe(picture, of: post, people: ["P1"], judged: false)
        #expect(try #require(try await room.database.postStory(post)).judgements.isEmpty)
    }
}
