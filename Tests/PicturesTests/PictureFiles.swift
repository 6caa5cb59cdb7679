import Foundation
import Pictures

let projectFolder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

/// The program that was built beside the tests.
let pictureProgram = PictureProgram(path: projectFolder.appending(path: ".build/debug/chaperone-pictures").path)

/// A real file of Tests/Pictures.
func pictureFile(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: projectFolder.appending(path: "Tests/Pictures").appending(path: name)))
}

/// One size, as large as the picture is.
let wholeSize = [PictureExchange.Size(name: "full", longestSide: 4_096, quality: 88)]

/// A PNG whose head claims so many pixels: the rest is one short row of zeros (RFC 2083).
func claimingPNG(width: UInt32, height: UInt32) -> [UInt8] {
    var bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    let head = bigEndian(width) + bigEndian(height) + [8, 2, 0, 0, 0]
    bytes += chunk("IHDR", head)
    bytes += chunk("IDAT", [0x78, 0x9C, 0x63, 0x60, 0x18, 0x05, 0xA3, 0x00, 0x00, 0x03, 0x00, 0x00, 0x01])
    return bytes + chunk("IEND", [])
}

private func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
    let named = Array(type.utf8) + data
    return bigEndian(UInt32(data.count)) + named + bigEndian(checksum(named))
}

private func bigEndian(_ value: UInt32) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) } }

/// CRC-32 as PNG has it.
private func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = ~0
    for byte in bytes {
        sum ^= UInt32(byte)
        for _ in 0..<8 { sum = (sum & 1) == 1 ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
}
