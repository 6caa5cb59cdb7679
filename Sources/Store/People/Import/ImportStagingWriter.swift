import GRDB
import Governance

/// Puts rows of a list into the staging, each by a prepared statement. Valid inside `ImportStaging.fill` only.
package struct ImportStagingWriter {
    private let db: Database
    private let rows: Statement
    private let doubts: Statement
    private let parents: Statement

    init(_ db: Database) throws {
        self.db = db
        rows = try db.makeStatement(
            sql: """
                INSERT INTO row (line, file, newId, number, ref, kind, given, family, preferred, middle, form, title, school,
                    email, consentStatus, consentChannels, consentFrom, consentUntil, consentWithdrawnOn, isRemoved)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        doubts = try db.makeStatement(
            sql: """
                INSERT INTO doubt (weight, file, line, "column", value, says, advice) VALUES (?, ?, ?, ?, ?, ?, ?)
                """)
        parents = try db.makeStatement(
            sql: "INSERT INTO parent (ref, ofRow, name, email, relation) VALUES (?, ?, ?, ?, ?)")
    }

    /// - Parameters:
    ///   - id: the identifier of the person, if it turns out that nobody has the reference.
    ///   - school: the identifier of the person's school.
    package func add(
        _ row: ImportedRow, id: Identifier<Person>, school: Identifier<School>?, file: String, hasConsent: Bool
    ) throws {
        for doubt in row.doubts { try add(doubt, file: file) }
        let person = row.person
        guard !row.isHeld else {
            // whoever is held is in the list all the same
            try execute("INSERT INTO heldNumber VALUES (?, ?)", [person.number, school?.text])
            return
        }
        let consent = hasConsent ? person.consent : nil
        rows.setUncheckedArguments([
            row.line, file, id.text, person.number, person.number, person.kind.rawValue, person.given, person.family,
            person.preferred, person.middle, person.form, person.title, school?.text, person.email,
            consent?.status.rawValue,
            consent?.channels.map { $0.map(\.rawValue).joined(separator: ",") }, consent?.from?.description,
            consent?.until?.description, consent?.withdrawnOn?.description, row.isRemoved,
        ])
        try rows.execute()
        let id = db.lastInsertedRowID
        for parent in row.parents {
            try parents.execute(arguments: [person.number, id, parent.name, parent.email, parent.relation])
        }
    }

    /// Who has a number on the roll, or had; nil when that is nobody, or several.
    package func known(_ number: String) throws -> KnownPerson? {
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT kind, school.slug, form FROM roll.person LEFT JOIN roll.school ON school.id = person.school
                    WHERE number = ? LIMIT 2
                    """), arguments: [number])
        guard rows.count == 1 else { return nil }
        return rows.first.flatMap { row in
            Person.Kind(rawValue: row[0]).map { KnownPerson(kind: $0, school: row[1], form: row[2]) }
        }
    }

    package func add(_ doubt: ImportDoubt, file: String) throws {
        try doubts.execute(arguments: [
            doubt.weight.rawValue, file, doubt.line, doubt.column, doubt.value, doubt.says, doubt.advice,
        ])
    }
}

extension ImportStagingWriter {
    // MARK: - What OneRoster keeps in files of its own

    package func addOrganisation(ref: String, name: String, school: Identifier<School>?) throws {
        try execute("INSERT OR REPLACE INTO orOrg VALUES (?, ?, ?)", [ref, name, school?.text])
    }

    package func addRole(of user: String, _ role: String, at org: String) throws {
        try execute("INSERT INTO orRole VALUES (?, ?, ?)", [user, role, org])
    }

    /// - Parameter school: nil when the files do not say of which school it is.
    package func addClass(
        ref: String, name: String, type: String, school: Identifier<School>?, line: Int, isRemoved: Bool
    ) throws {
        try execute(
            "INSERT OR REPLACE INTO orClass (ref, name, type, school, line, isRemoved) VALUES (?, ?, ?, ?, ?, ?)",
            [ref, name, type, school?.text, line, isRemoved])
    }

    package func addEnrolment(of user: String, in ref: String, isRemoved: Bool) throws {
        try execute("INSERT INTO orEnrolment VALUES (?, ?, ?)", [ref, user, isRemoved])
    }

    /// Someone who answers for pupils that other rows, or `links`, name.
    package func addParent(ref: String, name: String, email: String?, relation: String?) throws {
        try execute("INSERT INTO orParent VALUES (?, ?, ?, ?)", [ref, name, email, relation])
    }

    /// That one row of the users names another as its agent.
    package func link(_ one: String, _ other: String) throws {
        try execute("INSERT INTO orAgent VALUES (?, ?)", [one, other])
    }

    /// After organisations, roles, classes and enrolments, before users.
    package func indexOneRoster() throws {
        try db.execute(
            sql: """
                CREATE INDEX orRoleOfUser ON orRole(user);
                CREATE INDEX orEnrolmentOfUser ON orEnrolment(user);
                """)
    }

    /// The role of a user that says most: student before staff before parents; and where.
    package func role(of user: String) throws -> (role: String, org: String)? {
        let row = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT role, org FROM orRole WHERE user = ?
                    ORDER BY role <> 'student', role IN ('parent', 'guardian', 'relative') LIMIT 1
                    """), arguments: [user])
        return row.map { ($0[0], $0[1]) }
    }

    /// The name of an organisation's file entry and the school that it is here.
    package func school(ofOrganisation ref: String) throws -> (name: String, school: String?)? {
        let row = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT name, school FROM orOrg WHERE ref = ?"), arguments: [ref])
        return row.map { ($0[0], $0[1]) }
    }

    /// The class in which a user is registered.
    package func homeroom(of user: String) throws -> String? {
        try String.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT orClass.name FROM orEnrolment JOIN orClass ON orClass.ref = orEnrolment.class
                    WHERE orEnrolment.user = ? AND type = 'homeroom' AND NOT orEnrolment.isRemoved LIMIT 1
                    """), arguments: [user])
    }

    /// After the users: who answers for whom, whichever of the two rows said it.
    package func joinParents() throws {
        try db.execute(
            sql: """
                CREATE INDEX orAgentOfOne ON orAgent(one);
                CREATE INDEX orAgentOfOther ON orAgent(other);
                INSERT INTO parent (ref, name, email, relation)
                    SELECT one, name, email, relation FROM orParent JOIN orAgent ON other = orParent.ref
                    UNION SELECT other, name, email, relation FROM orParent JOIN orAgent ON one = orParent.ref;
                """)
    }

    private func execute(_ sql: String, _ arguments: StatementArguments) throws {
        try db.cachedStatement(sql: sql).execute(arguments: arguments)
    }
}
