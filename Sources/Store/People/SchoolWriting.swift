import GRDB
import Governance

extension WriteTransaction {
    package func school(_ id: Identifier<School>) throws -> School {
        let row = try Row.fetchOne(db, sql: "SELECT id, slug, name FROM school WHERE id = ?", arguments: [id.text])
        guard let row else { throw ActionError.notFound }
        return School(row)
    }

    package func schools() throws -> [School] {
        try Row.fetchAll(db, sql: "SELECT id, slug, name FROM school ORDER BY name").map(School.init)
    }

    package func insert(_ school: School) throws {
        try execute(
            "INSERT INTO school (id, slug, name, addedAt) VALUES (?, ?, ?, ?)",
            [school.id.text, school.slug, school.name, now.milliseconds])
        // A school whose pupils nobody knows changes for which posts the roll is known.
        try execute("UPDATE rollRevision SET revision = revision + 1")
    }

    /// The name only: the short name stands in addresses and files.
    package func update(_ school: School) throws {
        try execute("UPDATE school SET name = ? WHERE id = ?", [school.name, school.id.text])
    }
}

extension School {
    /// From the columns id, slug, name.
    package init(_ row: Row) {
        self.init(id: Identifier(row[0]), slug: row[1], name: row[2])
    }
}
