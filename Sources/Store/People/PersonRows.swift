import Foundation
import GRDB
import Governance

extension RollEntry {
    /// Everyone's columns in the order of `init(_:)`.
    package static let query = "SELECT \(columns) \(tables)"

    package static let columns = """
        person.id, ref, kind, given, family, preferred, middle, form, title, school.slug, consentStatus, consentChannels,
            consentFrom, consentUntil, consentWithdrawnOn, leftAt, person.email, number, picturesAskedOn
        """

    /// What `columns` are of.
    package static let tables = "FROM person LEFT JOIN school ON school.id = person.school"

    package init(_ row: Row) {
        let kind = Person.Kind(rawValue: row[2]) ?? .pupil
        self.init(
            id: Identifier(row[0]),
            person: Person(
                ref: row[1], number: row[17], kind: kind, given: row[3], family: row[4], preferred: row[5],
                middle: row[6], form: row[7], title: row[8], school: row[9], email: row[16],
                consent: Self.consent(row, of: kind)),
            leftAt: (row[15] as Int64?).map(Date.init(milliseconds:)))
    }

    private static func consent(_ row: Row, of kind: Person.Kind) -> Consent {
        var consent = Consent(row[10], channels: row[11], from: row[12], until: row[13], withdrawnOn: row[14])
        if kind == .pupil { consent.asking = (row[18] as String?).flatMap { Day($0) }.map(Consent.Asking.on) ?? .never }
        return consent
    }
}

extension Consent {
    /// As columns keep it. What this release cannot read for certain is unreadable, which is never a yes.
    init(_ status: String, channels: String?, from: String?, until: String?, withdrawnOn: String?) {
        self = Self.read(status, channels, [from, until, withdrawnOn])
    }

    private static func read(_ status: String, _ channels: String?, _ days: [String?]) -> Consent {
        guard let status = Consent.Status(rawValue: status) else { return Consent(.unreadable) }
        let words = channels.map { $0.split(separator: ",").map(String.init) }
        let channels = words?.compactMap(Consent.Channel.init(rawValue:))
        let read = days.map { $0.flatMap { Day($0) } }
        guard channels?.count == words?.count, zip(days, read).allSatisfy({ ($0 == nil) == ($1 == nil) }) else {
            return Consent(.unreadable)
        }
        return Consent(status, channels: channels, from: read[0], until: read[1], withdrawnOn: read[2])
    }

    /// Where a picture may go, as a column keeps it.
    var channelsColumn: String? { channels.map { $0.map(\.rawValue).joined(separator: ",") } }
}

extension WriteTransaction {
    /// Everyone who is or was on the roll.
    package func rollEntries() throws -> [RollEntry] {
        try Row.fetchAll(db.cachedStatement(sql: RollEntry.query + " ORDER BY person.rowid")).map(RollEntry.init)
    }

    package func rollEntry(_ id: Identifier<Person>) throws -> RollEntry {
        let row = try Row.fetchOne(
            db.cachedStatement(sql: RollEntry.query + " WHERE person.id = ?"), arguments: [id.text])
        guard let row else { throw ActionError.notFound }
        return RollEntry(row)
    }

    /// Who has a number at a school, or had. Where there is one school, whoever stands at none belongs to it.
    package func rollEntry(
        number: String, kind: Person.Kind, at school: Identifier<School>?
    ) throws -> RollEntry? {
        try Row.fetchOne(
            db.cachedStatement(
                sql: RollEntry.query + """
                     WHERE number = ? AND kind = ? AND (person.school IS ? OR (SELECT count(*) FROM school) = 1)
                    """), arguments: [number, kind.rawValue, school?.text]
        ).map(RollEntry.init)
    }

    /// Those on the roll who have one of these references, in no order.
    package func onRoll(refs: [String]) throws -> [RollEntry] {
        try db.rows(
            RollEntry.query + " WHERE person.ref IN (SELECT value FROM json_each(?)) AND person.leftAt IS NULL",
            [try StoredJSON.text(refs)], RollEntry.init)
    }

    /// Whether a number can be the reference of someone new, for nobody has it yet.
    package func isFree(ref: String) throws -> Bool {
        try
            !(Bool.fetchOne(
                db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM person WHERE ref = ?)"), arguments: [ref])
            ?? false)
    }

    /// Writes entries anew or over those of the same identifier, and keeps the snapshot of the roll in step.
    package func write(_ entries: [RollEntry]) throws {
        guard !entries.isEmpty else { return }
        let entries = entries.map(\.asStored)
        let schools = Dictionary(uniqueKeysWithValues: try schools().map { ($0.slug, $0.id.text) })
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO person (id, ref, kind, given, family, preferred, middle, form, title, school,
                    consentStatus, consentChannels, consentFrom, consentUntil, consentWithdrawnOn, leftAt, email, number,
                    picturesAskedOn)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET
                    ref = excluded.ref, kind = excluded.kind, given = excluded.given, family = excluded.family,
                    preferred = excluded.preferred, middle = excluded.middle, form = excluded.form,
                    title = excluded.title, school = excluded.school, consentStatus = excluded.consentStatus,
                    consentChannels = excluded.consentChannels, consentFrom = excluded.consentFrom,
                    consentUntil = excluded.consentUntil, consentWithdrawnOn = excluded.consentWithdrawnOn,
                    leftAt = excluded.leftAt, email = excluded.email, number = excluded.number,
                    picturesAskedOn = coalesce(excluded.picturesAskedOn, picturesAskedOn)
                """)
        for entry in entries {
            let person = entry.person
            let school = try person.school.map { slug in
                guard let id = schools[slug] else { throw ActionError.invalid("school", "There is no such school") }
                return id
            }
            try statement.execute(arguments: [
                entry.id.text, person.ref, person.kind.rawValue, person.given, person.family, person.preferred,
                person.middle, person.form, person.title, school, person.consent.status.rawValue,
                person.consent.channelsColumn,
                person.consent.from?.description, person.consent.until?.description,
                person.consent.withdrawnOn?.description, entry.leftAt?.milliseconds, person.email, person.number,
                person.consent.askedOn?.description,
            ])
        }
        try execute("UPDATE rollRevision SET revision = revision + 1")
        rollChanges.note(entries)
    }
}

extension RollEntry {
    /// Nobody was asked of whom nothing else is known; only families of pupils are.
    fileprivate var asStored: RollEntry {
        guard person.kind == .pupil, person.consent.asking == nil else { return self }
        var stored = self
        stored.person.consent.asking = .never
        return stored
    }
}

extension OrganisationDatabase {
    /// Somebody on the roll by the reference that drafts know them by.
    package func person(ref: String) async throws -> Identifier<Person>? {
        try await read { db in
            try String.fetchOne(
                db.cachedStatement(sql: "SELECT id FROM person WHERE ref = ? AND leftAt IS NULL"), arguments: [ref]
            ).map { Identifier($0) }
        }
    }
}
