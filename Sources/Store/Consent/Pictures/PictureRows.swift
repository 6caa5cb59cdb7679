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
        + "picture.height, picture.fingerprint, picture.hadPosition, picture.takenOn, picture.milliseconds, "
        + "picture.digest, picture.heldAt"

    package init(_ row: Row) throws {
        guard let kind = Medium.Kind(rawValue: row[2]), let state = State(rawValue: row[3]) else {
            throw StoreError.damaged("A picture's row")
        }
        self.init(
            id: Identifier(row[0]), post: Identifier(row[1]), kind: kind, state: state, addedBy: Identifier(row[4]),
            addedAt: Date(milliseconds: row[5]), width: row[6], height: row[7], fingerprint: row[8],
            hadPosition: row[9], takenOn: (row[10] as String?).flatMap { Day($0) }, milliseconds: row[11],
            digest: row[12], heldAt: (row[13] as Int64?).map { Date(milliseconds: $0) })
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

extension WriteTransaction {
    package func insert(_ picture: StoredPicture, files: [PictureFile]) throws {
        try execute(
            """
            INSERT INTO picture (id, post, kind, state, addedBy, addedAt, width, height, fingerprint, hadPosition, takenOn,
                milliseconds, digest, heldAt)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                picture.id.text, picture.post.text, picture.kind.rawValue, picture.state.rawValue,
                picture.addedBy.text, picture.addedAt.milliseconds, picture.width, picture.height,
                picture.fingerprint, picture.hadPosition, picture.takenOn.map(\.description), picture.milliseconds,
                picture.digest, picture.heldAt?.milliseconds,
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

    /// Nobody sees it from now on, and its bytes stay.
    package func sealAway(_ picture: Identifier<StoredPicture>) throws { try enter(picture, .sealedAway) }

    func enter(_ picture: Identifier<StoredPicture>, _ state: StoredPicture.State) throws {
        try execute("UPDATE picture SET state = ? WHERE id = ?", [state.rawValue, picture.text])
    }
}
