import Foundation
import Governance
import Reading
import Store
import Testing

@testable import Actions

@Suite("The vault") struct VaultTests {
    private let secret = "lantern ferry cobble mast"

    private func vaulted(_ policy: String = "LLT") async throws -> AccountSchool {
        try await AccountSchool(policy)
    }

    private func opened(_ school: AccountSchool) async throws -> Identifier<PostingAccount> {
        let account = try await school.opened()
        try await LodgeLogin(account, LoginDetails(userName: "@quay", password: secret, note: "Codes: 1234 5678"))
            .perform(in: school.organisation, by: .user(school.admin))
        return account
    }

    @Test("gives nothing away in the bytes of the database, its log and its backup")
    func bytes() async throws {
        let school = try await vaulted()
        let account = try await opened(school)
        _ = try await ShowLogin(account, reason: "A new telephone")
            .perform(in: school.organisation, by: .user(school.admin))
        let backup = school.scratch.folder.appending(path: "backup.sqlite")
        _ = try await BackUp(to: backup).perform(in: school.organisation, by: .console)
        let files = FileManager.default.enumerator(at: school.scratch.folder, includingPropertiesForKeys: nil)
        var read = 0
        while let file = files?.nextObject() as? URL {
            guard let bytes = try? Data(contentsOf: file), !bytes.isEmpty else { continue }
            read += 1
            for part in [secret, "lantern ferry", "Codes: 1234"] {
                #expect(bytes.range(of: Data(part.utf8)) == nil, "\(file.lastPathComponent) holds “\(part)”")
            }
        }
        #expect(read >= 3)
    }

