import Actions
import Foundation
import GRDB
import Governance
import Reading
import Store
import Testing

/// OneRoster 1.1 and 1.2, whole and changes only, as files and as a zip, with the quirks of real exports.
@Suite struct OneRosterTests {
    private let whole: [String: String] = [
        "manifest.csv": "propertyName,value\r\noneroster.version,1.1\r\nfile.users,bulk\r\n",
        "orgs.csv":
            "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\r\nO1,,,Quay School,school,,\r\n",
        "users.csv":
            "\u{FEFF}sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,"
            + "familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password\r\n"
            + "U1,,,TRUE,O1,student,jf,,Jo,Field,,,jo@x.example,07700,,U4,07,secret1\r\n"
            + "U2,,,true,O1,student,md,,Max,Day,,,,,,,07,\r\n"
            + "U3,,,true,O1,teacher,ab,,Ann,Bell,,,Ann.Bell@school.example,,,,,\r\n"
            + "U4,,,true,O1,guardian,,,Rosa,Field,,,rosa@home.example,,,,,\r\n",
        "classes.csv":
            "sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,"
            + "termSourcedIds,subjects,subjectCodes,periods\r\nC1,,,7A,,,,homeroom,,O1,,,,\r\nC2,,,Art 7,,,,scheduled,,O1,,,,\r\n",
        "enrollments.csv":
            "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate\r\n"
            + "E1,,,C1,O1,U1,student,,,\r\nE2,,,C2,O1,U1,student,,,\r\nE3,,,C2,O1,U3,professor,,,\r\n",
    ]

    private func bytes(_ files: [String: String]) -> [String: [UInt8]] { files.mapValues { Array($0.utf8) } }

