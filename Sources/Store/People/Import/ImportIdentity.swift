import GRDB

extension ImportStaging {
    /// Finds out whom each row means: who has its number at its school and is of its kind. Where there is one school,
    /// whoever stands at none belongs to it. Somebody new is known by their number, unless another school's person, or
    /// another school's row of the same list, has it. Numbers that several rows have are left in `shared`.
    static func findOut(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE INDEX rowOfNumber ON row(number);
                UPDATE row SET ref = p.ref, isKnown = 1 FROM roll.person AS p
                    WHERE p.number = row.number AND p.kind = row.kind
                        AND (p.school IS row.school OR (SELECT count(*) FROM roll.school) = 1);
                CREATE TABLE shared AS SELECT number FROM row GROUP BY number HAVING count(*) > 1;
                CREATE TABLE newcomer AS SELECT number, kind, school, min(id) AS first, min(newId) AS newId
                    FROM row WHERE NOT isKnown AND (number IN (SELECT number FROM shared)
                        OR EXISTS (SELECT 1 FROM roll.person WHERE person.ref = row.number))
                    GROUP BY number, kind, school;
                CREATE INDEX newcomerOfNumber ON newcomer(number);
                UPDATE row SET ref = n.newId FROM newcomer AS n
                    WHERE NOT row.isKnown AND row.number IN (SELECT number FROM newcomer)
                        AND n.number = row.number AND n.kind = row.kind AND n.school IS row.school
                        AND (EXISTS (SELECT 1 FROM roll.person WHERE person.ref = row.number)
                            OR EXISTS (SELECT 1 FROM newcomer AS other
                                WHERE other.number = n.number AND other.first < n.first));
                CREATE INDEX rowOfRef ON row(ref);
                UPDATE parent SET ref = (SELECT row.ref FROM row WHERE row.id = ofRow) WHERE ofRow IS NOT NULL;
                UPDATE parent SET ref = coalesce(
                    (SELECT min(row.ref) FROM row WHERE row.number = parent.ref), ref) WHERE ofRow IS NULL;
                """)
    }
}
