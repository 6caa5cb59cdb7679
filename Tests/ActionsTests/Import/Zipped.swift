import Foundation

/// A zip archive of these files, stored as they are.
func zip(_ files: [String: String]) -> [UInt8] { zip(files.mapValues { Array($0.utf8) }) }

func zip(_ files: [String: [UInt8]]) -> [UInt8] {
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    for (name, bytes) in files.sorted(by: { $0.key < $1.key }) {
        var facts = little(20, 2)
        facts += little(0, 2) + little(0, 2)
        facts += little(0, 2) + little(0x21, 2)
        facts += little(Int(crc(bytes)), 4)
        facts += little(bytes.count, 4) + little(bytes.count, 4)
        facts += little(name.utf8.count, 2) + little(0, 2)
        directory += [0x50, 0x4B, 1, 2] + little(20, 2) + facts
        directory += little(0, 2) + little(0, 2) + little(0, 2)
        directory += little(0, 4) + little(archive.count, 4)
        directory += Array(name.utf8)
        archive += [0x50, 0x4B, 3, 4] + facts
        archive += Array(name.utf8) + bytes
    }
    let count = little(files.count, 2)
    var end: [UInt8] = [0x50, 0x4B, 5, 6]
    end += little(0, 4) + count + count
    end += little(directory.count, 4) + little(archive.count, 4) + little(0, 2)
    return archive + directory + end
}

private func little(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8((number >> (8 * $0)) & 0xFF) }
}

private func crc(_ bytes: [UInt8]) -> UInt32 {
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
        crc ^= UInt32(byte)
        for _ in 0..<8 {
            let half = crc >> 1
            crc = crc & 1 == 1 ? half ^ 0xEDB8_8320 : half
        }
    }
    return ~crc
}
