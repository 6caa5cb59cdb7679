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
}
