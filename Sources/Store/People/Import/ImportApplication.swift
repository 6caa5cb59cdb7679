import Foundation
import GRDB
import Governance

/// The statements that both the trial and the change ask about a staged list.
enum ImportApplication {
    private static func parents(_ staged: String) -> String {
        """
        (SELECT ref, name, max(email) AS email, max(relation) AS relation FROM \(staged).parent GROUP BY ref, name)
        """
    }

    /// Parents that the list names of pupils who are not known, or not so. Whom it does not name stays: an import never
    /// takes a parent away, and an empty cell says nothing. Who was taken off or renamed by hand stays so.
    static func newParents(from select: String, roll: String, staged: String) -> String {
        """
        \(select) FROM \(parents(staged)) AS s JOIN \(staged).row AS r
            ON r.ref = s.ref AND r.outcome IN ('added', 'changed', 'returning', 'same')
            LEFT JOIN \(roll).parent AS old ON old.pupil = r.person AND old.name = s.name
        WHERE (old.pupil IS NULL OR old.email IS NOT coalesce(s.email, old.email)
            OR old.relation IS NOT coalesce(s.relation, old.relation))
            AND NOT EXISTS (SELECT 1 FROM \(roll).parentRenamed AS mended
                WHERE mended.pupil = r.person AND mended.was = s.name)
        """
    }

    /// Places in classes that the list gives or, with `isRemoved`, ends: as class, person. Whoever is held, or stands at
    /// another school than the class, is in none of them. Whom the list itself has by the number is meant, nobody else.
    static func places(from select: String, roll: String, staged: String) -> String {
        """
        \(select) FROM \(staged).orEnrolment AS e JOIN \(roll).person AS p ON p.number = e.user
            LEFT JOIN \(staged).orClass AS c ON c.ref = e.class LEFT JOIN \(roll).class AS known ON known.ref = e.class
        WHERE coalesce(NOT c.isHeld, known.ref IS NOT NULL)
            AND (p.school IS NULL OR p.school = coalesce(c.school, known.school))
            AND NOT EXISTS (SELECT 1 FROM \(staged).row AS r WHERE r.number = e.user
                AND (r.outcome = 'held' OR (r.outcome <> 'double' AND r.person IS NOT p.id)))
            AND NOT EXISTS (SELECT 1 FROM \(staged).heldNumber AS h WHERE h.number = e.user)
        """
    }

    /// Staff of the list with the e-mail address of a user, neither of whom is linked.
    static func likelyUsers(roll: String, staged: String) -> String {
        """
        SELECT coalesce(r.person, r.newId) AS person, user.id AS user FROM \(staged).row AS r
        JOIN \(roll).user ON user.email = r.email AND user.endedAt IS NULL
        WHERE r.kind = 'staff' AND r.outcome IN ('added', 'changed', 'returning', 'same')
            AND NOT EXISTS (SELECT 1 FROM \(roll).userOfPerson AS known
                WHERE known.user = user.id OR known.person = r.person)
        GROUP BY user.id HAVING count(*) = 1
        """
    }
}

extension WriteTransaction {
    /// How often the roll was written, to tell whether it is still the one that a trial saw.
    package func rollRevision() throws -> Int { try RollSnapshot.revision(db) }

    /// The number of the last answer about pictures, to tell whether somebody spoke since a trial, also where the roll
    /// stayed as it was; nil: there is none.
    package func lastConsentAnswer() throws -> Int? {
        try Int.fetchOne(db.cachedStatement(sql: "SELECT max(number) FROM consentAnswer"))
    }

    /// The schools of everyone and every class that the staged list touches, before and after; nil: of no one school.
    package func schoolsOfStaged() throws -> [Identifier<School>?] {
        try String?.fetchAll(
            db.makeStatement(
                sql: """
                    SELECT school FROM staged.row WHERE outcome <> 'held'
                    UNION SELECT p.school FROM staged.row JOIN person AS p ON p.id = row.person
                    UNION SELECT p.school FROM staged.gone JOIN person AS p ON p.id = gone.person
                    UNION SELECT school FROM staged.orClass WHERE NOT isHeld
                    UNION \(ImportApplication.places(
                        from: "SELECT coalesce(c.school, known.school, p.school)", roll: "main", staged: "staged"))
                    """)
        ).map { $0.map { Identifier($0) } }
    }

