import Foundation
import GRDB
import Governance

extension RecordHead {
    package static func read(_ db: Database) throws -> RecordHead {
        let row = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT number, hash FROM event ORDER BY number DESC LIMIT 1"))
        guard let row else { return RecordHead(number: 0, hash: EventSeal.beforeTheFirst) }
        return RecordHead(number: row[0], hash: row[1])
    }
}
