import Actions
import Foundation
import GRDB
import Governance
import Reading
import Store
import Testing

/// Classes of a OneRoster export: each is one school's, and nobody leaves one unless the files say so.
@Suite struct OneRosterClassTests {
    private func files(
        _ school: String, kind: String = "bulk", users: [String], classes: [String], enrolments: [String]?
    ) -> [String: [UInt8]] {
        var files = [
            "manifest.csv": "propertyName,value\noneroster.version,1.1\nfile.users,\(kind)\n",
            "orgs.csv": "sourcedId,name,type\nO1,\(school),school\nO2,Mill School,school\n",
            "users.csv": (["sourcedId,orgSourcedIds,role,givenName,familyName"] + users).joined(separator: "\n"),
            "classes.csv": (["sourcedId,status,title,classType,schoolSourcedId"] + classes).joined(separator: "\n"),
        ]
        files["enrollments.csv"] = enrolments.map {
            (["sourcedId,status,classSourcedId,userSourcedId"] + $0).joined(separator: "\n")
        }
        return files.mapValues { Array($0.utf8) }
    }

    private func classes(_ organisation: Organisation) async throws -> [String] {
        try await DatabaseQueue(path: organisation.database.folder.path + "/record.sqlite").read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT class.ref || ' ' || name || iif(endedAt IS NULL, '', ' ended') || ' '
                        || (SELECT coalesce(group_concat(ref, ' '), '-') FROM (
                            SELECT person.ref FROM classMember JOIN person ON person.id = person
                            WHERE classMember.class = class.ref ORDER BY person.ref)) FROM class ORDER BY class.ref
                    """)
        }
    }

    private func quay() async throws -> (Scratch, Organisation) {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        try await organisation.bring(
            files(
                "Quay School", users: ["U1,O1,student,Jo,Field", "U2,O1,student,Max,Day"],
                classes: ["C1,,7A,homeroom,O1", "C2,,Art,scheduled,O1"],
                enrolments: ["E1,,C1,U1", "E2,,C2,U1", "E3,,C2,U2"]))
        return (scratch, organisation)
    }

    @Test func aClassOfAnotherSchoolIsNeitherRenamedNorEndedNorEmptied() async throws {
        let (scratch, organisation) = try await quay()
        defer { withExtendedLifetime(scratch) {} }
        let before = try await classes(organisation)
        let list = try await organisation.bring(
            files(
                "Mill School", users: ["M1,O1,student,Ann,Hill"],
                classes: ["C1,,1B,homeroom,O1", "C2,tobedeleted,,,O1"], enrolments: ["E1,,C1,U2", "E2,,C1,M1"]))
        #expect(list.held.map(\.value) == ["C1", "C2"])
        #expect(list.held.first?.says == "This class belongs to another school")
        #expect(list.counts.classes == 0)
        #expect(try await classes(organisation) == before)
        #expect(try await organisation.onRoll("M1")?.school == "mill")
    }

    @Test(arguments: ["delta", "bulk without enrolments"]) func nobodyLeavesAClassThatTheFilesSayNothingOf(
        kind: String
    ) async throws {
        let (scratch, organisation) = try await quay()
        defer { withExtendedLifetime(scratch) {} }
        let isDelta = kind == "delta"
        try await organisation.bring(
            files(
                "Quay School", kind: isDelta ? "delta" : "bulk",
                users: ["U1,O1,student,Joanna,Field", "U2,O1,student,Max,Day"],
                classes: ["C1,,7A,homeroom,O1", "C2,,Art and craft,scheduled,O1"], enrolments: isDelta ? [] : nil))
        #expect(try await classes(organisation) == ["C1 7A U1", "C2 Art and craft U1 U2"])
    }

    @Test func aWholeListOfPlacesEndsThoseThatItDoesNotName() async throws {
        let (scratch, organisation) = try await quay()
        defer { withExtendedLifetime(scratch) {} }
        try await organisation.bring(
            files(
                "Quay School", users: ["U1,O1,student,Joanna,Field", "U2,O1,student,Max,Day"],
                classes: ["C1,,7A,homeroom,O1", "C2,,Art,scheduled,O1"], enrolments: ["E1,,C1,U1", "E2,,C2,U1"]))
        #expect(try await classes(organisation) == ["C1 7A U1", "C2 Art U1"])
    }

    @Test func onlyWhoeverKeepsTheRollOfAClassesSchoolBringsIt() async throws {
        let (scratch, organisation) = try await quay()
        defer { withExtendedLifetime(scratch) {} }
        let quay = try #require(try await organisation.database.schools().first { $0.slug == "quay" }?.id)
        let office = try await organisation.person("Ann Bell", .office, at: quay)
        let brought = files(
            "Quay School", users: ["U1,O1,student,Jo,Field"], classes: ["C9,,1B,homeroom,O2"], enrolments: [])
        await #expect(throws: ActionError.self) {
            try await ImportWorkplace.use { staged in
                let written = try brought.map { name, bytes in
                    let url = staged.deletingLastPathComponent().appendingPathComponent(name)
                    try Data(bytes).write(to: url)
                    return ImportFile(url)
                }
                _ = try await TryImport(written).perform(in: organisation, by: .user(office), staged: staged)
            }
        }
    }
}
