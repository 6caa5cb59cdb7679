import Foundation
import Governance
import Reading
import Store
import Testing

@testable import Actions
@testable import Platforms

@Suite struct MailSecretsTests {
    @Test func neitherPasswordNorLinkIsInAnyFileOfTheDatabaseAndATextGoesWhenItIsSent() async throws {
        let scene = try await MailScene()
        _ = try await AskForLink(email: "ida@school.example", address: "").perform(in: scene.organisation)
        func contains(_ text: String) throws -> Bool {
            try ["record.sqlite", "record.sqlite-wal"].contains { name in
                try Data(contentsOf: scene.organisation.database.folder.appending(path: name))
                    .range(of: Data(text.utf8)) != nil
            }
        }
        #expect(try !contains("the mail server's password") && !contains("new-password/"))
        let mails = try await scene.work()
        let link = try #require(mails.first?.text.firstMatch(of: /new-password\/([0-9a-z]+)/)?.1)
        #expect(try !contains(String(link)))
    }

    @Test func thePasswordGoesToNoOtherServerThanTheOneItWasEnteredFor() async throws {
        let scene = try await MailScene()
        let other = MailServer(
            host: "smtp.evil.example", port: 587, security: .startTLS, user: "chaperone", from: "c@school.example",
            isOn: true)
        await #expect(throws: ActionError.self) {
            try await ChangeMailServer(to: other).perform(in: scene.organisation, by: .user(scene.ida))
        }
        for wrong in [
            MailServer(host: "smtp.school.example", port: 25, security: .none, from: "c@school.example"),
            MailServer(host: "a b", port: 0, security: .tls, from: "nobody"),
        ] { #expect(!wrong.checked().1.isEmpty) }
        #expect(MailServer(host: "localhost", port: 25, security: .none, from: "c@school.example").checked().1.isEmpty)
    }
}
