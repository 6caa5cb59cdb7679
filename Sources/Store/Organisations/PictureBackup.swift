import Foundation
import GRDB
import Governance

/// The encrypted files of pictures beside backups: a folder for each organisation, in the folder of its backups and shared
/// by them. A file never changes under its name, so that only new ones are copied; one that was erased here is erased there
/// with the next backup.
package struct PictureBackup: Sendable {
    private let folder: PictureFolder

    /// - Parameter place: the folder that holds the pictures of backups, of several organisations.
    package init(in place: URL, of slug: String) { folder = PictureFolder(place.appending(path: slug + ".pictures")) }

    /// Brings the folder to what these names say, from where they are kept. Returns how many there are now.
    ///
    /// - Parameter untouched: neither copied nor erased: pictures that are sealed away.
    package func bring(_ names: Set<String>, besides untouched: Set<String>, from kept: PictureFolder) throws -> Int {
        let there = Set(folder.files().map(\.name))
        for name in there.subtracting(names).subtracting(untouched) { try folder.erase(name) }
        for name in names.subtracting(there).sorted() { try copy(name, from: kept, to: folder) }
        return names.intersection(Set(folder.files().map(\.name))).count
    }

    /// Copies what these names say into a folder of an organisation that comes back. Returns how many are missing.
    package func giveBack(_ names: Set<String>, to kept: PictureFolder) throws -> Int {
        for name in names.sorted() { try copy(name, from: folder, to: kept) }
        return names.subtracting(kept.files().map(\.name)).count
    }

    private func copy(_ name: String, from source: PictureFolder, to target: PictureFolder) throws {
        let (from, to) = (source.place(of: name), target.place(of: name))
        // it may have been erased since the names were read
        guard FileManager.default.fileExists(atPath: from.path) else { return }
        try FileManager.default.createDirectory(
            at: to.deletingLastPathComponent(), withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
        let partial = to.appendingPathExtension("partial")
        try? FileManager.default.removeItem(at: partial)
        try FileManager.default.copyItem(at: from, to: partial)
        try FileManager.default.moveItem(at: partial, to: to)
    }
}

extension OrganisationDatabase {
    /// The names of all files of pictures that are shown or wait, or of those that are sealed away.
    package func pictureFileNames(sealedAway: Bool = false) async throws -> Set<String> {
        try await read { db in
            Set(
                try String.fetchAll(
                    db,
                    sql: """
                        SELECT file FROM pictureFile JOIN picture ON picture.id = pictureFile.picture
                        WHERE (picture.state = 'sealed-away') = ?
                        """, arguments: [sealedAway]))
        }
    }
}