    @Test("shows them for a reason to those who keep them; the lead is told; others are refused, on record")
    func looks() async throws {
        let school = try await vaulted()
        let account = try await opened(school)
        await #expect(throws: ActionError.self) {
            _ = try await ShowLogin(account, reason: " ").perform(in: school.organisation, by: .user(school.admin))
        }
        let shown = try await ShowLogin(account, reason: "A new telephone")
            .perform(in: school.organisation, by: .user(school.admin))
        #expect(
            shown == .shown(LoginDetails(userName: "@quay", password: secret, note: "Codes: 1234 5678")))
        let news = try await school.organisation.database.home(
            of: school.lead, decidingWith: nil, writes: false, mostNews: 20, mostPosts: 0
        ).news
        #expect(
            news.contains { $0.says.contains("looked at the log-in details") && $0.says.contains("A new telephone") })
        for other in [school.head, school.lead, school.it] {
            let outcome = try await ShowLogin(account, reason: "I would like to")
                .perform(in: school.organisation, by: .user(other))
            guard case .refused = outcome else {
                Issue.record("\(other) sees it")
                continue
            }
        }
        let kinds = try await school.organisation.database.timeline(of: RecordSubject(.account, account)).map(\.kind)
        #expect(kinds.filter { $0 == .loginRefused }.count == 3 && kinds.contains(.loginShown))
    }

    @Test("takes two people where the organisation says so")
    func two() async throws {
        let school = try await vaulted()
        let account = try await opened(school)
        var settings = Settings()
        settings.twoPeopleForLogins = true
        try await ChangeSettings(to: settings).perform(in: school.organisation, by: .user(school.admin))
        func look() async throws -> ShowLogin.Shown {
            try await ShowLogin(account, reason: "A new telephone")
                .perform(in: school.organisation, by: .user(school.admin))
        }
        #expect(try await look() == .waits)
        #expect(try await look() == .waits)
        let wish = try #require(try await school.organisation.database.openLooks(at: account).first)
        await #expect(throws: ActionError.self) {
            try await AllowLook(wish.id, at: account).perform(in: school.organisation, by: .user(school.admin))
        }
        let made = try await InviteUser(
            name: "Second Self", email: "second@school.example", roles: [.slt], school: school.school, why: "To help"
        ).perform(in: school.organisation, by: .user(school.admin)).user
        await #expect(throws: ActionError.self, "whom the asker has just let in is no second person") {
            try await AllowLook(wish.id, at: account).perform(in: school.organisation, by: .user(made))
        }
        try await AllowLook(wish.id, at: account).perform(in: school.organisation, by: .user(school.slt))
        guard case .shown = try await look() else {
            Issue.record("it is not shown after it was allowed")
            return
        }
        #expect(try await look() == .waits)
    }

    @Test("refuses a weak password and the old one; a password grows old")
    func passwords() async throws {
        let school = try await vaulted()
        let account = try await opened(school)
        for password in ["short", "password1234", secret] {
            await #expect(throws: ActionError.self) {
                try await LodgeLogin(account, LoginDetails(userName: "@quay", password: password))
                    .perform(in: school.organisation, by: .user(school.admin))
            }
        }
        school.scratch.pass(181 * 86_400)
        while try await RunDue().perform(in: school.organisation) {}
        #expect(try await school.tasks(school.admin).contains { $0.kind == .changeLogin })
        try await LodgeLogin(account, LoginDetails(userName: "@quay", password: "another kettle entirely here"))
            .perform(in: school.organisation, by: .user(school.admin))
        #expect(try await school.tasks(school.admin).allSatisfy { $0.kind != .changeLogin })
    }

    @Test("shows them to the lead too where the policy names nobody to keep them")
    func silentPolicy() async throws {
        let school = try await vaulted("DSAT")
        let application = try await school.taken(school.asked { $0.talk = "On 3 November" })
        try await DecideApplication(application, .approve()).perform(
            in: school.organisation, by: .user(school.head))
        guard
            case .done(let account) = try await ActivateAccount(
                application, handle: "@quay", details: school.details()
            ).perform(in: school.organisation, by: .user(school.lead))
        else { return #expect(Bool(false), "it is not opened") }
        try await LodgeLogin(account, LoginDetails(userName: "@quay", password: secret))
            .perform(in: school.organisation, by: .user(school.lead))
        for (user, isShown) in [(school.lead, true), (school.it, true), (school.second, false), (school.head, false)] {
            let outcome = try await ShowLogin(account, reason: "A new telephone")
                .perform(in: school.organisation, by: .user(user))
            if case .shown = outcome { #expect(isShown) } else { #expect(!isShown) }
        }
    }

    @Test("a wish that nobody allows lapses after a day, and its task with it")
    func lapses() async throws {
        let school = try await vaulted()
        let account = try await opened(school)
        var settings = Settings()
        settings.twoPeopleForLogins = true
        try await ChangeSettings(to: settings).perform(in: school.organisation, by: .user(school.admin))
        _ = try await ShowLogin(account, reason: "A new telephone").perform(
            in: school.organisation, by: .user(school.admin))
        #expect(try await school.tasks(school.slt).contains { $0.kind == .allowLook })
        school.scratch.pass(LoginLook.lasts + 1)
        while try await RunDue().perform(in: school.organisation) {}
        #expect(try await school.tasks(school.slt).allSatisfy { $0.kind != .allowLook })
        let kinds = try await school.organisation.database.timeline(of: RecordSubject(.account, account)).map(\.kind)
        #expect(kinds.contains(.loginLookLapsed))
    }

    @Test("seals everything anew with a fresh key, after which the old one opens nothing that is there")
    func resealing() async throws {
        let school = try await vaulted()
        let account = try await opened(school)
        let secrets = school.organisation.installation.secrets
        let old = try String(contentsOf: secrets.place.file, encoding: .utf8)
        try secrets.putFreshKeyFirst()
        let mode = try FileManager.default.attributesOfItem(atPath: secrets.place.file.path)[.posixPermissions]
        #expect((mode as? NSNumber)?.intValue == 0o600)
        let outcome = try await ResealSecrets().perform(in: school.organisation)
        #expect(outcome.resealed >= 1 && outcome.lost.isEmpty)
        #expect(try await ResealSecrets().perform(in: school.organisation).resealed == 0)
        let keys = try String(contentsOf: secrets.place.file, encoding: .utf8)
        #expect(keys.hasSuffix(old) && keys.count == 2 * old.count)
        try String(keys.dropLast(old.count)).write(to: secrets.place.file, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: secrets.place.file.path)
        #expect(
            try await ShowLogin(account, reason: "After the change").perform(
                in: school.organisation, by: .user(school.admin))
                == .shown(LoginDetails(userName: "@quay", password: secret, note: "Codes: 1234 5678")))
    }

    @Test("says plainly what is lost when the key is, and takes new details all the same")
    func lostKey() async throws {
        let school = try await vaulted()
        let account = try await opened(school)
        let file = school.organisation.installation.secrets.place.file
        try FileManager.default.removeItem(at: file)
        try SecretsKey.make(file)
        await #expect {
            _ = try await ShowLogin(account, reason: "A new telephone").perform(
                in: school.organisation, by: .user(school.admin))
        } throws: { error in
            guard case ActionError.conflict(let says)? = error as? ActionError else { return false }
            return says.contains("is not here any more") && says.contains("set a new one") && !says.contains("/")
        }
        let outcome = try await ResealSecrets().perform(in: school.organisation)
        #expect(outcome.lost == [ResealSecrets.Lost(column: .login, whose: "Quay on X")])
        try await LodgeLogin(account, LoginDetails(userName: "@quay", password: "another kettle entirely here"))
            .perform(in: school.organisation, by: .user(school.admin))
        #expect(try await ResealSecrets().perform(in: school.organisation).lost.isEmpty)
    }
}