    /// Schools to which the staged list brings pupils.
    package func schoolsOfStagedPupils() throws -> [Identifier<School>] {
        try String.fetchAll(
            db.makeStatement(
                sql: """
                    SELECT DISTINCT school FROM staged.row
                    WHERE kind = 'pupil' AND school IS NOT NULL AND outcome IN ('added', 'changed', 'returning')
                    """)
        ).map { Identifier($0) }
    }

    /// Writes everyone whom the staged list adds or changes, each with its event, which `event` makes of the entry as it
    /// was and the person as they now are.
    package func writeStagedPeople(_ event: (RollEntry?, RollEntry) -> Event) throws {
        let added = try Row.fetchCursor(
            db.makeStatement(
                sql: Self.staged("r.newId") + " WHERE r.outcome = 'added' ORDER BY r.id"))
        while let row = try added.next() { try put(event(nil, RollEntry(row))) }
        let before = try Row.fetchCursor(
            db.makeStatement(
                sql: RollEntry.query + """
                     JOIN (SELECT person AS known, id AS place FROM staged.row
                        WHERE outcome IN ('changed', 'returning')) AS r ON r.known = person.id ORDER BY r.place
                    """))
        let after = try Row.fetchCursor(
            db.makeStatement(
                sql: Self.staged("r.person") + " WHERE r.outcome IN ('changed', 'returning') ORDER BY r.id"))
        while let old = try before.next(), let new = try after.next() { try put(event(RollEntry(old), RollEntry(new))) }
        try writeStagedRows()
        try execute("UPDATE rollRevision SET revision = revision + 1")
        rollChanges.isWhole = true
    }

    /// The staged rows with the columns of `RollEntry.query`.
    private static func staged(_ id: String) -> String {
        """
        SELECT \(id), r.ref, r.kind, r.given, r.family, r.preferred, r.middle, r.form, r.title, school.slug,
            r.consentStatus, r.consentChannels, r.consentFrom, r.consentUntil, r.consentWithdrawnOn, NULL, r.email,
            r.number, iif(r.outcome = 'returning' AND r.consentStatus = 'not_recorded', NULL,
                (SELECT picturesAskedOn FROM person WHERE person.id = r.person))
        FROM staged.row AS r LEFT JOIN school ON school.id = r.school
        """
    }

    private func writeStagedRows() throws {
        try db.makeStatement(
            sql: """
                UPDATE person SET kind = r.kind, given = r.given, family = r.family, preferred = r.preferred,
                    middle = r.middle, form = r.form, title = r.title, school = r.school, email = r.email,
                    consentStatus = r.consentStatus, consentChannels = r.consentChannels,
                    consentFrom = r.consentFrom, consentUntil = r.consentUntil,
                    consentWithdrawnOn = r.consentWithdrawnOn, leftAt = NULL
                FROM staged.row AS r WHERE r.person = person.id AND r.outcome IN ('changed', 'returning')
                """
        ).execute()
        try db.makeStatement(
            sql: """
                INSERT INTO person (id, ref, kind, given, family, preferred, middle, form, title, school,
                    consentStatus, consentChannels, consentFrom, consentUntil, consentWithdrawnOn, email, number)
                SELECT newId, ref, kind, given, family, preferred, middle, form, title, school, consentStatus,
                    consentChannels, consentFrom, consentUntil, consentWithdrawnOn, email, number
                FROM staged.row WHERE outcome = 'added' ORDER BY id
                """
        ).execute()
        // whoever comes back was asked for another time on the roll
        try execute(
            """
            UPDATE person SET picturesAskedOn = NULL WHERE consentStatus = 'not_recorded' AND id IN (
                SELECT person FROM staged.row WHERE outcome = 'returning')
            """)
        // from here on whoever was added has an identifier like everyone else
        try db.makeStatement(sql: "UPDATE staged.row SET person = newId WHERE outcome = 'added'").execute()
    }

