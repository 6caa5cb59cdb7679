import Foundation
import Governance
import Testing

@Suite("A picture that is taken as proof") struct PictureTests {
    private let png = Self.bytes(
        "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEUlEQVR4nGP4z8DA8B+MgBgAHfAD/dPQfSYAAAAASUVORK5CYII=")
    /// Baseline, of eight by eight pixels.
    private let jpeg = Self.bytes(
        """
        /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAKBueIx4ZKCMgoy0qqC+8P//8Nzc8P//////////////////////////////////////////////////\
        ////////2wBDAaq0tPDS8P//////////////////////////////////////////////////////////////////////////////wAARCAAIAAgD\
        ASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAL/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFQEBAQAAAAAAAAAAAAAAAAAAAQP/xAAUEQEA\
        AAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCQAo//2Q==
        """)

    private static func bytes(_ text: String) -> [UInt8] { [UInt8](Data(base64Encoded: text) ?? Data()) }

    @Test("is a whole PNG or JPEG")
    func whole() {
        #expect(ScreenshotFile(png)?.kind == .png)
        #expect(ScreenshotFile(jpeg)?.kind == .jpeg)
        #expect(ScreenshotFile(jpeg + Array(repeating: 0, count: 40))?.kind == .jpeg)
    }

    @Test("is not one that breaks off, whatever its length")
    func cutOff() {
        for length in 0..<png.count { #expect(ScreenshotFile(Array(png.prefix(length))) == nil, "PNG of \(length)") }
        for length in 0..<jpeg.count { #expect(ScreenshotFile(Array(jpeg.prefix(length))) == nil, "JPEG of \(length)") }
    }

    @Test("is not a first few bytes with something else behind them")
    func disguised() {
        let script = [UInt8]("<script>alert(1)</script>".utf8)
        #expect(ScreenshotFile(Array(png.prefix(8)) + script) == nil)
        #expect(ScreenshotFile(Array(jpeg.prefix(4)) + script + [0xFF, 0xD9]) == nil)
        #expect(ScreenshotFile([0xFF, 0xD8, 0xFF, 0xD9]) == nil)
        #expect(ScreenshotFile(png + script) == nil)
        #expect(ScreenshotFile([UInt8]("GIF89a".utf8)) == nil)
    }

    @Test("is not one of which a byte was changed, or that has no size")
    func damaged() {
        for place in 8..<png.count {
            var other = png
            other[place] ^= 0x20
            #expect(ScreenshotFile(other) == nil, "byte \(place)")
        }
        var flat = jpeg
        let frame = zip(jpeg.indices, jpeg.indices.dropFirst()).first { jpeg[$0] == 0xFF && jpeg[$1] == 0xC0 }
        guard let at = frame?.0 else {
            Issue.record("no frame")
            return
        }
        for offset in 5...8 { flat[at + offset] = 0 }
        #expect(ScreenshotFile(flat) == nil)
    }

    @Test("loses all that its file says beside the picture: place, owner, small copies, what stands behind the end")
    func bare() throws {
        let photo = [UInt8](
            try Data(contentsOf: URL(fileURLWithPath: #filePath + "/../../../Pictures/quay.jpg").standardizedFileURL))
        let bare = try #require(ScreenshotFile(photo + [UInt8]("behind the end".utf8))).bytes
        #expect(bare.count < photo.count && bare.suffix(2) == [0xFF, 0xD9])
        for said in ["Exif", "Wanda", "QX99817", "Photoshop", "adobe.com", "behind"] {
            #expect(!contains(bare, said), "\(said)")
        }
        #expect(contains(photo, "Wanda"), "or the test would show nothing")
        let starts = zip(bare, bare.dropFirst()).filter { $0 == 0xFF && $1 == 0xD8 }
        #expect(starts.count == 1, "no second picture within")
        #expect(ScreenshotFile(bare)?.bytes == bare, "and is whole still")

        let noted = Array(png.prefix(33)) + chunk("tEXt", "Owner Ann Whitcombe") + png.dropFirst(33)
        #expect(ScreenshotFile(noted)?.bytes == png)
    }

    private func contains(_ bytes: [UInt8], _ text: String) -> Bool {
        Data(bytes).range(of: Data(text.utf8)) != nil
    }

    /// A chunk with its check sum, by a bitwise CRC-32 that shares nothing with the one under test.
    private func chunk(_ name: String, _ text: String) -> [UInt8] {
        let named = [UInt8](name.utf8) + [UInt8](text.utf8)
        var sum: UInt32 = 0xFFFF_FFFF
        for byte in named {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? 0xEDB8_8320 ^ (sum >> 1) : sum >> 1 }
        }
        func word(_ value: UInt32) -> [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) } }
        return word(UInt32(text.utf8.count)) + named + word(~sum)
    }
}
