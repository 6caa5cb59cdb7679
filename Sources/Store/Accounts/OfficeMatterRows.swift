import Foundation
import GRDB
import Governance

extension OfficeMatter {
    /// What waits for the office on an account, earliest first.
    package static func waiting(_ db: Database, on account: Identifier<PostingAccount>) throws -> [OfficeMatter] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT id, account, asks, says, by, at, answeredBy, answeredAt FROM officeMatter
                WHERE account = ? AND answeredAt IS NULL ORDER BY at, id
                """, arguments: [account.text]
        ).map { row in
            guard let asks = Draft.AuthorType(rawValue: row[2]) else {
                throw StoreError.damaged("An office matter’s row")
            }
            return OfficeMatter(
                id: Identifier(row[0]), account: Identifier(row[1]), asks: asks, says: row[3], by: Identifier(row[4]),
                at: Date(milliseconds: row[5]), answeredBy: (row[6] as String?).map(Identifier.init),
                answeredAt: (row[7] as Int64?).map(Date.init(milliseconds:)))
        }
    }
}

extension WriteTransaction {
    package func officeMatters(on account: Identifier<PostingAccount>) throws -> [OfficeMatter] {
        try OfficeMatter.waiting(db, on: account)
    }

    package func insert(_ matter: OfficeMatter) throws {
        try execute(
            "INSERT INTO officeMatter (id, account, asks, says, by, at) VALUES (?, ?, ?, ?, ?, ?)",
            [
                matter.id.text, matter.account.text, matter.asks.rawValue, matter.says, matter.by.text,
                matter.at.milliseconds,
            ])
    }

    package func answered(_ matter: Identifier<OfficeMatter>, by user: Identifier<User>) throws {
        try execute(
            "UPDATE officeMatter SET answeredBy = ?, answeredAt = ? WHERE id = ?",
            [user.text, now.milliseconds, matter.text])
    }
}
