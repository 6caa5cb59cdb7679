import Foundation
import GRDB
import Governance

/// One encrypted file of a picture.
package struct PictureFile: Sendable, Equatable {
    package let size: StoredPicture.Size
    /// Its name in the folder.
    package let file: String
    package let mediaType: String
    package let width: Int
    package let height: Int
    /// Before it was encrypted.
    package let bytes: Int

    package init(
        size: StoredPicture.Size, file: String, mediaType: String, width: Int, height: Int, bytes: Int
    ) {
        self.size = size
        self.file = file
        self.mediaType = mediaType
        self.width = width
        self.height = height
        self.bytes = bytes
    }
}

extension PictureFile {
    /// The columns that `init(_:)` reads, in its order.
    package static let columns = "size, file, mediaType, width, height, bytes"

    package init(_ row: Row) throws {
        guard let size = StoredPicture.Size(rawValue: row[0]) else { throw StoreError.damaged("A picture's file") }
        self.init(size: size, file: row[1], mediaType: row[2], width: row[3], height: row[4], bytes: row[5])
    }
}

extension WriteTransaction {
    package func files(of picture: Identifier<StoredPicture>) throws -> [PictureFile] {
        try Row.fetchAll(
            db, sql: "SELECT \(PictureFile.columns) FROM pictureFile WHERE picture = ? ORDER BY size",
            arguments: [picture.text]
        ).map(PictureFile.init)
    }

    /// Its bytes are to be gone: the files are named for erasing, in the transaction that says so.
    package func eraseFiles(of picture: Identifier<StoredPicture>, as state: StoredPicture.State) throws {
        try execute(
            "INSERT OR IGNORE INTO pictureFileToErase (file, since) SELECT file, ? FROM pictureFile WHERE picture = ?",
            [now.milliseconds, picture.text])
        try execute("DELETE FROM pictureFile WHERE picture = ?", [picture.text])
        try enter(picture, state)
    }
}

/// The disk is brought to what the rows say; what was to be erased is on record already.
extension Bookkeeping {
    /// Files that are to be erased, oldest first.
    package func filesToErase() throws -> [String] {
        try String.fetchAll(db, sql: "SELECT file FROM pictureFileToErase ORDER BY since, file")
    }

    /// They are gone from the disk.
    package func erased(_ files: [String]) throws {
        for file in files {
            try db.execute(sql: "DELETE FROM pictureFileToErase WHERE file = ?", arguments: [file])
        }
    }

    /// Whether a row names this file.
    package func isNamed(_ file: String) throws -> Bool {
        try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM pictureFile WHERE file = ?)", arguments: [file])
            ?? false
    }
}

extension OrganisationDatabase {
    /// Where one size of a picture is kept; nil when it has none, as when it was destroyed or sealed away.
    package func file(
        of picture: Identifier<StoredPicture>, post: Identifier<Post>, size: StoredPicture.Size
    ) async throws -> PictureFile? {
        try await read { db in
            try Row.fetchOne(
                db,
                sql: """
                    SELECT \(PictureFile.columns.split(separator: ", ").map { "pictureFile." + $0 }.joined(separator: ", "))
                    FROM pictureFile JOIN picture ON picture.id = pictureFile.picture
                    WHERE picture.id = ? AND picture.post = ? AND picture.state = 'ready' AND pictureFile.size = ?
                    """, arguments: [picture.text, post.text, size.rawValue]
            ).map(PictureFile.init)
        }
    }
}
