import Foundation
import Governance
import Reading
import Testing

@testable import Actions

@Suite("A list of accounts that exist") struct AccountListTests {
    private let sound = """
        Platform,Address,Name,Purpose,Lead,Colour
        Twitter,@quay,School X,News for families,Priya Nair,blue
        fb,facebook.com/quay,,"Pictures, and dates",,
        """

    private func bring(_ text: String, _ school: AccountSchool) async throws -> Int {
        try await ImportAccounts(Array(text.utf8)).perform(in: school.organisation, by: .user(school.slt))
    }

    @Test("comes onto the register as legacy ones, each with its task; the same list again changes nothing")
    func taken() async throws {
        let school = try await AccountSchool("LLT")
        let trial = try await ImportAccounts(Array(sound.utf8)).trial(
            in: school.organisation, by: .user(school.slt))
        #expect(trial.new.count == 2 && trial.known.isEmpty && trial.faults.isEmpty && trial.unread == ["Colour"])
        #expect(try await school.organisation.database.officialAccounts().isEmpty)
        #expect(try await bring(sound, school) == 2)
        let accounts = try await school.organisation.database.officialAccounts()
        let x = try #require(accounts.first { $0.account.network == .x })
        #expect(x.state == .legacy && x.lead?.user == school.lead && x.details.purpose == "News for families")
        #expect(accounts.first { $0.account.network == .facebook }?.account.name == "facebook.com/quay")
        #expect(try await school.tasks(school.admin).count { $0.kind == .orderAccount } == 2)
        #expect(try await bring(sound, school) == 0)
        #expect(try await school.organisation.database.officialAccounts().count == 2)
    }

    @Test("is refused by row and column, and nothing of it is taken")
    func faults() async throws {
        let school = try await AccountSchool("LLT")
        let list = """
            Platform,Address,Kind,Lead
            X,@fine,,
            Myspace,@old,,
            X,,department,
            X,@other,clan,Nobody Here
            x,@FINE,,
            """
        let faults = try await ImportAccounts(Array(list.utf8)).trial(
            in: school.organisation, by: .user(school.slt)
        ).faults
        #expect(
            faults.map { "\($0.line) \($0.column ?? "-")" } == [
                "3 Platform", "4 Address", "5 Kind", "5 Lead", "6 -",
            ])
        #expect(faults[0].says.contains("Myspace") && faults[3].says.contains("Invite them first"))
        await #expect(throws: ActionError.self) { try await bring(list, school) }
        #expect(try await school.organisation.database.officialAccounts().isEmpty)
    }

    @Test("that is no list says what it is")
    func noList() async throws {
        let school = try await AccountSchool("LLT")
        for (text, says) in [
            ("", "empty"), ("Name,Purpose\nA,B", "no column for the platform"), ("<!doctype html>", "web page"),
            ("PK\u{3}\u{4}rest", "Excel workbook"),
        ] {
            let faults = try await ImportAccounts(Array(text.utf8)).trial(
                in: school.organisation, by: .user(school.slt)
            ).faults
            #expect(faults.first?.says.contains(says) == true, "\(text) gives \(faults)")
        }
        await #expect(throws: ActionError.self) {
            _ = try await ImportAccounts(Array(sound.utf8)).trial(in: school.organisation, by: .user(school.lead))
        }
    }
}
