import Actions
import Crypto
import Foundation
import GRDB
import Governance
import Pictures
import Reading
import Store
import Testing

@Suite("A picture of a post") struct PictureTests {
    @Test("a fingerprint is near that of the same picture, and of no other; a plain surface is near nothing")
    func fingerprints() throws {
        let print = try #require(PictureFingerprint("0123456789abcdef"))
        #expect(try print.isNear(#require(PictureFingerprint("0123456789abcdec"))))
        #expect(try !print.isNear(#require(PictureFingerprint("0123456789abcd00"))))
        let plain = try #require(PictureFingerprint("0000000000000000"))
        #expect(!plain.isNear(plain) && PictureFingerprint("nothing") == nil)
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
