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

extension StoredPicture {
    /// In SQL over `picture`, in the words of the index of those that ended: with it a query finds them without reading all
    /// pictures.
    package static let isEnded = "picture.state IN ('destroyed', 'sealed-away')"
    /// The same of those that are locked alone.
    package static let isLocked = "picture.state = 'sealed-away' AND \(isEnded)"

    /// The columns that `init(_:)` reads, in its order; of the table `picture`.
    package static let columns =
        "picture.id, picture.post, picture.kind, picture.state, picture.addedBy, picture.addedAt, picture.width, "
        + "picture.height, picture.fingerprint, picture.hadPosition, picture.takenOn, picture.milliseconds"

    package init(_ row: Row) throws {
        guard let kind = Medium.Kind(rawValue: row[2]), let state = State(rawValue: row[3]) else {
            throw StoreError.damaged("A picture's row")
        }
        self.init(
            id: Identifier(row[0]), post: Identifier(row[1]), kind: kind, state: state, addedBy: Identifier(row[4]),
            addedAt: Date(milliseconds: row[5]), width: row[6], height: row[7], fingerprint: row[8],
            hadPosition: row[9], takenOn: (row[10] as String?).flatMap { Day($0) }, milliseconds: row[11])
    }

    package static func fetch(
        _ db: Database, where condition: String, _ arguments: StatementArguments
    ) throws -> [StoredPicture] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: "SELECT \(columns) FROM picture WHERE \(condition) ORDER BY picture.addedAt, picture.id"),
            arguments: arguments
        ).map(StoredPicture.init)
    }
}

let fingerprintsOfEnded = "SELECT DISTINCT fingerprint FROM picture WHERE \(StoredPicture.isEnded)"

extension PictureFile {
    /// The columns that `init(_:)` reads, in its order.
    package static let columns = "size, file, mediaType, width, height, bytes"

    package init(_ row: Row) throws {
        guard let size = StoredPicture.Size(rawValue: row[0]) else { throw StoreError.damaged("A picture's file") }
        self.init(size: size, file: row[1], mediaType: row[2], width: row[3], height: row[4], bytes: row[5])
    }
}

extension WriteTransaction {
    package func insert(_ picture: StoredPicture, files: [PictureFile]) throws {
        try execute(
            """
            INSERT INTO picture (id, post, kind, state, addedBy, addedAt, width, height, fingerprint, hadPosition, takenOn,
                milliseconds)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                picture.id.text, picture.post.text, picture.kind.rawValue, picture.state.rawValue,
                picture.addedBy.text, picture.addedAt.milliseconds, picture.width, picture.height,
                picture.fingerprint, picture.hadPosition, picture.takenOn.map(\.description), picture.milliseconds,
            ])
        for file in files {
            try execute(
                """
                INSERT INTO pictureFile (picture, size, file, mediaType, width, height, bytes)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    picture.id.text, file.size.rawValue, file.file, file.mediaType, file.width, file.height, file.bytes,
                ])
        }
    }

    package func picture(_ id: Identifier<StoredPicture>) throws -> StoredPicture {
        guard let picture = try StoredPicture.fetch(db, where: "picture.id = ?", [id.text]).first else {
            throw ActionError.notFound
        }
        return picture
    }

    package func pictures(of post: Identifier<Post>) throws -> [StoredPicture] {
        try StoredPicture.fetch(db, where: "picture.post = ?", [post.text])
    }

    package func files(of picture: Identifier<StoredPicture>) throws -> [PictureFile] {
        try Row.fetchAll(
            db, sql: "SELECT \(PictureFile.columns) FROM pictureFile WHERE picture = ? ORDER BY size",
            arguments: [picture.text]
        ).map(PictureFile.init)
    }

    /// The pictures that go out, or are out, with a placement, whatever became of them.
    package func pictures(of placement: Placement) throws -> [StoredPicture] {
        try StoredPicture.fetch(
            db, where: "picture.id IN (SELECT picture FROM placementPicture WHERE placement = ?)", [placement.id.text])
    }

    /// The placements, of all revisions, that go out or are out with a picture.
    package func placements(with picture: Identifier<StoredPicture>) throws -> [Placement] {
        try Placement.fetch(
            db, where: "placement.id IN (SELECT placement FROM placementPicture WHERE picture = ?)", [picture.text])
    }

    /// The pictures of a post that can be seen and were never out with it.
    package func picturesNeverOut(of post: Identifier<Post>) throws -> [Identifier<StoredPicture>] {
        try db.rows(
            """
            SELECT id FROM picture WHERE post = ? AND state = 'ready' AND NOT EXISTS (
                SELECT 1 FROM placementPicture AS p JOIN publication ON publication.placement = p.placement
                WHERE p.picture = picture.id)
            """, [post.text]
        ) { (row: Row) -> Identifier<StoredPicture>? in Identifier(row[0]) }
    }

    /// The pictures that can be seen and most likely are the same as this one, in whatever post. It costs what pictures
    /// there are: it is asked only when one must not exist.
    package func lookalikes(of picture: StoredPicture) throws -> [StoredPicture] {
        guard let looks = PictureFingerprint(picture.fingerprint) else { return [] }
        let near = try db.rows(
            "SELECT id, fingerprint FROM picture WHERE state = 'ready' AND id <> ?", [picture.id.text]
        ) { (row: Row) -> String? in
            PictureFingerprint(row[1] as String).map(looks.isNear) == true ? row[0] : nil
        }
        return try near.map { try self.picture(Identifier($0)) }
    }

    /// Its bytes are to be gone: the files are named for erasing, in the transaction that says so.
    package func eraseFiles(of picture: Identifier<StoredPicture>, as state: StoredPicture.State) throws {
        try execute(
            "INSERT OR IGNORE INTO pictureFileToErase (file, since) SELECT file, ? FROM pictureFile WHERE picture = ?",
            [now.milliseconds, picture.text])
        try execute("DELETE FROM pictureFile WHERE picture = ?", [picture.text])
        try enter(picture, state)
    }

    /// What those look like that were destroyed because they must not exist, or are locked.
    package func fingerprintsThatMustNotBe() throws -> [PictureFingerprint] {
        try String.fetchAll(db.cachedStatement(sql: fingerprintsOfEnded)).map { text in
            guard let fingerprint = PictureFingerprint(text) else {
                throw StoreError.damaged("The fingerprint of a picture")
            }
            return fingerprint
        }
    }

    /// Nobody sees it from now on, and its bytes stay.
    package func sealAway(_ picture: Identifier<StoredPicture>) throws { try enter(picture, .sealedAway) }

    private func enter(_ picture: Identifier<StoredPicture>, _ state: StoredPicture.State) throws {
        try execute("UPDATE picture SET state = ? WHERE id = ?", [state.rawValue, picture.text])
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

/// The organisation's own key for pictures, sealed with the key for secrets.
extension WriteTransaction {
    package func sealedPictureKey() throws -> Data? {
        try Data.fetchOne(db, sql: "SELECT sealed FROM pictureKey")
    }

    package func keepPictureKey(_ sealed: Data) throws {
        try execute("INSERT INTO pictureKey (id, sealed, madeAt) VALUES (1, ?, ?)", [sealed, now.milliseconds])
    }
}

extension OrganisationDatabase {
    /// The same on a read-only connection; nil before the first picture.
    package func sealedPictureKey() async throws -> Data? {
        try await read { db in try Data.fetchOne(db, sql: "SELECT sealed FROM pictureKey") }
    }

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
