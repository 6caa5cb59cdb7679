import GRDB
import Governance

/// Somebody who answers for a pupil.
package struct PupilParent: Sendable, Equatable {
    package let name: String
    /// In lower case; nil: none is on record.
    package let email: String?
    package let relation: String?

    package init(name: String, email: String?, relation: String?) {
        self.name = name
        self.email = email
        self.relation = relation
    }
}

extension WriteTransaction {
    /// Who answers for a pupil, by name.
    package func parents(of pupil: Identifier<Person>) throws -> [PupilParent] {
        try db.rows("SELECT name, email, relation FROM parent WHERE pupil = ? ORDER BY name", [pupil.text]) { row in
            PupilParent(name: row[0], email: row[1], relation: row[2])
        }
    }

    /// As whom a parent is on record now who had that name here before; nil: nobody had.
    package func parent(onceCalled name: String, of pupil: Identifier<Person>) throws -> String? {
        try String.fetchOne(
            db.cachedStatement(sql: "SELECT name FROM parentRenamed WHERE pupil = ? AND was = ? AND name IS NOT NULL"),
            arguments: [pupil.text, name])
    }

    package func keep(_ parent: PupilParent, of pupil: Identifier<Person>) throws {
        try execute(
            """
            INSERT INTO parent (pupil, name, email, relation) VALUES (?, ?, ?, ?)
            ON CONFLICT (pupil, name) DO UPDATE SET email = excluded.email, relation = excluded.relation
            """, [pupil.text, parent.name, parent.email, parent.relation])
        try execute("DELETE FROM parentRenamed WHERE pupil = ? AND was = ?", [pupil.text, parent.name])
    }

    /// Takes a name off: another takes its place, in what was answered before too, or nobody.
    package func endParent(_ was: String, of pupil: Identifier<Person>, renamed name: String?) throws {
        try execute("DELETE FROM parent WHERE pupil = ? AND name = ?", [pupil.text, was])
        if let name {
            try execute("UPDATE parentRenamed SET name = ? WHERE pupil = ? AND name = ?", [name, pupil.text, was])
        }
        try execute(
            """
            INSERT INTO parentRenamed (pupil, was, name) VALUES (?, ?, ?)
            ON CONFLICT (pupil, was) DO UPDATE SET name = excluded.name
            """, [pupil.text, was, name])
    }

    /// Whoever was asked at these addresses alone was not asked at all.
    package func forgetQuestion(at emails: Set<String>, about pupil: Identifier<Person>) throws {
        try execute(
            """
            UPDATE pictureRequest SET askedAt = NULL, way = NULL
            WHERE person = ?1 AND closedAt IS NULL AND way = 'link' AND NOT EXISTS (
                SELECT 1 FROM pictureQuestion AS q JOIN parent ON parent.pupil = ?1 AND parent.email = q.email
                WHERE q.request = pictureRequest.id AND q.deliveredAt IS NOT NULL)
            """, [pupil.text])
        guard db.changesCount > 0 else { return }
        try execute("UPDATE person SET picturesAskedOn = NULL WHERE id = ?", [pupil.text])
        var entry = try rollEntry(pupil)
        entry.person.consent.asking = .never
        try write([entry])
    }
}
