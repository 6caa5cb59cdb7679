import CZip
import Foundation

/// A zip archive from outside, read entry by entry as a stream. What it unpacks to is bounded, whatever it says of
/// itself, and nothing of it is written to a path that it names.
package final class ZipArchive {
    /// The most entries, and the most bytes that all of them unpack to.
    package static let mostEntries = 200
    package static let mostBytes = 1 << 30
    /// A table never packs so well; what does is made to fill a disk.
    private static let mostTimes: UInt64 = 200

    private let archive: OpaquePointer
    private var unpacked = 0

    package struct Entry: Sendable {
        /// As the archive has it, folders and all.
        package let path: String
        package let bytes: Int
        let index: UInt64
    }

    /// What is wrong with an archive, as a sentence.
    package struct Trouble: Error {
        package let says: String
    }

    package let entries: [Entry]

    package init(_ file: URL) throws {
        var code: Int32 = 0
        guard let archive = zip_open(file.path, ZIP_RDONLY, &code) else {
            throw Trouble(says: "The zip file is damaged or incomplete. Make it again")
        }
        self.archive = archive
        do { entries = try Self.entries(of: archive) } catch {
            zip_discard(archive)
            throw error
        }
    }

    deinit { zip_discard(archive) }

    private static func entries(of archive: OpaquePointer) throws -> [Entry] {
        let count = zip_get_num_entries(archive, 0)
        guard count <= mostEntries else {
            throw Trouble(says: "The zip file holds more than \(mostEntries) files, so it is no roll")
        }
        var entries: [Entry] = []
        var total: UInt64 = 0
        for index in 0..<UInt64(max(0, count)) {
            var facts = zip_stat_t()
            guard zip_stat_index(archive, index, 0, &facts) == 0, let name = facts.name else { continue }
            guard facts.encryption_method == UInt16(ZIP_EM_NONE) else {
                throw Trouble(says: "The zip file is locked with a password. Make it again without one")
            }
            // an archive may claim any size at all, so it is compared before it is added
            guard facts.size <= UInt64(mostBytes) - total,
                facts.size <= 1 << 20 || facts.size / mostTimes <= facts.comp_size
            else {
                throw Trouble(says: "The zip file unpacks to far more than any roll, so it is not opened")
            }
            total += facts.size
            let path = String(cString: name)
            if !path.hasSuffix("/") { entries.append(Entry(path: path, bytes: Int(facts.size), index: index)) }
        }
        return entries
    }

    /// Hands out an entry piece by piece.
    package func read(_ entry: Entry, _ give: ([UInt8]) throws -> Void) throws {
        guard let file = zip_fopen_index(archive, entry.index, 0) else {
            throw Trouble(says: "\(entry.path) in the zip file cannot be read")
        }
        defer { zip_fclose(file) }
        while true {
            var failed = false
            let piece = [UInt8](unsafeUninitializedCapacity: 1 << 18) { buffer, count in
                let got = zip_fread(file, buffer.baseAddress, UInt64(buffer.count))
                failed = got < 0
                count = max(0, Int(got))
            }
            guard !failed else { throw Trouble(says: "\(entry.path) in the zip file is damaged") }
            guard !piece.isEmpty else { return }
            unpacked += piece.count
            guard unpacked <= Self.mostBytes else {
                throw Trouble(says: "The zip file unpacks to far more than any roll, so it is not opened")
            }
            try give(piece)
        }
    }
}
