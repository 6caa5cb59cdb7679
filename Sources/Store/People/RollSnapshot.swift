import Foundation
import GRDB
import Governance
import Synchronization

/// The roll as of one revision: everyone who has not left, and the schools whose pupils are known.
struct RollSnapshot: Sendable {
    let revision: Int
    let roll: Roll
    /// Short names of all schools, and of those with a pupil on the roll or of which it is stated that they have none.
    let schools: Set<String>
    let known: Set<String>

    static func revision(_ db: Database) throws -> Int {
        try Int.fetchOne(db.cachedStatement(sql: "SELECT revision FROM rollRevision")) ?? 0
    }

    static func load(_ db: Database, revision: Int) throws -> RollSnapshot {
        let rows = try Row.fetchCursor(
            db.cachedStatement(sql: RollEntry.query + " WHERE leftAt IS NULL ORDER BY person.rowid"))
        var people: [Person] = []
        while let row = try rows.next() { people.append(RollEntry(row).person) }
        people += try VisitorObjection.people(db)
        return try RollSnapshot(revision: revision, roll: Roll(people), db)
    }

    init(revision: Int, roll: Roll, _ db: Database) throws {
        self.revision = revision
        self.roll = roll
        schools = Set(try String.fetchAll(db.cachedStatement(sql: "SELECT slug FROM school")))
        known = Set(
            try String.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT slug FROM school WHERE EXISTS (
                            SELECT 1 FROM person WHERE school = school.id AND kind = 'pupil' AND leftAt IS NULL)
                            OR EXISTS (SELECT 1 FROM noPupils WHERE noPupils.school = school.id)
                        """)))
    }

    /// Nil when pupils who may be meant are not known: nothing known is not nothing wrong.
    func roll(of school: String?) -> Roll? {
        let needed = school.map { [$0] } ?? Array(schools)
        return !needed.isEmpty && needed.allSatisfy(known.contains) ? roll : nil
    }
}

/// The latest snapshot, shared by all checks; it knows its revision, so another process's change is seen too.
final class RollCache: Sendable {
    private let latest = Mutex<RollSnapshot?>(nil)

    func snapshot(_ db: Database) throws -> RollSnapshot {
        let revision = try RollSnapshot.revision(db)
        if let latest = latest.withLock({ $0 }), latest.revision == revision { return latest }
        let fresh = try RollSnapshot.load(db, revision: revision)
        keep(fresh)
        return fresh
    }

    func keep(_ snapshot: RollSnapshot) {
        latest.withLock { latest in
            if latest.map({ $0.revision < snapshot.revision }) ?? true { latest = snapshot }
        }
    }

    /// What is kept, if it is of this revision.
    func kept(_ revision: Int) -> RollSnapshot? {
        latest.withLock { $0 }.flatMap { $0.revision == revision ? $0 : nil }
    }
}

/// What one change did to the roll so far; nothing of it is shared before it is committed.
final class RollChanges {
    private(set) var present: [String: Person] = [:]
    private(set) var gone: Set<String> = []
    /// More changed than was noted: the roll is read anew.
    var isWhole = false
    var isEmpty: Bool { present.isEmpty && gone.isEmpty }

    func note(_ entries: [RollEntry]) {
        for entry in entries {
            let ref = entry.person.ref
            if entry.leftAt == nil {
                present[ref] = entry.person
                gone.remove(ref)
            } else {
                present[ref] = nil
                gone.insert(ref)
            }
        }
    }
}

extension WriteTransaction {
    /// Everyone a post of the school could be about; nil when its pupils are not known, so that the post is held.
    /// Without a school, when those of any school are not known.
    package func roll(of school: Identifier<School>?) throws -> Roll? {
        let slug = try school.map { try self.school($0).slug }
        return try rollSnapshot().roll(of: slug)
    }

    func rollSnapshot() throws -> RollSnapshot {
        let revision = try RollSnapshot.revision(db)
        guard revision != rollRevisionBefore else { return try rollCache.snapshot(db) }
        guard !rollChanges.isWhole, let before = rollCache.kept(rollRevisionBefore) else {
            return try RollSnapshot.load(db, revision: revision)
        }
        let roll = before.roll.replacing(Array(rollChanges.present.values), removing: rollChanges.gone)
        return try RollSnapshot(revision: revision, roll: roll, db)
    }
}

extension OrganisationDatabase {
    /// The same outside a change, for looking only.
    package func rollNow(ofSchool slug: String?) async throws -> Roll? {
        let cache = rollCache
        return try await readAtLength { db in try cache.snapshot(db).roll(of: slug) }
    }
}
