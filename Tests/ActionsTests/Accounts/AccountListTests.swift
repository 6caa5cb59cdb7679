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

    @Test("says of each what lists say of accounts, and what nobody can read is a fault at its place")
    func details() async throws {
        let school = try await AccountSchool("LLT")
        let list = """
            Platform,Address,Audience,Open or closed,Comments,Tagging,2FA,Registered with,Recovery e-mail,Last password change
            X,@quay,Families,public,Off,no,Yes,office@quay.example,head@quay.example,3/9/2026
            Facebook,quay,,,Not known,,,,,
            """
        #expect(try await bring(list, school) == 2)
        let accounts = try await school.organisation.database.officialAccounts()
        let details = try #require(accounts.first { $0.account.network == .x }).details
        #expect(details.audience == "Families" && details.openness == .open)
        #expect(details.comments == false && details.tagging == false && details.twoFactor == true)
        #expect(details.loginEmail == "office@quay.example" && details.recoveryEmail == "head@quay.example")
        #expect(details.passwordChangedAt.map { "\(Day(of: $0))" } == "2026-09-03")
        #expect(accounts.first { $0.account.network == .facebook }?.details == AccountDetails())
        let bad = "Platform,Address,Comments,Password changed\nX,@other,perhaps,31/2/2026"
        let faults = try await ImportAccounts(Array(bad.utf8)).trial(
            in: school.organisation, by: .user(school.slt)
        ).faults
        #expect(faults.map(\.column) == ["Comments", "Password changed"])
    }

    @Test("names those who run it beside the lead, by e-mail address or name, each once")
    func others() async throws {
        let school = try await AccountSchool("LLT")
        let list = """
            Platform,Address,Lead,Others
            X,@quay,priya.nair@school.example,"tom.ashworth@school.example; Priya Nair; Tom Ashworth"
            Facebook,quay,Priya Nair,
            """
        #expect(try await bring(list, school) == 2)
        let accounts = try await school.organisation.database.officialAccounts()
        let x = try #require(accounts.first { $0.account.network == .x })
        #expect(x.operators.map(\.user) == [school.lead, school.second] && x.lead?.user == school.lead)
        #expect(accounts.first { $0.account.network == .facebook }?.operators.map(\.user) == [school.lead])
        let bad = "Platform,Address,Lead,Others\nX,@a,Priya Nair,Nobody Here\nX,@b,,Tom Ashworth\n"
        let faults = try await ImportAccounts(Array(bad.utf8)).trial(
            in: school.organisation, by: .user(school.slt)
        ).faults
        #expect(faults.map { "\($0.line) \($0.column ?? "-")" } == ["2 Others", "3 Others"])
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

    @Test("knows an account again however its handle is written, in the list and on the register")
    func oneForm() async throws {
        let school = try await AccountSchool("LLT")
        try await AddAccount(school: school.school, name: "X", network: .x, handle: "https://x.com/Quay/")
            .perform(in: school.organisation, by: .user(school.slt))
        let trial = try await ImportAccounts(Array("Platform,Address\nX,@quay\nfb,Quay\nfb,facebook.com/quay\n".utf8))
            .trial(in: school.organisation, by: .user(school.slt))
        #expect(trial.known.map(\.line) == [2] && trial.faults.map(\.line) == [4])
        await #expect(throws: ActionError.self) {
            try await AddAccount(school: school.school, name: "X again", network: .x, handle: "quay")
                .perform(in: school.organisation, by: .user(school.slt))
        }
    }

    @Test("refuses two headings of one meaning by their names")
    func twoHeadings() async throws {
        let school = try await AccountSchool("LLT")
        let faults = try await ImportAccounts(Array("Platform,Handle,Name,URL\nX,@quay,Quay,x.com/quay\n".utf8))
            .trial(in: school.organisation, by: .user(school.slt)).faults
        #expect(faults.count == 1 && faults[0].says.contains("“Handle” and “URL”"))
    }

    @Test("brings in what was shown, and says so when the register has changed since")
    func shown() async throws {
        let school = try await AccountSchool("LLT")
        let bytes = Array(sound.utf8)
        let by = Actor.user(school.slt)
        let mark = try await ImportAccounts(bytes).trial(in: school.organisation, by: by).mark
        try await AddAccount(school: school.school, name: "X", network: .x, handle: "@quay")
            .perform(in: school.organisation, by: by)
        await #expect {
            try await ImportAccounts(bytes, shown: mark).perform(in: school.organisation, by: by)
        } throws: {
            guard case .conflict(let says)? = $0 as? ActionError else { return false }
            return says.contains("has changed since this was shown")
        }
        let again = try await ImportAccounts(bytes).trial(in: school.organisation, by: by).mark
        #expect(try await ImportAccounts(bytes, shown: again).perform(in: school.organisation, by: by) == 1)
    }

    @Test("puts lead and purpose on record, and taking the register away as a file too")
    func onRecord() async throws {
        let school = try await AccountSchool("LLT")
        _ = try await bring(sound, school)
        let account = try #require(
            try await school.organisation.database.officialAccounts().first { $0.account.network == .x })
        let added = try #require(
            try await school.organisation.database.timeline(of: RecordSubject(.account, account.id)).first {
                $0.kind == .accountAdded
            })
        #expect(added.content?.after?["lead"]?.text == school.lead.text)
        #expect(added.content?.after?["purpose"]?.text == "News for families")
        try await SaveAccountRegister(count: 2).perform(in: school.organisation, by: .user(school.slt))
        #expect(try await school.organisation.database.events().contains { $0.kind == .registerSaved })
    }

    @Test("costs no more a row with many users and accounts there")
    func size() async throws {
        let school = try await AccountSchool("LLT")
        let facts = AccountListFacts(
            schools: [try await school.organisation.school(slug: "quay")],
            users: (0..<5_000).map {
                User(id: Identifier("u\($0)"), name: "Person \($0)", email: "p\($0)@quay.example")
            },
            known: [])
        let rows = (0..<AccountList.most).map { "X,@quay\($0),p\($0)@quay.example" }
        let bytes = Array(("Platform,Address,Lead\n" + rows.joined(separator: "\n") + "\n").utf8)
        let clock = ContinuousClock()
        var list = AccountList([], schools: [], users: [])
        let one = clock.measure {
            list = AccountList(bytes, schools: facts.schools, users: Array(facts.users.prefix(500)))
        }
        #expect(list.accounts.count == AccountList.most && list.faults.isEmpty)
        let ten = clock.measure { list = AccountList(bytes, schools: facts.schools, users: facts.users) }
        #expect(list.accounts.count == AccountList.most && ten < one * 20)
    }
}
