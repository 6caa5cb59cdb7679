import Crypto
import Foundation
import Governance

/// A file of pieces, each sealed by itself with AES-GCM for its name, its number and whether it is the last: a film is
/// written and read without ever standing whole in memory, a part of it is read alone, and none is cut off unseen.
package final class SealedPieces: Sendable {
    /// In bytes, of what is sealed; the last may be shorter, and may be empty.
    package static let pieceBytes = 1 << 20
    /// A nonce and a tag.
    private static let added = 28
    private static let version: UInt8 = 2

    private let descriptor: Int32
    private let name: String
    private let key: SymmetricKey

    private init(_ descriptor: Int32, name: String, key: SymmetricKey) {
        self.descriptor = descriptor
        self.name = name
        self.key = key
    }

    deinit { close(descriptor) }

    /// A file without a name, gone with this object or with the program; its key is in memory alone.
    package static func passing(in folder: URL) throws -> SealedPieces {
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let place = folder.appending(path: UUID().uuidString)
        let pieces = try create(place, name: "passing", key: SymmetricKey(size: .bits256))
        unlink(place.path)
        return pieces
    }

    /// A new file that this account alone may read. Throws `StoreError`.
    static func create(_ place: URL, name: String, key: SymmetricKey) throws -> SealedPieces {
        let descriptor = open(place.path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw StoreError.readOnly(place.deletingLastPathComponent().path) }
        let pieces = SealedPieces(descriptor, name: name, key: key)
        try pieces.write([version], at: 0)
        return pieces
    }

    /// One that is there, to be read. Throws `StoreError.missing` or `.damaged`.
    static func read(_ place: URL, name: String, key: SymmetricKey) throws -> SealedPieces {
        let descriptor = open(place.path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw StoreError.missing(place.path) }
        let pieces = SealedPieces(descriptor, name: name, key: key)
        guard try pieces.read(1, at: 0) == [version] else { throw StoreError.damaged(place.path) }
        return pieces
    }

    /// - Parameter isLast: every piece but the last is full.
    func put(_ bytes: [UInt8], number: Int, isLast: Bool) throws {
        let box = try AES.GCM.seal(bytes, using: key, authenticating: said(number, isLast))
        guard let sealed = box.combined else { throw StoreError.damaged(name) }
        try write(Array(sealed), at: Self.place(of: number))
    }

    /// Waits for the disk.
    func settle() { fsync(descriptor) }

    /// - Parameter length: of all that is sealed in the file.
    package func piece(_ number: Int, ofLength length: Int) throws -> [UInt8] {
        let start = number * Self.pieceBytes
        let isLast = start + Self.pieceBytes > length
        let sealed = try read((isLast ? length - start : Self.pieceBytes) + Self.added, at: Self.place(of: number))
        do {
            return Array(try AES.GCM.open(.init(combined: sealed), using: key, authenticating: said(number, isLast)))
        } catch { throw StoreError.damaged(name) }
    }

    private func said(_ number: Int, _ isLast: Bool) -> Data { Data("\(name) \(number) \(isLast)".utf8) }

    private static func place(of number: Int) -> Int { 1 + number * (pieceBytes + added) }

    private func write(_ bytes: [UInt8], at start: Int) throws {
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes { all in
                all.baseAddress.map { pwrite(descriptor, $0 + done, bytes.count - done, off_t(start + done)) } ?? 0
            }
            guard count > 0 else { throw errno == ENOSPC ? StoreError.diskFull : StoreError.damaged(name) }
            done += count
        }
    }

    private func read(_ count: Int, at start: Int) throws -> [UInt8] {
        var done = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: max(count, 0)) { buffer, filled in
            while done < count, let base = buffer.baseAddress {
                let got = pread(descriptor, base + done, count - done, off_t(start + done))
                guard got > 0 else { break }
                done += got
            }
            filled = done
        }
        guard done == count else { throw StoreError.damaged(name) }
        return bytes
    }
}

/// Writes sealed pieces from bytes as they come.
package struct SealedWriter: Sendable {
    package let pieces: SealedPieces
    /// In bytes, so far.
    package private(set) var length = 0
    private var waiting: [UInt8] = []
    private var number = 0

    package init(_ pieces: SealedPieces) { self.pieces = pieces }

    package mutating func write(_ bytes: some Collection<UInt8>) throws {
        waiting += bytes
        length += bytes.count
        while waiting.count >= SealedPieces.pieceBytes {
            try pieces.put(Array(waiting.prefix(SealedPieces.pieceBytes)), number: number, isLast: false)
            waiting.removeFirst(SealedPieces.pieceBytes)
            number += 1
        }
    }

    /// The last piece; nothing is written after it.
    package mutating func finish() throws {
        try pieces.put(waiting, number: number, isLast: true)
        waiting = []
    }
}

extension PictureFolder {
    /// Begins a file that is found by nobody until it is finished and a row names it.
    package func begin(_ name: String, key: SymmetricKey) throws -> SealedWriter {
        let place = place(of: name)
        try FileManager.default.createDirectory(
            at: place.deletingLastPathComponent(), withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
        return SealedWriter(try .create(place.appendingPathExtension("partial"), name: name, key: key))
    }

    /// It is whole: waits for the disk, and gives it its name.
    package func finish(_ writer: inout SealedWriter, named name: String) throws {
        let place = place(of: name)
        try writer.finish()
        writer.pieces.settle()
        try FileManager.default.moveItem(at: place.appendingPathExtension("partial"), to: place)
    }

    /// It comes to nothing.
    package func abandon(_ name: String) {
        try? FileManager.default.removeItem(at: place(of: name).appendingPathExtension("partial"))
    }

    /// A film, to be read in pieces. Throws `StoreError.missing` or `.damaged`.
    package func film(_ name: String, key: SymmetricKey) throws -> SealedPieces {
        try .read(place(of: name), name: name, key: key)
    }
}
