import Actions
import Crypto
import Foundation
import Governance
import Reading
import Store
import Testing

@Suite("A film of a post") struct FilmRoomTests {
    @Test("is kept encrypted in pieces, and comes back from any place of it, without what its file said")
    func stored() async throws {
        let room = try await PostRoom()
        let post = try await room.start(room.draft("The regatta is on Friday."))
        let film = try await room.add("regatta.mov", to: post)
        #expect(room.pictureFiles.count == 4)
        for file in room.pictureFiles {
            let bytes = try Data(contentsOf: PictureFolder(beside: room.database).place(of: file.name))
            for word in ["Pilchard", "50.1526", "moov", "avcC"] { #expect(bytes.range(of: Data(word.utf8)) == nil) }
        }
        let shown = try await SeeFilm(post: post, picture: film).perform(in: room.organisation)
        let whole = try shown.bytes(from: 0)
        #expect(shown.type == "video/mp4" && whole.count == shown.length)
        #expect(try Array(shown.bytes(from: 1_000)) == Array(whole.dropFirst(1_000)))
        #expect(try shown.bytes(from: shown.length).isEmpty)
        for word in ["Pilchard", "50.1526", "QX99817"] { #expect(Data(whole).range(of: Data(word.utf8)) == nil) }
        let known = try #require(try await room.pictures(post).first)
        #expect(known.kind == .video && known.milliseconds == 3_000 && known.hadPosition)
        // the picture that stands for it
        let (type, _) = try await SeePicture(post: post, picture: film, size: .thumbnail).perform(in: room.organisation)
        #expect(type == "image/jpeg")
    }

    @Test("longer than a piece, it is whole again") func longer() throws {
        let scratch = try Scratch()
        let folder = PictureFolder(scratch.folder.appending(path: "pieces"))
        for length in [0, 1, SealedPieces.pieceBytes, 3 * SealedPieces.pieceBytes + 17] {
            let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 9) }
            var writer = try folder.begin("film-of-\(length)", key: .init(data: Data(repeating: 7, count: 32)))
            for start in stride(from: 0, to: length, by: 70_001) {
                try writer.write(bytes[start..<min(length, start + 70_001)])
            }
            try folder.finish(&writer, named: "film-of-\(length)")
            let pieces = try folder.film("film-of-\(length)", key: .init(data: Data(repeating: 7, count: 32)))
            var read: [UInt8] = []
            for number in 0...length / SealedPieces.pieceBytes { read += try pieces.piece(number, ofLength: length) }
            #expect(read == bytes)
            // cut off, or said to be shorter, it does not open
            if length > 1 { #expect(throws: StoreError.self) { try pieces.piece(0, ofLength: 1) } }
        }
    }

    @Test("meets the same gate: it goes out only when somebody said who is in it, and not against their no")
    func gate() async throws {
        let room = try await PostRoom()
        let post = try await room.start(room.draft("The regatta is on Friday."))
        let film = try await room.add("regatta.mov", to: post)
        try await room.describe(film, of: post, people: ["P1"])
        let content = try #require(try await room.database.postStory(post)).draft.content
        #expect(content.pictures.first?.kind == .video, "a description makes no picture of it")
        #expect(try await room.findings(post).contains { $0.code.hasPrefix("image_") })
        // destroyed, it is gone, with the picture that stands for it
        try await DestroyPicture(post: post, picture: film).perform(in: room.organisation, by: .user(room.author))
        #expect(room.pictureFiles.isEmpty)
        await #expect(throws: ActionError.notFound) {
            try await SeeFilm(post: post, picture: film).perform(in: room.organisation)
        }
    }

