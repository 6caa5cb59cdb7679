import GRDB
import Governance

extension WriteTransaction {
    /// Whether a pupil of the school is on the roll now.
    package func hasPupils(_ school: Identifier<School>) throws -> Bool {
        try Bool.fetchOne(
            db,
            sql: "SELECT EXISTS (SELECT 1 FROM person WHERE school = ? AND kind = 'pupil' AND leftAt IS NULL)",
            arguments: [school.text]) ?? false
    }

    /// From now on the school's roll is known to hold no pupil; false when that was stated before.
    package func stateNoPupils(at school: Identifier<School>, why: String) throws -> Bool {
        try execute(
            "INSERT INTO noPupils (school, statedAt, why) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            [school.text, now.milliseconds, why])
        guard db.changesCount > 0 else { return false }
        try execute("UPDATE rollRevision SET revision = revision + 1")
        return true
    }

    /// Whether it was stated until now.
    package func endNoPupils(at school: Identifier<School>) throws -> Bool {
        try execute("DELETE FROM noPupils WHERE school = ?", [school.text])
        let wasStated = db.changesCount > 0
        if wasStated { try execute("UPDATE rollRevision SET revision = revision + 1") }
        return wasStated
    }
}
