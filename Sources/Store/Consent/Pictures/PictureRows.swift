import Foundation
import GRDB
import Governance

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

    func enter(_ picture: Identifier<StoredPicture>, _ state: StoredPicture.State) throws {
        try execute("UPDATE picture SET state = ? WHERE id = ?", [state.rawValue, picture.text])
    }
}
