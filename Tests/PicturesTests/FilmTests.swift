import Foundation
import Governance
import Pictures
import Testing

/// What came back of a film.
private struct Read {
    let picture: PreparedPicture
    let film: [UInt8]
}

@Suite("Films are read elsewhere") struct FilmTests {
    @Test("written anew without being coded anew, with a picture of it that stands upright") func upright() async throws
    {
        for name in ["regatta.mov", "regatta.mp4"] {
            let read = try await read(pictureFile(name))
            let film = try #require(read.picture.film)
            #expect(film.mediaType == "video/mp4" && (2_900...3_100).contains(film.milliseconds))
            #expect(film.length == read.film.count)
            // 160 by 96 on its side
            #expect((read.picture.width, read.picture.height) == (96, 160))
            #expect((read.picture.files[0].width, read.picture.files[0].height) == (96, 160))
            #expect(read.picture.files[0].bytes.starts(with: [0xFF, 0xD8, 0xFF]))
            // read once more it is still turned, and now it says nothing
            let again = try await self.read(read.film)
            #expect((again.picture.width, again.picture.height) == (96, 160))
            #expect(!again.picture.hadPosition && again.picture.takenOn == nil)
            #expect(again.picture.fingerprint == read.picture.fingerprint)
        }
    }

    @Test("what the file said is told, and none of it is in any byte") func metadata() async throws {
        for name in ["regatta.mov", "regatta.mp4", "gulls.webm"] {
            let bytes = try pictureFile(name)
            // an MP4 says the place in a box of numbers
            for secret in ["Pilchard", name == "regatta.mp4" ? "loci" : "50.1526"] {
                #expect(holds(bytes, secret), "\(name) has no \(secret)")
            }
            let read = try await read(bytes)
            #expect(read.picture.hadPosition, "\(name)")
            if name != "gulls.webm" { #expect(read.picture.takenOn == Day("2026-11-20")) }
            let secrets = [
                "Pilchard", "50.1526", "QX99817", "x264", "ISO6709", "slipway", "tmcd", "covr", "loci", "2026-11-20",
            ]
            // the list of what a film says of itself is empty: eight bytes, its length and its name
            #expect(!holds(read.film, "ilst") || holds(read.film, "\0\0\0\u{8}ilst"), "\(name)")
            for secret in secrets {
                #expect(!holds(read.film, secret), "\(secret) is still in \(name)")
                #expect(!holds(read.picture.files[0].bytes, secret), "\(secret) is in the picture of \(name)")
            }
        }
    }

    @Test("what phones and browsers record", arguments: ["regatta.mov", "tide.mp4", "gulls.webm"])
    func kinds(name: String) async throws {
        let read = try await read(pictureFile(name))
        #expect(read.picture.film?.mediaType == (name == "gulls.webm" ? "video/webm" : "video/mp4"))
        #expect(read.picture.fingerprint.count == 16 && !read.film.isEmpty)
        // the words of an encoder stand between the pictures
        #expect(!holds(read.film, "x265"))
    }

    @Test("too large, too long, without pictures, or of another coding: each is refused as what it is")
    func refused() async throws {
        try await refuses(pictureFile("huge.mp4"), [.filmTooLarge])
        try await refuses(pictureFile("long.mp4"), [.filmTooLong])
        try await refuses(pictureFile("no-pictures.mp4"), [.notAPicture])
        try await refuses(pictureFile("other-coding.mov"), [.filmOtherCoding])
        // its pictures would play, its sound (Vorbis) not everywhere
        try await refuses(pictureFile("old-sound.webm"), [.filmOtherCoding])
        let program = try [UInt8](Data(contentsOf: URL(filePath: "/bin/ls")))
        try await refuses(Array("\0\0\0\u{18}ftypisom".utf8) + program.prefix(50_000), [.broken, .notAPicture])
    }

    @Test("one that was cut off is refused", arguments: ["regatta.mov", "regatta.mp4", "tide.mp4", "gulls.webm"])
    func cut(name: String) async throws {
        let bytes = try pictureFile(name)
        for part in [3, 10, 16, 19] { try await refuses(Array(bytes.prefix(bytes.count * part / 20)), [.broken]) }
    }

    @Test("spoilt bytes harm nobody: each answer is a film or a refusal") func spoilt() async throws {
        for name in ["regatta.mov", "tide.mp4", "gulls.webm"] {
            let bytes = try pictureFile(name)
            for seed in 1...8 {
                var spoilt = bytes
                for step in 0..<30 {
                    spoilt[(seed * 7_919 + step * 104_729) % bytes.count] ^= UInt8(seed * 37 % 255 + 1)
                }
                do { _ = try await read(spoilt) } catch is PictureTrouble {}
            }
        }
        _ = try await read(pictureFile("regatta.mov"))
    }

    private func read(_ bytes: [UInt8]) async throws -> Read {
        let kept = Kept()
        let picture = try await pictureProgram.prepare(FileToPrepare(bytes), sizes: wholeSize) { await kept.take($0) }
        return Read(picture: picture, film: await kept.bytes)
    }

    private func refuses(_ bytes: [UInt8], _ reasons: Set<PictureRefused>) async throws {
        do {
            _ = try await read(bytes)
            Issue.record("\(bytes.count) bytes were taken for a film")
        } catch PictureTrouble.refused(let reason) { #expect(reasons.contains(reason), "\(reason)") }
    }

    private func holds(_ bytes: [UInt8], _ words: String) -> Bool { Data(bytes).range(of: Data(words.utf8)) != nil }
}

/// The bytes of a film as they come.
private actor Kept {
    var bytes: [UInt8] = []
    func take(_ some: [UInt8]) { bytes += some }
}
