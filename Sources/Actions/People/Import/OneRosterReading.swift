import Foundation
import Governance
import Store

/// Reads the files of a OneRoster export, 1.1 or 1.2, whole or changes only: first what users refer to, then the users.
/// Quirks of real exports are taken: other capitals, columns in another order, 1.0 names under a 1.1 label.
struct OneRosterReading {
    private let reading: ImportReading
    private let tables: [String: ImportTable]

    init(_ reading: ImportReading, _ tables: [ImportTable]) {
        self.reading = reading
        self.tables = Self.named(tables)
    }

    private static func named(_ tables: [ImportTable]) -> [String: ImportTable] {
        Dictionary(
            tables.map { ($0.name.lowercased().replacing(".csv", with: ""), $0) },
            uniquingKeysWith: { first, _ in first })
    }

    /// Users beside a manifest or anything that users refer to.
    static func isOneRoster(_ tables: [ImportTable]) -> Bool {
        let names = Set(named(tables).keys)
        return tables.count > 1 && names.contains("users") && !names.isDisjoint(with: ["manifest", "orgs", "roles"])
    }

    /// - Returns: what the files say of people.
    func run(into staging: ImportStaging, _ trial: inout ImportTrial) throws -> Set<ImportField> {
        let manifest = try manifest()
        trial.isDelta = manifest["file.users"] == "delta"
        let hasRoles = tables["roles"] != nil
        trial.form = "OneRoster " + (manifest["oneroster.version"] ?? (hasRoles ? "1.2" : "1.1"))
        guard let users = tables["users"] else { throw ImportTable.refused("There is no users.csv") }
        let saysEveryForm = saysAll("enrollments", manifest) && tables["classes"] != nil
        var taker = ImportTaker(reading: reading, trial: trial)
        var fields: Set<ImportField> = [.ref, .kind, .school]
        try staging.fill(beside: reading.database) { writer in
            try readOrganisations(writer)
            try readRoles(writer)
            try readClasses(writer)
            try readEnrolments(writer)
            try writer.indexOneRoster()
            fields.formUnion(try readUsers(users, saysEveryForm: saysEveryForm, &taker, writer))
            try writer.joinParents()
        }
        trial = taker.trial
        trial.notRead += try notReadBesideUsers()
        if manifest.isEmpty, trial.isDelta == false { trial.isDelta = taker.trial.isDelta }
        trial.hasEveryMember = saysEveryForm && !trial.isDelta
        if tables["classes"] != nil, tables["enrollments"] != nil { fields.insert(.form) }
        return fields
    }

    /// Whether a file has everything that it could have, not only changes; without a manifest nobody can tell.
    private func saysAll(_ name: String, _ manifest: [String: String]) -> Bool {
        tables[name] != nil && (manifest["file." + name] ?? manifest["file.users"]) == "bulk"
    }

    private func manifest() throws -> [String: String] {
        var said: [String: String] = [:]
        try tables["manifest"]?.rows { row in
            let cells = row.cells
            if cells.count >= 2 { said[cells[0].lowercased()] = cells[1].lowercased() }
        }
        return said
    }

    /// Hands out the rows below the headings, each with its values by column.
    private func each(_ name: String, _ give: (OneRosterRow) throws -> Void) throws {
        guard let table = tables[name] else { return }
        var columns: [String: Int]?
        try table.rows(reading.progress) { row in
            guard !row.isEmpty else { return }
            guard let known = columns else {
                columns = OneRosterRow.columns(row.cells)
                return
            }
            try give(OneRosterRow(row: row, columns: known))
        }
    }

    /// What is looked at in the files that users refer to.
    private static let used: [String: Set<String>] = [
        "manifest": ["propertyname", "value"], "orgs": ["sourcedid", "name", "identifier", "type"],
        "roles": ["usersourcedid", "role", "orgsourcedid"],
        "classes": ["sourcedid", "title", "classcode", "classtype", "schoolsourcedid"],
        "enrollments": ["usersourcedid", "classsourcedid"],
    ]

