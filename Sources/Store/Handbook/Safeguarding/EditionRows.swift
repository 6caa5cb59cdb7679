import Foundation
import GRDB
import Governance

extension EditionFacts {
    /// - Parameter one: what one user read; nil: what everybody did.
    package static func read(_ db: Database, of one: Identifier<User>? = nil) throws -> EditionFacts {
        let nation = try String.fetchOne(db.cachedStatement(sql: "SELECT nation FROM organisation")) ?? ""
        let added = try Row.fetchAll(
            db.cachedStatement(sql: "SELECT title, edition, fromDay, link FROM statutoryEdition ORDER BY fromDay")
        ).map { row in
            guard let from = Day(row[2] as String) else { throw StoreError.damaged("The day of an edition") }
            return StatutoryEdition(title: row[0], edition: row[1], from: from, link: row[3])
        }
        let reads = try Row.fetchAll(
            db.cachedStatement(sql: "SELECT user, edition, at FROM editionRead WHERE :one IS NULL OR user = :one"),
            arguments: ["one": one?.text]
        ).map { EditionRead(user: Identifier($0[0]), edition: $0[1], at: Date(milliseconds: $0[2])) }
        guard let nation = Nation(rawValue: nation) else { throw StoreError.damaged("The organisation's nation") }
        return EditionFacts(added: added, nation: nation, reads: reads)
    }
}

extension WriteTransaction {
    package func editionFacts(of user: Identifier<User>? = nil) throws -> EditionFacts {
        try EditionFacts.read(db, of: user)
    }

    package func insert(_ edition: StatutoryEdition) throws {
        try execute(
            "INSERT INTO statutoryEdition (edition, title, fromDay, link) VALUES (?, ?, ?, ?)",
            [edition.edition, edition.title, edition.from.description, edition.link])
    }

    package func insert(_ read: EditionRead) throws {
        try execute(
            "INSERT INTO editionRead (user, edition, at) VALUES (?, ?, ?)",
            [read.user.text, read.edition, read.at.milliseconds])
    }

    /// Open tasks to read an edition: whose, and which.
    package func openGuidanceTasks(
        of user: Identifier<User>? = nil
    ) throws -> [(user: Identifier<User>, edition: String)] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT assigneeUser, subject FROM task
                    WHERE kind = :kind AND closedBy IS NULL AND assigneeUser IS NOT NULL
                        AND (:one IS NULL OR assigneeUser = :one)
                    """), arguments: ["kind": NewTask.Kind.readGuidance.rawValue, "one": user?.text]
        ).map { (Identifier($0[0]), $0[1]) }
    }
}
