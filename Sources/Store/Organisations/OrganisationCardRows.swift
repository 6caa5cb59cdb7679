import Foundation
import GRDB
import Governance

extension OrganisationCard {
    package static func read(_ db: Database) throws -> OrganisationCard {
        let row = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT slug, name, nation, isDemonstration FROM organisation"))
        guard let row, let nation = Nation(rawValue: row[2]) else { throw ActionError.notFound }
        return OrganisationCard(slug: row[0], name: row[1], nation: nation, isDemonstration: row[3])
    }
}

extension WriteTransaction {
    package func card() throws -> OrganisationCard { try OrganisationCard.read(db) }

    package func insert(_ card: OrganisationCard) throws {
        try execute(
            "INSERT INTO organisation (id, slug, name, nation, isDemonstration, madeAt) VALUES (1, ?, ?, ?, ?, ?)",
            [card.slug, card.name, card.nation.rawValue, card.isDemonstration, now.milliseconds])
    }
}
