/// Files put together in one, as they are: pictures are packed already. Written as the format of PKWARE's APPNOTE 6.3 has it,
/// without its parts for files of four gigabytes and more.
enum StoredZip {
    struct File {
        /// Of letters, figures, `-` and `.`; each once.
        let name: String
        let bytes: [UInt8]
    }

    static func bytes(of files: [File]) -> [UInt8] {
        var all: [UInt8] = []
        var directory: [UInt8] = []
        for file in files {
            let start = all.count
            let name = Array(file.name.utf8)
            var entry: [UInt8] = []
            // version 2.0, names in UTF-8, stored, the first day that the format knows: the files have no day of their own
            entry.add16([20, 0x0800, 0, 0, 0x0021])
            entry.add32([checksum(of: file.bytes), UInt32(file.bytes.count), UInt32(file.bytes.count)])
            entry.add16([UInt16(name.count), 0])
            all.add32([0x0403_4b50])
            all += entry + name + file.bytes
            directory.add32([0x0201_4b50])
            directory.add16([20])
            directory += entry
            directory.add16([0, 0, 0])
            directory.add32([0, UInt32(start)])
            directory += name
        }
        let end = all.count
        all += directory
        all.add32([0x0605_4b50])
        all.add16([0, 0, UInt16(files.count), UInt16(files.count)])
        all.add32([UInt32(directory.count), UInt32(end)])
        all.add16([0])
        return all
    }

    /// CRC-32 of ISO 3309, reflected, of polynomial EDB88320.
    static func checksum(of bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~UInt32(0)) { sum, byte in table[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] ^ (sum >> 8) }
    }

    private static let table: [UInt32] = (0..<256).map { start in
        (0..<8).reduce(UInt32(start)) { sum, _ in sum & 1 == 1 ? 0xEDB8_8320 ^ (sum >> 1) : sum >> 1 }
    }
}

extension [UInt8] {
    fileprivate mutating func add16(_ values: [UInt16]) {
        for value in values { self += [UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8)] }
    }

    fileprivate mutating func add32(_ values: [UInt32]) {
        for value in values { add16([UInt16(truncatingIfNeeded: value), UInt16(truncatingIfNeeded: value >> 16)]) }
    }
}