    /// The columns and whole files that nothing of is read, each with its file.
    private func notReadBesideUsers() throws -> [String] {
        try tables.filter { $0.key != "users" }.sorted { $0.key < $1.key }.flatMap { name, table -> [String] in
            guard let used = Self.used[name] else { return ["all of \(table.name)"] }
            return try (table.first(1).first ?? []).filter {
                let plain = OneRosterRow.plain($0)
                return !used.contains(plain) && !OneRosterRow.looked.contains(plain) && !$0.isEmpty
            }.map { "\($0) in \(table.name)" }
        }
    }

    private func readOrganisations(_ writer: ImportStagingWriter) throws {
        let schools = ImportSchools(reading.schools)
        var count = 0
        try each("orgs") { row in if Self.isSchool(row) { count += 1 } }
        // one school here and one there are the same, whatever each is called
        let only = count == 1 && reading.schools.count == 1 ? reading.schools.first?.id : nil
        try each("orgs") { row in
            guard Self.isSchool(row) else {
                return try writer.addOrganisation(ref: row["sourcedid"], name: "", school: nil)
            }
            let found = [row["name"], row["identifier"], row["sourcedid"]].lazy
                .compactMap { $0.isEmpty ? nil : schools.school(called: $0) }.first
            try writer.addOrganisation(ref: row["sourcedid"], name: row["name"], school: found?.id ?? only)
        }
    }

    /// Not what stands above schools, where people of no one school are.
    private static func isSchool(_ row: OneRosterRow) -> Bool {
        !["district", "local", "state", "national"].contains(row["type"].lowercased())
    }

    /// The only school, or the one that was named for rows that name none here.
    private var fallback: Identifier<School>? {
        if reading.schools.count == 1 { return reading.schools.first?.id }
        return reading.school.flatMap { slug in reading.schools.first { $0.slug == slug }?.id }
    }

    private func readRoles(_ writer: ImportStagingWriter) throws {
        try each("roles") { row in
            guard !row.isRemoved else { return }
            try writer.addRole(of: row["usersourcedid"], row["role"].lowercased(), at: row["orgsourcedid"])
        }
    }

    private func readClasses(_ writer: ImportStagingWriter) throws {
        try each("classes") { row in
            let (ref, title) = (row["sourcedid"], row["title"].isEmpty ? row["classcode"] : row["title"])
            guard !ref.isEmpty, !title.isEmpty || row.isRemoved else { return }
            let said = try writer.school(ofOrganisation: row["schoolsourcedid"])
            let school = said.map { $0.school.map { Identifier<School>($0) } } ?? fallback
            try writer.addClass(
                ref: ref, name: title.isEmpty ? "-" : title, type: row["classtype"].lowercased(), school: school,
                line: row.row.line, isRemoved: row.isRemoved)
        }
    }

    private func readEnrolments(_ writer: ImportStagingWriter) throws {
        try each("enrollments") { row in
            try writer.addEnrolment(
                of: row["usersourcedid"], in: row["classsourcedid"], isRemoved: row.isRemoved)
        }
    }

    private static let mapped: [String: ImportField] = [
        "sourcedid": .ref, "givenname": .given, "familyname": .family, "preferredgivenname": .preferred,
        "middlename": .middle, "email": .email,
    ]

    /// - Returns: what the file has columns for.
    private func readUsers(
        _ users: ImportTable, saysEveryForm: Bool, _ taker: inout ImportTaker, _ writer: ImportStagingWriter
    ) throws -> Set<ImportField> {
        var columns: ImportColumns?
        var places: [String: Int] = [:]
        let schools = ImportSchools(reading.schools)
        try users.rows(reading.progress) { row in
            guard !row.isEmpty else { return }
            guard let columns else {
                let headings = ImportMapping.distinct(row.cells)
                places = OneRosterRow.columns(headings)
                let used = headings.map { ($0, Self.mapped[OneRosterRow.plain($0)]) }
                columns = ImportColumns(
                    headings,
                    ImportMapping(
                        columns: Dictionary(
                            used.compactMap { heading, field in field.map { (heading, $0) } },
                            uniquingKeysWith: { first, _ in first }), school: reading.school))
                taker.trial.headings = headings
                taker.trial.notRead = headings.filter {
                    Self.mapped[OneRosterRow.plain($0)] == nil && !OneRosterRow.looked.contains(OneRosterRow.plain($0))
                }
                return
            }
            if NotARow.isNobody(row) {
                taker.trial.skipped += 1
                return
            }
            let user = OneRosterRow(row: row, columns: places)
            try take(user, columns, schools, saysEveryForm: saysEveryForm, &taker, writer)
        }
        guard let columns, columns.has(.ref), columns.has(.family) else {
            throw ImportTable.refused("users.csv must have the columns sourcedId, givenName and familyName")
        }
        return Set(columns.places.keys)
    }

