import Foundation
import GRDB
import Governance

extension PolicyVersion {
    /// The columns that `init(_:)` reads, in its order.
    package static let columns =
        "id, key, digest, title, school, addedAt, approvedBy, approvedOn, minute, inForceFrom, endsAt, correction"

    package init(_ row: Row) {
        let approvedBy: String? = row[6]
        let approvedOn = (row[7] as String?).flatMap { Day($0) }
        var approval: Approval?
        if let approvedBy, let approvedOn { approval = Approval(by: approvedBy, on: approvedOn, minute: row[8]) }
        self.init(
            id: Identifier(row[0]), words: PolicyVersionID(key: row[1], digest: row[2]), title: row[3],
            school: (row[4] as String?).map(Identifier.init), addedAt: Date(milliseconds: row[5]),
            approval: approval, inForceFrom: (row[9] as Int64?).map(Date.init(milliseconds:)),
            endsAt: (row[10] as Int64?).map(Date.init(milliseconds:)), correction: row[11])
    }
}

extension PolicyHistory {
    package static func read(_ db: Database) throws -> PolicyHistory {
        let sql = "SELECT \(PolicyVersion.columns) FROM policyVersion ORDER BY addedAt, rowid"
        return PolicyHistory(try Row.fetchAll(db.cachedStatement(sql: sql)).map(PolicyVersion.init))
    }

    /// The versions that count at a school, or with nil for the whole organisation: of a trust's hundred only those.
    package static func read(_ db: Database, at school: Identifier<School>?) throws -> PolicyHistory {
        let sql = """
            SELECT \(PolicyVersion.columns) FROM policyVersion WHERE inForceFrom IS NOT NULL
                AND (school IS NULL OR school = ?) ORDER BY addedAt, rowid
            """
        return PolicyHistory(try db.rows(sql, [school?.text]) { PolicyVersion($0) })
    }
}
