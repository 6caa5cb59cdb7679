import Foundation
import GRDB
import Governance

extension Mistake {
    /// The columns that `init(_:)` reads, in its order.
    package static let columns =
        "id, post, by, at, isOwn, wish, says, section, told, advice, advisedBy, advisedAt, harmsStanding, "
        + "standingSection"

    package init(_ row: Row) throws {
        guard let wish = Wish(rawValue: row[5]), let told = Role(rawValue: row[8]) else {
            throw StoreError.damaged("A reported mistake's row")
        }
        self.init(
            id: Identifier(row[0]), post: Identifier(row[1]), by: Identifier(row[2]), at: Date(milliseconds: row[3]),
            isOwn: row[4], wish: wish, says: row[6], section: row[7],
            harmsStanding: row[12], standingSection: row[13], told: told, advice: row[9],
            advisedBy: (row[10] as String?).map(Identifier.init),
            advisedAt: (row[11] as Int64?).map(Date.init(milliseconds:)))
    }

    /// What was reported about a post, earliest first.
    package static func fetch(_ db: Database, of post: Identifier<Post>) throws -> [Mistake] {
        try Row.fetchAll(
            db, sql: "SELECT \(columns) FROM mistake WHERE post = ? ORDER BY at, id", arguments: [post.text]
        ).map(Mistake.init)
    }
}

extension WriteTransaction {
    package func insert(_ mistake: Mistake) throws {
        try execute(
            """
            INSERT INTO mistake (id, post, by, at, isOwn, wish, says, section, told, harmsStanding, standingSection)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                mistake.id.text, mistake.post.text, mistake.by.text, mistake.at.milliseconds, mistake.isOwn,
                mistake.wish.rawValue, mistake.says, mistake.section, mistake.told.rawValue,
                mistake.harmsStanding, mistake.standingSection,
            ])
    }

    package func mistakes(of post: Identifier<Post>) throws -> [Mistake] { try Mistake.fetch(db, of: post) }

    package func advise(on mistake: Identifier<Mistake>, _ advice: String, by user: Identifier<User>) throws {
        try execute(
            "UPDATE mistake SET advice = ?, advisedBy = ?, advisedAt = ? WHERE id = ?",
            [advice, user.text, now.milliseconds, mistake.text])
    }
}
