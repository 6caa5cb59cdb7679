/// What a file would do to the roll: a trial run, and the plan that is carried out.
package struct RollImport: Sendable, Equatable {
    /// Newcomers, in the order of the file.
    package var added: [Person]
    /// Those whose entry changes, before and after.
    package var changed: [Change]
    package var unchanged: Int
    /// The schools, by short name, of everyone whom a row names, before and after; nil: of no one school.
    package var schools: Set<String?>
    /// Rows that stay out, each with what to do about it.
    package var held: [Doubt]
    /// People who are taken in with a consent that nobody can read; it counts as none.
    package var doubtfulConsents: [Doubt]
    /// Rows that are taken in, with something that somebody should look at first.
    package var warnings: [Doubt]
    /// Rows without anybody: empty ones, and totals.
    package var skipped: Int
    /// Names with letters that were guessed, since nothing in the file says how they are written; at most five.
    package var guessedNames: [String]
    /// On the roll, of a kind and school that the file speaks of, and not in it. They are never assumed to have left.
    package var missing: [RollEntry]
    /// Headings that were not read.
    package var notRead: [String]

    package struct Change: Sendable, Equatable {
        package let entry: RollEntry
        package let person: Person
    }

    /// One value that stands in the way: where, what, why, and what to do.
    package struct Doubt: Sendable, Equatable {
        package let line: Int
        package let column: String
        package let value: String
        package let says: String
        package let advice: String
    }

    /// - Parameter entries: everyone who is or was on the roll.
    package init(_ sheet: RollSheet, onto entries: [RollEntry], schools: [School]) {
        let byRef = Dictionary(entries.map { ($0.person.ref, $0) }, uniquingKeysWith: { first, _ in first })
        let filled = sheet.rows.filter { !Self.isNobody($0) }
        let known = RollSchools(schools)
        var rows = filled.map { row in RollRow(row, sheet.columns, schools: known) { byRef[$0]?.person.school } }
        Self.holdDoubles(&rows)
        self.init(rows, onto: entries, byRef, sheet.columns)
        skipped = sheet.rows.count - filled.count
        guessedNames = sheet.isGuess ? Self.guessed(rows) : []
    }

    /// An empty row, or one that counts the others.
    private static func isNobody(_ row: DelimitedText.Row) -> Bool {
        guard let first = row.fields.first(where: { !trimmed($0).isEmpty }) else { return true }
        guard row.fields.count(where: { !trimmed($0).isEmpty }) <= 2 else { return false }
        let word = Evidence.normalised(first)
        return ["total", "grand total", "count", "number of"].contains { word.hasPrefix($0) }
    }

    private static func guessed(_ rows: [RollRow]) -> [String] {
        let names = rows.lazy.flatMap { [$0.person.given, $0.person.family] }
        return Array(names.filter { $0.utf8.contains { $0 >= 0x80 } }.prefix(5))
    }

    private init(
        _ rows: [RollRow], onto entries: [RollEntry], _ byRef: [String: RollEntry], _ columns: RollColumns
    ) {
        added = []
        changed = []
        unchanged = 0
        schools = []
        held = rows.compactMap(\.held)
        doubtfulConsents = rows.filter { $0.held == nil }.compactMap(\.consentDoubt)
        warnings = rows.compactMap(\.warning)
        skipped = 0
        guessedNames = []
        notRead = columns.notRead
        var seen: Set<String> = []
        for row in rows where row.held == nil && seen.insert(row.person.ref).inserted {
            guard let entry = byRef[row.person.ref] else {
                added.append(row.person)
                schools.insert(row.person.school)
                continue
            }
            let person = Self.keeping(entry.person, where: columns, says: row.person)
            schools.formUnion([entry.person.school, person.school])
            if entry.leftAt == nil, entry.person == person {
                unchanged += 1
            } else {
                changed.append(Change(entry: entry, person: person))
            }
        }
        let named = Set(rows.map(\.person.ref))
        let spokenOf = Set(rows.filter { $0.held == nil }.map { Scope($0.person) })
        missing = entries.filter {
            $0.leftAt == nil && !named.contains($0.person.ref) && spokenOf.contains(Scope($0.person))
        }
    }

    private struct Scope: Hashable {
        let kind: Person.Kind
        let school: String?

        init(_ person: Person) {
            kind = person.kind
            school = person.school
        }
    }

    /// A column that the file does not have says nothing: what is on the roll stays.
    private static func keeping(_ old: Person, where columns: RollColumns, says new: Person) -> Person {
        func has(_ field: RollColumns.Field) -> Bool { columns.places[field] != nil }
        var person = new
        if !has(.preferred) { person.preferred = old.preferred }
        if !has(.middle) { person.middle = old.middle }
        if !has(.form) { person.form = old.form }
        person.email = old.email
        if !has(.title) { person.title = old.title }
        if !has(.school) { person.school = old.school }
        if !has(.consent) { person.consent = old.consent }
        return person
    }

    /// Rows of one reference that do not agree are both held: nobody can tell which is right.
    private static func holdDoubles(_ rows: inout [RollRow]) {
        let places = Dictionary(grouping: rows.indices.filter { rows[$0].held == nil }) { rows[$0].person.ref }
        for (ref, same) in places where same.contains(where: { rows[$0].person != rows[same[0]].person }) {
            for place in same {
                let other = same.first { $0 != place } ?? place
                rows[place].held = Doubt(
                    line: rows[place].line, column: "ref", value: ref,
                    says: "Line \(rows[other].line) has the same reference and says something else",
                    advice: "Say which is right")
            }
        }
    }

}
