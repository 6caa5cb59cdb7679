import Crypto
import Foundation
import Governance

/// The encrypted files of an organisation's pictures, in a folder beside its database, under random names.
///
/// Each file is AES-GCM with the organisation's own key, for its own name: one put in the place of another does not open.
/// The key itself is sealed in the database, with a key that is in no database.
package struct PictureFolder: Sendable {
    package let folder: URL

    package init(beside database: OrganisationDatabase) {
        folder = database.folder.appending(path: "pictures")
    }

    package init(_ folder: URL) { self.folder = folder }

    /// Writes the bytes, waits for the disk, and returns the name. It is found by nobody until a row names it.
    package func keep(_ bytes: [UInt8], named name: String, key: SymmetricKey) throws {
        let place = place(of: name)
        try translating {
            try FileManager.default.createDirectory(
                at: place.deletingLastPathComponent(), withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
            let box = try AES.GCM.seal(bytes, using: key, authenticating: Data(name.utf8))
            guard let sealed = box.combined else { throw StoreError.damaged(place.path) }
            let partial = place.appendingPathExtension("partial")
            guard
                FileManager.default.createFile(
                    atPath: partial.path, contents: nil, attributes: [.posixPermissions: 0o600])
            else { throw StoreError.readOnly(folder.path) }
            do {
                let handle = try FileHandle(forWritingTo: partial)
                try handle.write(contentsOf: Data([Self.version]) + sealed)
                try handle.synchronize()
                try handle.close()
                try FileManager.default.moveItem(at: partial, to: place)
            } catch {
                try? FileManager.default.removeItem(at: partial)
                throw error
            }
        }
    }

    /// Throws `StoreError.missing` when there is no such file, `StoreError.damaged` when it does not open.
    package func bytes(of name: String, key: SymmetricKey) throws -> [UInt8] {
        let place = place(of: name)
        guard let sealed = FileManager.default.contents(atPath: place.path) else {
            throw StoreError.missing(place.path)
        }
        guard sealed.first == Self.version, let box = try? AES.GCM.SealedBox(combined: sealed.dropFirst()),
            let bytes = try? AES.GCM.open(box, using: key, authenticating: Data(name.utf8))
        else { throw StoreError.damaged(place.path) }
        return [UInt8](bytes)
    }

    /// Erases a file; nothing happens when it is gone already.
    package func erase(_ name: String) throws {
        let place = place(of: name)
        guard FileManager.default.fileExists(atPath: place.path) else { return }
        try translating { try FileManager.default.removeItem(at: place) }
    }

    /// Every file there is, with when it was written; those half-written too, by their whole name.
    package func files() -> [(name: String, writtenAt: Date)] {
        let found = FileManager.default.enumerator(
            at: folder, includingPropertiesForKeys: [.isRegularFileKey, .contentModificationDateKey])
        return (found?.compactMap { $0 as? URL } ?? []).compactMap { file in
            let values = try? file.resourceValues(forKeys: [.isRegularFileKey, .contentModificationDateKey])
            guard values?.isRegularFile == true else { return nil }
            return (file.lastPathComponent, values?.contentModificationDate ?? .distantPast)
        }
    }

    /// Two letters of the name are a folder, so that none holds more than some hundreds of files.
    package func place(of name: String) -> URL {
        folder.appending(path: String(name.prefix(2))).appending(path: name)
    }

    private static let version: UInt8 = 1

    /// A full disk and a folder that cannot be written, said as the database's are.
    private func translating<Value>(_ body: () throws -> Value) throws -> Value {
        do { return try body() } catch let error as CocoaError {
            switch error.code {
            case .fileWriteOutOfSpace: throw StoreError.diskFull
            case .fileWriteNoPermission, .fileWriteVolumeReadOnly: throw StoreError.readOnly(folder.path)
            default: throw error
            }
        }
    }
}