    /// Pupils to whom the staged list brings another parent, before it is written, where a form that names nobody and a
    /// parent answered: as long as there was one parent, the form counted as theirs.
    package func pupilsWithStagedParent() throws -> [Identifier<Person>] {
        let new = ImportApplication.newParents(
            from: "SELECT r.person AS pupil, old.pupil AS known", roll: "main", staged: "staged")
        return try String.fetchAll(
            db.makeStatement(
                sql: """
                    SELECT DISTINCT pupil FROM (\(new)) WHERE known IS NULL
                        AND EXISTS (SELECT 1 FROM consentAnswer WHERE person = pupil AND giver = 'form')
                        AND EXISTS (SELECT 1 FROM consentAnswer WHERE person = pupil AND giver = 'parent')
                    ORDER BY pupil
                    """)
        ).map { Identifier($0) }
    }

    /// Writes whom pupils of the list have as parents.
    /// - Returns: how many parents came or changed.
    package func writeStagedParents() throws -> Int {
        let before = db.totalChangesCount
        try db.makeStatement(
            sql: "INSERT INTO parent (pupil, name, email, relation) "
                + ImportApplication.newParents(
                    from: "SELECT r.person, s.name, s.email, s.relation", roll: "main", staged: "staged")
                + " ON CONFLICT DO UPDATE SET email = coalesce(excluded.email, email), "
                + "relation = coalesce(excluded.relation, relation)"
        ).execute()
        return db.totalChangesCount - before
    }

    /// Writes the classes of the list and who is in them.
    /// - Returns: how many rows of classes and their members came, changed or went.
    package func writeStagedClasses(hasEveryMember: Bool) throws -> Int {
        let before = db.totalChangesCount
        for sql in Self.classWrites(hasEveryMember: hasEveryMember) {
            try db.makeStatement(sql: sql).execute(arguments: sql.contains(":now") ? ["now": now.milliseconds] : [:])
        }
        return db.totalChangesCount - before
    }

    private static func classWrites(hasEveryMember: Bool) -> [String] {
        let places = ImportApplication.places(from: "SELECT e.class, p.id", roll: "main", staged: "staged")
        return [
            """
            INSERT INTO class (ref, name, school) SELECT ref, name, school FROM staged.orClass
                WHERE NOT isRemoved AND NOT isHeld
            ON CONFLICT DO UPDATE SET name = excluded.name, school = excluded.school, endedAt = NULL
                WHERE name IS NOT excluded.name OR school IS NOT excluded.school OR endedAt IS NOT NULL
            """,
            """
            UPDATE class SET endedAt = :now WHERE endedAt IS NULL
                AND ref IN (SELECT ref FROM staged.orClass WHERE isRemoved AND NOT isHeld)
            """,
            "DELETE FROM classMember WHERE (class, person) IN (\(places) AND e.isRemoved)",
        ]
            // whoever is held is in the list all the same, and so stays in the class
            + (hasEveryMember
                ? [
                    """
                    DELETE FROM classMember WHERE class IN (SELECT ref FROM staged.orClass WHERE NOT isHeld)
                        AND (class, person) NOT IN (SELECT e.class, p.id FROM staged.orEnrolment AS e
                            JOIN person AS p ON p.number = e.user WHERE NOT e.isRemoved)
                    """
                ] : [])
            + [
                """
                INSERT INTO classMember (class, person) \(places) AND NOT e.isRemoved
                    AND (known.ref IS NOT NULL) ON CONFLICT DO NOTHING
                """
            ]
    }

    /// Staff of the list who are likely to be users, by equal e-mail addresses.
    package func likelyUsersOfStaged() throws -> [(person: Identifier<Person>, user: Identifier<User>)] {
        try Row.fetchAll(db.makeStatement(sql: ImportApplication.likelyUsers(roll: "main", staged: "staged")))
            .map { (Identifier($0[0]), Identifier($0[1])) }
    }

    /// Of those whom the list no longer has, the chosen ones, or all.
    package func stagedLeavers(_ chosen: Set<Identifier<Person>>?) throws -> [RollEntry] {
        let all = try Row.fetchCursor(
            db.makeStatement(
                sql: RollEntry.query + " JOIN staged.gone ON gone.person = person.id WHERE person.leftAt IS NULL"))
        var leavers: [RollEntry] = []
        while let row = try all.next() {
            let entry = RollEntry(row)
            if chosen?.contains(entry.id) ?? true { leavers.append(entry) }
        }
        return leavers
    }
}