    @Test func aWholeExportBringsPupilsStaffParentsAndClasses() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        let list = try await organisation.bring(bytes(whole))
        #expect(list.trial.form == "OneRoster 1.1" && !list.trial.isDelta)
        #expect(list.held == [])
        #expect(
            try await organisation.onRoll("U1")
                == Person(ref: "U1", kind: .pupil, given: "Jo", family: "Field", form: "7A", school: "quay"))
        #expect(try await organisation.onRoll("U3")?.email == "ann.bell@school.example")
        #expect(list.trial.notRead.contains("password") && list.trial.notRead.contains("sms"))
        #expect(list.trial.notRead.contains("location in classes.csv"))
        #expect(list.counts.parents == 1)
        let head = try await organisation.database.recordHead()
        let again = try await organisation.bring(["export.zip": zip(whole)])
        #expect(again.counts.same == 3 && again.counts.isNothing)
        #expect(try await organisation.database.recordHead() == head)
        let told = try await DatabaseQueue(path: organisation.database.folder.path + "/record.sqlite").read { db in
            (
                try String.fetchAll(db, sql: "SELECT name || ' ' || email || ' ' || relation FROM parent"),
                try Int.fetchOne(db, sql: "SELECT count(*) FROM classMember") ?? 0
            )
        }
        #expect(told.0 == ["Rosa Field rosa@home.example guardian"])
        #expect(told.1 == 3)
    }

    @Test func rolesStandInAFileOfTheirOwnIn12() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        var files = whole
        files["manifest.csv"] = "propertyName,value\noneroster.version,1.2\nfile.users,bulk\n"
        files["users.csv"] =
            "sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,"
            + "email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,preferredGivenName,"
            + "preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,pronouns\n"
            + "U1,,,true,,,Joanna,Field,,,,,,,,,,Jo,,,O1,\nU3,,,true,,,Ann,Bell,,,,,,,,,,,,,O1,\n"
        files["roles.csv"] =
            "userSourcedId,roleType,role,orgSourcedId\nU1,primary,student,O1\nU3,primary,teacher,O1\n"
        let list = try await organisation.bring(bytes(files))
        #expect(list.trial.form == "OneRoster 1.2")
        #expect(list.added.map(\.kind) == [.pupil, .staff])
        #expect(list.added.first?.preferred == "Jo")
    }

    @Test func changesOnlyRemoveWhoIsSaidToBeGoneAndNobodyElse() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        try await organisation.bring(bytes(whole))
        var files = whole
        files["manifest.csv"] = "propertyName,value\noneroster.version,1.1\nfile.users,delta\n"
        files["users.csv"] =
            "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,givenName,familyName\n"
            + "U2,tobedeleted,2026-11-20,,,,,\nU5,active,2026-11-20,true,O1,student,New,Comer\n"
        let list = try await organisation.bring(bytes(files), leavers: .all)
        #expect(list.trial.isDelta)
        #expect(list.counts.gone == 1 && list.counts.added == 1)
        #expect(Set(try await organisation.database.rollEntries().map(\.person.ref)) == ["U1", "U3", "U5"])
    }

    @Test func whatAnExportDoesNotContainStaysAsItIs() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        var files = whole
        files["users.csv"] =
            "sourcedId,orgSourcedIds,role,givenName,familyName,middleName,preferredGivenName,email\n"
            + "U1,O1,student,Joanna,Field,Ann,Jo,\nU3,O1,teacher,Ann,Bell,,,ann.bell@school.example\n"
        try await organisation.bring(bytes(files))
        files["manifest.csv"] = "propertyName,value\noneroster.version,1.1\nfile.users,delta\n"
        files["users.csv"] =
            "sourcedId,status,orgSourcedIds,role,givenName,familyName\nU1,active,,,Joanna,Meadow\n"
            + "U3,active,,,Ann,Dale\n"
        files["enrollments.csv"] = "sourcedId,classSourcedId,schoolSourcedId,userSourcedId,role,status\n"
        let list = try await organisation.bring(bytes(files))
        #expect(list.held == [])
        #expect(
            try await organisation.onRoll("U1")
                == Person(
                    ref: "U1", kind: .pupil, given: "Joanna", family: "Meadow", preferred: "Jo", middle: "Ann",
                    form: "7A", school: "quay"))
        #expect(try await organisation.onRoll("U3")?.kind == .staff)
        #expect(try await organisation.onRoll("U3")?.email == "ann.bell@school.example")
    }

    @Test func columnsOf10UnderALabelOf11AreRead() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        var files = whole
        files["enrollments.csv"] = "sourcedId,classId,schoolId,userId,role,status\nE1,C1,O1,U2,student,\n"
        try await organisation.bring(bytes(files))
        #expect(try await organisation.onRoll("U2")?.form == "7A")
    }

    @Test func aZipBombAndALockedZipAreRefused() async throws {
        var bomb = zip(["users.csv": "a,b\n"])
        // both records say that four bytes unpack to three gigabytes
        for mark in [[0x50, 0x4B, 3, 4], [0x50, 0x4B, 1, 2]] as [[UInt8]] {
            let start = try #require(bomb.indices.first { bomb[$0...].starts(with: mark) })
            let size = start + (mark[2] == 3 ? 22 : 24)
            bomb.replaceSubrange(size..<(size + 4), with: [0, 0, 0, 0xC0])
        }
        #expect(try await refusal(of: bomb).contains("zip file"))
        // the last entry of the directory claims all that sixty-four bits can say, after one that claims four bytes
        var endless = zip(["a.csv": "a,b\n", "users.csv": "a,b\n"])
        let entry = try #require(endless.indices.last { endless[$0...].starts(with: [0x50, 0x4B, 1, 2]) })
        let end = endless.count - 22
        endless[end + 12] += 12
        endless.insert(contentsOf: [1, 0, 8, 0] + [UInt8](repeating: 0xFF, count: 8), at: end)
        endless[entry + 30] = 12
        endless.replaceSubrange((entry + 24)..<(entry + 28), with: [UInt8](repeating: 0xFF, count: 4))
        #expect(try await refusal(of: endless).contains("zip file"))
        let many = Dictionary(uniqueKeysWithValues: (0...201).map { ("\($0).csv", "a,b\n") })
        #expect(try await refusal(of: zip(many)).contains("more than 200 files"))
    }
}