    @Test("locked, its files stay and nobody sees it; the lead's list names it") func locked() async throws {
        let room = try await PostRoom("PEN")
        _ = try await room.organisation.person("Dot Lead", .dsl, at: room.school)
        let post = try await room.start(room.draft("The regatta is on Friday."))
        let film = try await room.add("regatta.mov", to: post)
        try await SealPictureAway(post: post, picture: film).perform(in: room.organisation, by: .user(room.author))
        #expect(room.pictureFiles.count == 4)
        await #expect(throws: ActionError.notFound) {
            try await SeeFilm(post: post, picture: film).perform(in: room.organisation)
        }
        let locked = try await room.database.lockedPictures(of: [room.school])
        #expect(locked.map(\.lockedBy) == ["Priya Nair"] && locked.first?.files.count == 4)
        #expect(try await room.database.lockedPictures(of: []).isEmpty)
    }

    @Test("what is no film is refused with a sentence, and leaves nothing") func refused() async throws {
        let room = try await PostRoom()
        let post = try await room.start(room.draft("The regatta is on Friday."))
        for (name, words) in [
            ("huge.mp4", "larger than 4K"), ("long.mp4", "ten minutes"), ("no-pictures.mp4", "no picture or film"),
            ("other-coding.mov", "would not play"), ("old-sound.webm", "would not play"),
        ] {
            let error = await #expect(throws: ActionError.self) { try await room.add(name, to: post) }
            guard case .invalid(let errors)? = error else {
                Issue.record("\(name)")
                continue
            }
            #expect(errors.first?.says.contains(words) == true, "\(errors)")
        }
        #expect(room.pictureFiles.isEmpty)
    }

    @Test("a picture of more than 40 MB, and any file of more than 100 MB, is refused with a sentence")
    func tooManyBytes() async throws {
        let room = try await PostRoom()
        let post = try await room.start(room.draft("The regatta is on Friday."))
        let large = try pictureFile("quay.jpg") + [UInt8](repeating: 0, count: 40 << 20)
        for (bytes, words) in [
            (large, "larger than 40 MB"), ([UInt8](repeating: 1, count: (100 << 20) + 1), "larger than 100 MB"),
        ] {
            let error = await #expect(throws: ActionError.self) {
                try await AddPicture(post: post, bytes: bytes).perform(in: room.organisation, by: .user(room.author))
            }
            guard case .invalid(let errors)? = error else {
                Issue.record("\(words)")
                continue
            }
            #expect(errors.first?.says.contains(words) == true, "\(errors)")
        }
        #expect(room.pictureFiles.isEmpty)
        // and the next one is taken as before
        try await room.add(to: post)
    }
}

@Suite("Advice on a picture") struct PictureAdviceTests {
    private let day = Day(year: 2026, month: 11, day: 21)!
    private let jamie = Person(ref: "P1", kind: .pupil, given: "Jamie", family: "Thornton", form: "8B", school: "quay")

    @Test("is given for a face with a name, a position, somebody who left, and what is old") func all() {
        let plain = picture()
        #expect(kinds(plain, []) == [])
        #expect(kinds(plain, [jamie], "The boats are in.") == [])
        #expect(kinds(plain, [jamie], "Well done, Jamie!") == [.faceAndName])
        for words in ["Jamie’s goal won it", "well done jamie", "THORNTON SCORES", "It was Thornton's day"] {
            #expect(kinds(plain, [jamie], words) == [.faceAndName], "\(words)")
        }
        var mary = jamie
        (mary.given, mary.family) = ("Mary Jane", "Field")
        #expect(kinds(plain, [mary], "Mary Jane and Zoë") == [.faceAndName])
        #expect(kinds(plain, [mary], "Mary went to the field with Jane").isEmpty)
        #expect(kinds(picture { $0.hadPosition = true }, []) == [.position])
        #expect(kinds(picture { $0.takenOn = Day("2025-11-20") }, []) == [.old])
        #expect(kinds(picture { $0.addedAt = Day(year: 2025, month: 10, day: 1)!.start() }, []) == [.old])
        let advice = PictureAdvice.all(of: plain, showing: [], left: [jamie], with: "", on: day)
        #expect(advice.map(\.kind) == [.left] && advice[0].says.hasPrefix("Jamie T. has left the school."))
    }

    @Test("somebody who left is found by the reference, and by the name that was typed") func leavers() async throws {
        let room = try await PostRoom()
        #expect(try await room.database.leavers(among: ["P1"]).isEmpty)
        try await RecordLeaving(room.jamie, why: "Moved away").perform(in: room.organisation, by: .console)
        #expect(try await room.database.leavers(among: ["P1"]).map(\.ref) == ["P1"])
        #expect(try await room.database.leavers(among: ["Jamie Thornton", "P2"]).map(\.ref) == ["P1"])
    }

    private func kinds(_ picture: StoredPicture, _ shown: [Person], _ text: String = "") -> [PictureAdvice.Kind] {
        PictureAdvice.all(of: picture, showing: shown, with: text, on: day).map(\.kind)
    }

    private func picture(_ alter: (inout StoredPicture) -> Void = { _ in }) -> StoredPicture {
        var picture = StoredPicture(
            id: Identifier("c1"), post: Identifier("p1"), kind: .photo, state: .ready, addedBy: Identifier("u1"),
            addedAt: day.start(), width: 8, height: 6, fingerprint: "0123456789abcdef", hadPosition: false,
            takenOn: nil)
        alter(&picture)
        return picture
    }
}
