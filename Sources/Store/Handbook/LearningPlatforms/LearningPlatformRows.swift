import Foundation
import GRDB
import Governance

extension LearningPlatform {
    package static let columns = "id, school, name, address, parentsPost, rules, isOver"

    package init(_ row: Row) {
        self.init(
            id: Identifier(row[0]), school: Identifier(row[1]), name: row[2], address: row[3], parentsPost: row[4],
            rules: row[5], isOver: row[6])
    }
}

extension ParentsTold {
    package static let columns = "id, platform, whom, how, toldOn, toldBy"

    package init(_ row: Row) throws {
        guard let how = How(rawValue: row[3]), let on = Day(row[4] as String) else {
            throw StoreError.damaged("That parents were told")
        }
        self.init(
            id: Identifier(row[0]), platform: Identifier(row[1]), whom: row[2], how: how, on: on, by: Identifier(row[5])
        )
    }
}

extension WriteTransaction {
    package func learningPlatform(_ id: Identifier<LearningPlatform>) throws -> LearningPlatform {
        let sql = "SELECT \(LearningPlatform.columns) FROM learningPlatform WHERE id = ?"
        guard let row = try Row.fetchOne(db, sql: sql, arguments: [id.text]) else { throw ActionError.notFound }
        return LearningPlatform(row)
    }

    /// Whether the school has another platform of this name.
    package func isTaken(_ platform: LearningPlatform) throws -> Bool {
        try Bool.fetchOne(
            db,
            sql: "SELECT EXISTS (SELECT 1 FROM learningPlatform WHERE school = ? AND name = ? AND id <> ?)",
            arguments: [platform.school.text, platform.name, platform.id.text]) ?? false
    }

    package func insert(_ platform: LearningPlatform) throws {
        try execute(
            """
            INSERT INTO learningPlatform (id, school, name, address, parentsPost, rules, isOver)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                platform.id.text, platform.school.text, platform.name, platform.address, platform.parentsPost,
                platform.rules, platform.isOver,
            ])
    }

    package func update(_ platform: LearningPlatform) throws {
        try execute(
            """
            UPDATE learningPlatform SET name = ?, address = ?, parentsPost = ?, rules = ?, isOver = ? WHERE id = ?
            """,
            [
                platform.name, platform.address, platform.parentsPost, platform.rules, platform.isOver,
                platform.id.text,
            ])
    }

    package func insert(_ told: ParentsTold) throws {
        try execute(
            "INSERT INTO parentsTold (id, platform, whom, how, toldOn, toldBy) VALUES (?, ?, ?, ?, ?, ?)",
            [
                told.id.text, told.platform.text, told.whom, told.how.rawValue, told.on.description, told.by.text,
            ])
    }
}
