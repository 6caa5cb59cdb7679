import Foundation
import GRDB
import Governance

extension PlacementState {
    /// As a row keeps it; throws `StoreError.damaged`.
    package init(kept word: String) throws {
        guard let state = PlacementState(rawValue: word) else { throw StoreError.damaged("Where a post stood") }
        self = state
    }
}

extension Placement {
    /// What `init(_:)` reads; followed by the account's columns.
    package static let columns =
        "placement.id, placement.post, placement.revision, revision.number, placement.draft, placement.publishAt, "
        + "placementState.state, placementState.since, placement.corrects, " + PostingAccount.columns

    /// The tables those columns come from, with the state that counts.
    package static let tables = """
        placement
        JOIN revision ON revision.id = placement.revision
        JOIN account ON account.id = placement.account
        JOIN placementState ON placementState.placement = placement.id AND placementState.until IS NULL
        """

    package init(_ row: Row) throws {
        self.init(
            id: Identifier(row[0]), post: Identifier(row[1]), revision: Identifier(row[2]), revisionNumber: row[3],
            account: try PostingAccount(row, at: 9), draft: try StoredJSON.value(row[4]),
            publishAt: Date(milliseconds: row[5]), state: try PlacementState(kept: row[6]),
            since: Date(milliseconds: row[7]),
            corrects: (row[8] as String?).map(Identifier.init))
    }

    /// All placements that the condition keeps, earliest first.
    package static func fetch(_ db: Database, where condition: String, _ arguments: StatementArguments) throws
        -> [Placement]
    {
        let sql = """
            SELECT \(columns) FROM \(tables) WHERE \(condition) ORDER BY placement.publishAt, account.name, placement.id
            """
        return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: arguments).map(Placement.init)
    }
}

extension WriteTransaction {
    package func placement(_ id: Identifier<Placement>) throws -> Placement {
        guard let placement = try Placement.fetch(db, where: "placement.id = ?", [id.text]).first else {
            throw ActionError.notFound
        }
        return placement
    }

    /// Every placement of a post, of all its revisions.
    package func placements(of post: Identifier<Post>) throws -> [Placement] {
        try Placement.fetch(db, where: "placement.post = ?", [post.text])
    }
}
