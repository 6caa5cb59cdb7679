import Foundation
import Governance
import Reading
import Store
import Testing

@testable import Actions
@testable import Platforms

@Suite struct MailTroubleTests {
    @Test func aServerThatIsAwayIsTriedAgainWithLongerPausesAndThenGivenUpWithANotice() async throws {
        let scene = try await MailScene()
        let late = try await InviteUser(name: "Lou Late", email: "later@school.example", roles: [.author])
            .perform(in: scene.organisation, by: .console).user
        try await scene.tell(to: late)
        #expect(try await scene.work().isEmpty)
        var passed: TimeInterval = 0
        for pause in SendMail.pauses {
            let queue = try await scene.organisation.database.mailQueue()
            #expect(queue.waiting == 1 && queue.latest[0].trouble?.contains("451") == true)
            scene.scratch.pass(pause - 1)
            #expect(try await !SendMail().perform(in: scene.organisation))
            scene.scratch.pass(1)
            _ = try await scene.work()
            passed += pause
        }
        #expect((24 * 3600...48 * 3600).contains(passed))
        let queue = try await scene.organisation.database.mailQueue()
        #expect(queue.waiting == 0 && queue.latest[0].state == .givenUp)
        let news = try await scene.organisation.database.home(
            of: scene.ida, decidingWith: nil, writes: false, mostNews: 5, mostPosts: 0
        ).news
        #expect(news.map(\.kind) == [.mailGivenUp])
        #expect(await scene.carrier.taken.isEmpty, "a mail about mail that does not go out")
    }

    @Test func whatTheServerRefusesForGoodIsGivenUpAtOnce() async throws {
        let scene = try await MailScene()
        let gone = try await InviteUser(name: "Rae Gone", email: "refused@school.example", roles: [.author])
            .perform(in: scene.organisation, by: .console).user
        try await scene.tell(to: gone)
        _ = try await scene.work()
        #expect(try await scene.organisation.database.mailQueue().latest.map(\.state) == [.givenUp])
    }

    /// RFC 5321: a refusal before the recipient is named is of the sender, so it is the set-up's trouble.
    @Test func aServerThatRefusesTheSenderLosesNoMailAndItIsToldOnceADay() async throws {
        let scene = try await MailScene()
        let technician = try await InviteUser(name: "Ned Cole", email: "ned@school.example", roles: [.it])
            .perform(in: scene.organisation, by: .console).user
        let bursar = try await InviteUser(name: "Bea Fox", email: "bea@school.example", roles: [.office])
            .perform(in: scene.organisation, by: .console).user
        func host(_ host: String) async throws {
            try await ChangeMailServer(
                to: MailServer(
                    host: host, port: 587, security: .startTLS, user: "chaperone",
                    from: "chaperone@school.example", isOn: true), password: "the mail server's password"
            ).perform(in: scene.organisation, by: .user(scene.ida))
        }
        try await host("refuses.school.example")
        for user in [scene.ida, bursar] { try await scene.tell(to: user) }
        for _ in 0..<40 {
            _ = try await scene.work()
            scene.scratch.pass(3600)
        }
        let queue = try await scene.organisation.database.mailQueue()
        #expect(queue.waiting == 2 && queue.latest.allSatisfy { $0.state == .waiting })
        for user in [scene.ida, technician] {
            let news = try await scene.organisation.database.home(
                of: user, decidingWith: nil, writes: false, mostNews: 9, mostPosts: 0
            ).news.filter { $0.kind == .mailHeld }
            #expect(news.count == 2, "told once a day")
        }
        try await host("smtp.school.example")
        scene.scratch.pass(86_400)
        _ = try await scene.work()
        scene.scratch.pass(86_400)
        #expect(try await scene.work().count == 2)
    }

    @Test(arguments: [
        (Int32(67), 535, "Login denied", MailTrouble.Whose.setUp), (55, 530, "MAIL failed: 530", .setUp),
        (8, 554, "Got unexpected smtp-server response: 554", .setUp), (7, 0, "", .away), (28, 0, "", .away),
        (55, 550, "RCPT failed: 550", .recipientForGood), (55, 451, "RCPT failed: 451", .recipientForNow),
        (55, 552, "DATA failed: 552", .recipientForGood), (8, 554, "Weird server reply", .recipientForGood),
    ]) func aRefusalIsOfTheRecipientOnlyOnceTheServerWasTold(
        code: Int32, answer: Int, said: String, whose: MailTrouble.Whose
    ) {
        let server = MailServer(host: "smtp.school.example", port: 587, security: .startTLS, from: "c@school.example")
        #expect(SMTPCarrier.trouble(code, answer, said, server).whose == whose)
    }

    @Test func aRunThatDiesWithAMailLeavesItToTheNextWithTheSameNumber() async throws {
        let scene = try await MailScene()
        try await scene.tell()
        try await GatherMail().perform(in: scene.organisation)
        let taken = try #require(try await SendMail().take(in: scene.organisation))
        #expect(try await !SendMail().perform(in: scene.organisation), "two runs have the same mail")
        scene.scratch.pass(SendMail.lease)
        #expect(try await SendMail().perform(in: scene.organisation))
        #expect(await scene.carrier.taken.map(\.id) == [taken.id.text])
        #expect(try await !SendMail().perform(in: scene.organisation))
    }
}