    private func take(
        _ user: OneRosterRow, _ columns: ImportColumns, _ schools: ImportSchools, saysEveryForm: Bool,
        _ taker: inout ImportTaker, _ writer: ImportStagingWriter
    ) throws {
        let ref = user["sourcedid"]
        let held = try writer.role(of: ref)
        let role = held?.role ?? user["role"].lowercased()
        let agents = user["agentsourcedids"].split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        if !user.isRemoved { for agent in agents where !agent.isEmpty { try writer.link(ref, agent) } }
        if ["parent", "guardian", "relative"].contains(role) {
            let name = [user["givenname"], user["familyname"]].filter { !$0.isEmpty }.joined(separator: " ")
            if !user.isRemoved, !name.isEmpty {
                try writer.addParent(
                    ref: ref, name: name, email: user["email"].isEmpty ? nil : user["email"].lowercased(),
                    relation: role)
            }
            return
        }
        var values = ImportValues(user.row, columns)
        // changes alone say nothing of what did not change
        let onRoll = try saysEveryForm && !role.isEmpty ? nil : writer.known(ref)
        values[.kind] = role.isEmpty && taker.trial.isDelta ? onRoll?.kind.rawValue ?? "" : role
        values[.form] = try writer.homeroom(of: ref) ?? (saysEveryForm ? nil : onRoll?.form) ?? ""
        let orgs = user["orgsourcedids"].split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        if let org = held?.org ?? orgs.first
            ?? (user["primaryorgsourcedid"].isEmpty ? nil : user["primaryorgsourcedid"])
        {
            let known = try writer.school(ofOrganisation: org)
            let slug = reading.schools.first { $0.id.text == known?.school }?.slug
            let saysNone = tables["orgs"] == nil && reading.schools.count == 1
            values[.school] = slug ?? known?.name ?? (saysNone ? "" : org)
        }
        var row = try ImportedRow(
            user.row, columns, values: values, schools: schools, today: reading.today,
            known: writer.known)
        if user.isRemoved {
            row.isRemoved = true
            row.doubts.removeAll { $0.weight != .held || !ref.isEmpty }
            if tables["manifest"] == nil { taker.trial.isDelta = true }
        }
        try taker.take(row, file: "users.csv", hasConsent: false, writer)
    }
}

/// One row of a OneRoster file with its columns by name, in small letters.
struct OneRosterRow {
    let row: RowBytes
    let columns: [String: Int]

    /// Columns that are looked at without being kept of a person.
    static let looked: Set<String> = [
        "status", "role", "orgsourcedids", "agentsourcedids", "primaryorgsourcedid", "datelastmodified",
    ]

    /// Names of OneRoster 1.0 that stand under later labels.
    private static let older = [
        "userid": "usersourcedid", "classid": "classsourcedid", "schoolid": "schoolsourcedid", "orgid": "orgsourcedid",
        "agents": "agentsourcedids", "orgs": "orgsourcedids", "agentids": "agentsourcedids",
    ]

    static func plain(_ heading: String) -> String {
        let small = heading.lowercased()
        return older[small] ?? small
    }

    static func columns(_ headings: [String]) -> [String: Int] {
        Dictionary(headings.enumerated().map { (plain($1), $0) }, uniquingKeysWith: { first, _ in first })
    }

    subscript(name: String) -> String {
        guard let place = columns[name], place < row.count else { return "" }
        return row.cell(place).text
    }

    var isRemoved: Bool { self["status"].lowercased() == "tobedeleted" }
}
