import Foundation
import Governance
import Pictures
import Testing

@Suite("Pictures are prepared elsewhere") struct PictureProgramTests {
    @Test("upright, in the sizes asked for, and none larger than it was") func sizes() async throws {
        let sizes = [
            PictureExchange.Size(name: "full", longestSide: 4_096, quality: 88),
            PictureExchange.Size(name: "small", longestSide: 100, quality: 80, mostBytes: 3_000),
        ]
        let prepared = try await pictureProgram.prepare(pictureFile("quay.jpg"), sizes: sizes)
        // 640 by 480 on its side
        #expect((prepared.width, prepared.height) == (480, 640))
        #expect(prepared.files.map(\.name) == ["full", "small"])
        #expect((prepared.files[0].width, prepared.files[0].height) == (480, 640))
        #expect((prepared.files[1].width, prepared.files[1].height) == (75, 100))
        #expect(prepared.files[1].bytes.count <= 3_000)
        #expect(prepared.files.allSatisfy { $0.bytes.starts(with: [0xFF, 0xD8, 0xFF]) })
    }

    @Test("whole on a white ground, where they are narrower, wider or smaller than was asked")
    func ground() async throws {
        let ground = PictureExchange.Ground(narrowest: (4, 5), widest: (191, 100), leastWidth: 320)
        let size = { (longest: Int) in
            PictureExchange.Size(name: "out", longestSide: longest, quality: 85, ground: ground)
        }
        let prepared = try await pictureProgram.prepare(
            pictureFile("quay.jpg"), sizes: [size(4_096), size(100)])
        #expect(prepared.files.map { [$0.width, $0.height] } == [[512, 640], [320, 168]])
        for width in stride(from: 1, through: 3_000, by: 37) {
            for height in stride(from: 1, through: 1_800, by: 41) {
                let whole = ground.size(under: width, height)
                #expect(whole.width >= max(width, 320) && whole.height >= height)
                #expect(
                    whole.width * 5 >= whole.height * 4 && whole.width * 100 <= whole.height * 191,
                    "\(width) by \(height) is put on \(whole)")
            }
        }
    }

    @Test("what the file said is told, and none of it is in any byte") func metadata() async throws {
        let bytes = try pictureFile("quay.jpg")
        let secrets = ["Pilchard", "QX99817", "GPS", "Exif", "http://ns.adobe.com", "Photoshop", "2026:11:20"]
        for secret in ["Pilchard", "QX99817", "Exif"] { #expect(holds(bytes, secret), "the file has no \(secret)") }
        let prepared = try await pictureProgram.prepare(bytes, sizes: wholeSize)
        #expect(prepared.hadPosition)
        #expect(prepared.takenOn == Day("2026-11-20"))
        for secret in secrets { #expect(!holds(prepared.files[0].bytes, secret), "\(secret) is still there") }
        // an embedded thumbnail would be a second picture in it
        #expect(starts(of: [0xFF, 0xD8, 0xFF], in: bytes) == 2)
        #expect(starts(of: [0xFF, 0xD8, 0xFF], in: prepared.files[0].bytes) == 1)
    }

    @Test("a telephone's twelve megapixels in a grid of 48 are joined, turned upright and forget where they were")
    func grid() async throws {
        let bytes = try pictureFile("phone.heic")
        #expect(holds(bytes, "Pilchard"))
        let prepared = try await pictureProgram.prepare(bytes, sizes: wholeSize)
        #expect((prepared.width, prepared.height) == (3_024, 4_032))
        #expect(prepared.hadPosition)
        for secret in ["Pilchard", "Exif"] { #expect(!holds(prepared.files[0].bytes, secret)) }
    }

    @Test(
        "every kind that phones and offices produce",
        arguments: ["quay.jpg", "boat.png", "sail.webp", "gull.gif", "shore.heic", "phone.heic"])
    func kinds(name: String) async throws {
        let prepared = try await pictureProgram.prepare(pictureFile(name), sizes: wholeSize)
        #expect(prepared.width > 0 && prepared.fingerprint.count == 16)
        #expect(prepared.files[0].bytes.starts(with: [0xFF, 0xD8, 0xFF]))
    }

    @Test("pictures that look alike have fingerprints alike") func fingerprints() async throws {
        let boat = try await pictureProgram.prepare(pictureFile("boat.png"), sizes: wholeSize)
        let sail = try await pictureProgram.prepare(pictureFile("sail.webp"), sizes: wholeSize)
        let one = try #require(UInt64(boat.fingerprint, radix: 16))
        let other = try #require(UInt64(sail.fingerprint, radix: 16))
        #expect((one ^ other).nonzeroBitCount <= 10)
    }

    @Test("what is no picture is refused, whatever its name says")
    func notPictures() async throws {
        let svg = Array("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>".utf8)
        let program = try [UInt8](Data(contentsOf: URL(filePath: "/bin/ls")))
        let pdf = Array("%PDF-1.4\n1 0 obj\n".utf8)
        for bytes in [svg, program, pdf, Array("hello".utf8), [], [0xFF, 0xD8]] {
            await refuses(bytes, [.notAPicture, .broken])
        }
    }

    @Test(
        "one that was cut off is refused",
        arguments: ["quay.jpg", "boat.png", "sail.webp", "gull.gif", "shore.heic", "phone.heic"])
    func cut(name: String) async throws {
        let bytes = try pictureFile(name)
        await refuses(Array(bytes.prefix(bytes.count * 2 / 3)), [.broken, .notAPicture])
    }

    @Test("a small file that claims to be enormous is refused before it is decoded") func bomb() async throws {
        await refuses(claimingPNG(width: 60_000, height: 60_000), [.tooManyPixels])
        // within the bound for pixels, and without them
        await refuses(claimingPNG(width: 9_000, height: 9_000), [.unpacksTooFar])
        await refuses(claimingPNG(width: 4_000, height: 4_000), [.broken])
    }

    @Test("a hundred million real pixels in twelve kilobytes are refused before they are decoded") func realBomb()
        async throws
    {
        let bytes = try pictureFile("bomb.png")
        #expect(bytes.count < 20_000)
        await refuses(bytes, [.unpacksTooFar])
    }

    @Test("a hundred million pixels are decoded elsewhere: what comes back is as long as a camera's picture")
    func manyPixels() async throws {
        // what follows a PNG's end is read by nobody, and makes the file as long as a camera's
        let bytes = try pictureFile("bomb.png") + [UInt8](repeating: 0, count: 200_000)
        let prepared = try await pictureProgram.prepare(bytes, sizes: wholeSize)
        #expect((prepared.width, prepared.height) == (9_990, 9_990))
        #expect((prepared.files[0].width, prepared.files[0].height) == (4_096, 4_096))
        #expect(prepared.files[0].bytes.count < 4_000_000)
    }

    @Test("spoilt bytes harm nobody: each answer is a picture or a refusal") func spoilt() async throws {
        for name in ["quay.jpg", "boat.png", "sail.webp", "gull.gif", "shore.heic", "phone.heic"] {
            let bytes = try pictureFile(name)
            for seed in 1...6 {
                var spoilt = bytes
                for step in 0..<40 {
                    spoilt[(seed * 7_919 + step * 104_729) % bytes.count] ^= UInt8(seed * 37 % 255 + 1)
                }
                do { _ = try await pictureProgram.prepare(spoilt, sizes: wholeSize) } catch is PictureTrouble {}
            }
        }
        // and the next one is prepared as before
        _ = try await pictureProgram.prepare(pictureFile("boat.png"), sizes: wholeSize)
    }

    @Test("without its program, that is said") func noProgram() async throws {
        let missing = PictureProgram(path: "/nowhere/chaperone-pictures")
        await #expect(throws: PictureTrouble.noProgram) {
            try await missing.prepare(pictureFile("boat.png"), sizes: wholeSize)
        }
    }

    @Test("a program that does not understand what it is asked for is one of another version") func otherVersion()
        async throws
    {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let script = folder.appending(path: "older").path
        let real = projectFolder.appending(path: ".build/debug/chaperone-pictures").path
        try "#!/bin/sh\n/usr/bin/sed -u 's/mostPixels/mostDots/g' | \(real)\n".write(
            toFile: script, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script)
        await #expect(throws: PictureTrouble.otherVersion) {
            try await PictureProgram(path: script).prepare(pictureFile("boat.png"), sizes: wholeSize)
        }
    }

    private func refuses(_ bytes: [UInt8], _ reasons: Set<PictureRefused>) async {
        do {
            _ = try await pictureProgram.prepare(bytes, sizes: wholeSize)
            Issue.record("\(bytes.count) bytes were taken for a picture")
        } catch PictureTrouble.refused(let reason) {
            #expect(reasons.contains(reason), "\(reason)")
        } catch { Issue.record(error) }
    }

    private func holds(_ bytes: [UInt8], _ words: String) -> Bool { starts(of: Array(words.utf8), in: bytes) > 0 }

    private func starts(of pattern: [UInt8], in bytes: [UInt8]) -> Int {
        bytes.indices.count { bytes[$0...].starts(with: pattern) }
    }
}
