import Archives
import Foundation
import Governance

/// One file that somebody brings: a list, a zip of lists, or a folder of them.
package struct ImportFile: Sendable, Codable, Equatable {
    /// As the person calls it.
    package var name: String
    package var url: URL

    package init(name: String? = nil, _ url: URL) {
        self.name = name ?? url.lastPathComponent
        self.url = url
    }

    /// The largest file that is read, in bytes.
    package static let largest = 200 << 20
}

/// One table among what was brought, read as a stream as often as needed.
struct ImportTable {
    let name: String
    let bytes: Int
    private let pieces: (([UInt8]) throws -> Void) throws -> Void

    /// Every table in the files, those of folders and zips by name.
    static func all(in files: [ImportFile]) throws -> [ImportTable] {
        guard !files.isEmpty else { throw refused("Choose a file") }
        return try files.flatMap { try tables(of: $0) }
    }

    static func refused(_ says: String) -> ActionError { .invalid("file", says) }

    private static func tables(of file: ImportFile) throws -> [ImportTable] {
        let facts = try? FileManager.default.attributesOfItem(atPath: file.url.path)
        guard let facts else { throw refused("\(file.name) is not there") }
        if facts[.type] as? FileAttributeType == .typeDirectory {
            let names = try FileManager.default.contentsOfDirectory(atPath: file.url.path).sorted()
            return names.filter { $0.lowercased().hasSuffix(".csv") }.map {
                plain($0, file.url.appendingPathComponent($0))
            }
        }
        guard (facts[.size] as? Int ?? 0) <= ImportFile.largest else {
            throw refused("\(file.name) is larger than \(ImportFile.largest >> 20) megabytes")
        }
        let start = try beginning(of: file.url)
        if start.starts(with: [0x50, 0x4B]) { return try unzipped(file) }
        if let says = NoTable.says(start) { throw refused(says) }
        return [plain(file.name, file.url)]
    }

    private static func unzipped(_ file: ImportFile) throws -> [ImportTable] {
        do {
            let archive = try ZipArchive(file.url)
            if archive.entries.contains(where: { $0.path == "[Content_Types].xml" }) {
                throw refused(NoTable.says([0x50, 0x4B, 3, 4]) ?? "This is an Excel workbook")
            }
            let tables = archive.entries.filter {
                $0.path.lowercased().hasSuffix(".csv") && !$0.path.contains("__MACOSX/")
            }
            guard !tables.isEmpty else { throw refused("There is no CSV file in \(file.name)") }
            return tables.map { entry in
                ImportTable(name: String(entry.path.split(separator: "/").last ?? ""), bytes: entry.bytes) { give in
                    do { try archive.read(entry, give) } catch let trouble as ZipArchive.Trouble {
                        throw refused(trouble.says)
                    }
                }
            }
        } catch let trouble as ZipArchive.Trouble {
            throw refused(trouble.says)
        }
    }

    private static func beginning(of url: URL) throws -> [UInt8] {
        guard let handle = try? FileHandle(forReadingFrom: url) else { throw refused("The file cannot be read") }
        defer { try? handle.close() }
        return [UInt8](try handle.read(upToCount: 4_096) ?? Data())
    }

    private static func plain(_ name: String, _ url: URL) -> ImportTable {
        let facts = try? FileManager.default.attributesOfItem(atPath: url.path)
        return ImportTable(name: name, bytes: facts?[.size] as? Int ?? 0) { give in
            guard let handle = try? FileHandle(forReadingFrom: url) else { throw refused("\(name) cannot be read") }
            defer { try? handle.close() }
            while let piece = try handle.read(upToCount: 1 << 18), !piece.isEmpty { try give([UInt8](piece)) }
        }
    }

    /// Hands out every row with something in it, in order.
    func rows(_ progress: ImportProgress? = nil, _ give: (RowBytes) throws -> Void) throws {
        var reader = DelimitedReader()
        try pieces { piece in
            try progress?.passed(piece.count)
            try reader.take(piece, give)
        }
        try reader.finish(give)
    }

    /// The first rows with something in them, cleaned.
    func first(_ most: Int) throws -> [[String]] {
        struct Enough: Error {}
        var rows: [[String]] = []
        do {
            try self.rows { row in
                guard !row.isEmpty else { return }
                rows.append(row.cells)
                if rows.count == most { throw Enough() }
            }
        } catch is Enough {}
        return rows
    }
}
