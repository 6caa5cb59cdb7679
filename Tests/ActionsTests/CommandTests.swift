import Actions
import Foundation
import GRDB
import Governance
import Reading
import StartedPrograms
import Testing

/// The commands as a person at the machine runs them: what they print and how they exit.
@Suite
struct CommandTests {
    private func run(_ arguments: String...) throws -> (status: Int32, out: String, error: String) {
        let child = try StartedProgram(program, arguments, heard: .apart)
        try child.input.close()
        let said = try child.output.readToEnd() ?? Data()
        let wrong = try child.errors.readToEnd() ?? Data()
        guard case .status(let status) = child.ended() else { throw POSIXError(.ECHILD) }
        return (status, String(decoding: said, as: UTF8.self), String(decoding: wrong, as: UTF8.self))
    }

    @Test func aBackupComesBackElsewhereAndTheRecordIsProvedOnTheWay() async throws {
        let scratch = try Scratch()
        _ = try await scratch.organisation()
        let (data, copy) = (scratch.folder.path, scratch.folder.path + "/copy.sqlite")
        let other = scratch.folder.path + "/other"

        let backup = try run("backup", "--data", data, copy)
        #expect(backup.status == 0, "\(backup.error)")
        let head = try #require(backup.out.split(whereSeparator: \.isWhitespace).last.map(String.init))
        #expect(head.hasPrefix("6:"))

        let verified = try run("record", "verify", "--data", data, "--expect", head)
        #expect(verified.status == 0)
        #expect(verified.out.contains("the record holds; head 7:"))
        let wrong = "6:" + String(repeating: "0", count: 64)
        #expect(try run("record", "verify", copy, "--expect", wrong).status == 1)
        #expect(try run("record", "verify", copy, "--expect", "nonsense").status == 2)
        #expect(try run("record", "verify", "/no/such/file").status == 1)

        let restored = try run("restore", "--data", other, "--expect", head, copy)
        #expect(restored.status == 0, "\(restored.error)")
        // that it was restored, and that publishing is paused
        #expect(try run("record", "verify", "--data", other).out.contains("head 8:"))
        let again = try run("restore", "--data", other, copy)
        #expect(again.status == 1)
        #expect(again.error.contains("already"))

        let reset = try run("user", "reset-password", "--data", other, "ida@school.example")
        #expect(reset.out.contains("/harbour-view/"))
        #expect(try run("user", "reset-password", "--data", other, "nobody@school.example").status == 1)
        #expect(try run("backup", "--data", "/no/such/folder", copy).status == 2)

        try await DatabaseQueue(path: copy).write { db in
            try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('999 from the future')")
        }
        let newer = try run("restore", "--data", scratch.folder.path + "/third", copy)
        #expect(newer.status == 1)
        #expect(newer.error.contains("newer release"))
    }

    @Test func rolesAndConsentsAreSaidDryBeforeTheyComeIn() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        let sam = try await organisation.person("Sam Poe", .member)
        let (data, list) = (scratch.folder.path, scratch.folder.path + "/roles.csv")
        let write = { (text: String) in try Data(text.utf8).write(to: URL(filePath: list)) }

        try write("Email,Role,School\nsam.poe@school.example,approver,quay\nsam.poe@school.example,wizard,\n")
        let dry = try run("user", "import-roles", "--data", data, list)
        #expect(dry.status == 0, "\(dry.error)")
        #expect(dry.out.contains("1 new, 0 held already, 1 held back"))
        #expect(dry.out.contains("sam.poe@school.example: moderator, Quay School"))
        #expect(dry.out.contains("line 3, Role: wizard") && dry.out.contains("The roles are: "))
        #expect(dry.out.contains("Nothing is saved"))
        #expect(
            try run("user", "import-roles", "--data", data, "--apply", list).out.contains("The list is brought in."))
        #expect(try run("user", "import-roles", "--data", data, "--apply", list).out.contains("Nothing had to change."))

        try write("Email,Role\nida@school.example,governor\n")
        let stays = try run("user", "import-roles", "--data", data, list)
        #expect(stays.out.contains("moderator, Quay School: is in this list no longer, and stays unless --end says so"))
        #expect(try run("user", "import-roles", "--data", data, "--end", "nobody@school.example", list).status != 0)
        let ended = try run("user", "import-roles", "--data", data, "--apply", "--end", "sam.poe@school.example", list)
        #expect(ended.out.contains("moderator, Quay School: ends"))
        let lasting = try await organisation.database.user(sam)?.grants.map(\.grant).filter { $0.until == nil }
        #expect(lasting?.map(\.role) == [.member])

        try write("Adno,Forename,Surname,School,Photos\nP1,Jo,Field,quay,Yes\n")
        let people = try run("people", "import", "--data", data, list)
        #expect(people.out.contains("not read with people: Photos."))
        #expect(people.out.contains("Bring these in as consents: people import --consents"))
    }

    @Test func allOrganisationsAreCopiedAtOnceAndOneThatIsDamagedKeepsNoOtherBack() async throws {
        let scratch = try Scratch()
        let installation = try scratch.installation()
        for slug in ["first", "second", "third"] {
            _ = try await scratch.plan(slug).performFromConsole(in: installation)
        }
        let data = scratch.folder.path
        let (copies, other) = (data + "/copies", data + "/other")

        let one = try run("backup", "--data", data, data + "/one.sqlite")
        #expect(one.status == 2)
        #expect(one.error.contains("first, second, third"))
        let all = try run("backup", "--data", data, "--all", copies)
        #expect(all.status == 0, "\(all.error)")
        #expect(all.out.split(separator: "\n").count == 3)
        #expect(try run("backup", "--data", data, "--all", "--organisation", "first", copies).status == 2)

        try Data("nonsense".utf8).write(to: URL(filePath: copies + "/second.sqlite"))
        let restored = try run("restore", "--data", other, copies)
        #expect(restored.status == 1)
        #expect(restored.out.contains("/first") && restored.out.contains("/third"))
        #expect(!restored.error.isEmpty)
        #expect(try run("record", "verify", "--data", other).out.split(separator: "\n").count == 2)
        #expect(try run("restore", "--data", other, data + "/organisations").status == 2)
    }

    @Test func aFurtherOrganisationIsSetUpWithACodeFromTheConsole() async throws {
        let scratch = try Scratch()
        let installation = try scratch.installation()
        _ = try await scratch.plan().performFromConsole(in: installation)
        let said = try run("set-up-code", "--data", scratch.folder.path).out
        let code = try #require(said.firstMatch(of: /code=([a-z0-9]+)/)).1
        #expect(try await installation.isSetUpToken(String(code)))
        #expect(try run("set-up-code", "--data", "/no/such/folder").status == 2)
    }
}
