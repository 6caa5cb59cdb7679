import Foundation
import Governance
import Reading
import Store
import Testing

@testable import Actions
@testable import Platforms

@Suite struct MailLinkTests {
    @Test func whoHasForgottenGetsALinkAndAStrangerTheSameAnswer() async throws {
        let scene = try await MailScene()
        let ask = { (email: String) in
            try await AskForLink(email: email, address: "203.0.113.9").perform(in: scene.organisation)
        }
        #expect(try await ask("nobody@school.example") == .asked)
        #expect(try await scene.work().isEmpty)
        #expect(try await ask("IDA@school.example ") == .asked)
        let mails = try await scene.work()
        let link = try #require(mails.first?.text.firstMatch(of: /new-password\/([0-9a-z]+)/)?.1)
        #expect(try await scene.organisation.user(ofLink: String(link))?.id == scene.ida)
        for _ in 0..<4 { _ = try await ask("ida@school.example") }
        guard case .wait = try await ask("ida@school.example") else { throw Unexpected() }
        await #expect(throws: ActionError.self) { _ = try await ask("no address") }
    }

    @Test func anAskedLinkEndsNoInvitationAndItsTriesAreNotThoseOfSigningIn() async throws {
        let scene = try await MailScene()
        let sam = try await InviteUser(name: "Sam Poe", email: "sam@school.example", roles: [.author])
            .perform(in: scene.organisation, by: .console)
        for number in 0..<Throttle.triesPerAddress {
            _ = try await AskForLink(email: "nobody\(number)@school.example", address: "203.0.113.9")
                .perform(in: scene.organisation)
        }
        _ = try await AskForLink(email: "sam@school.example", address: "203.0.113.8").perform(in: scene.organisation)
        #expect(try await scene.organisation.user(ofLink: sam.link)?.id == sam.user)
        let asked = try await scene.work()
        let link = try #require(asked.first?.text.firstMatch(of: /new-password\/([0-9a-z]+)/)?.1)
        try await SetPassword(link: String(link), password: goodPassword).perform(in: scene.organisation)
        #expect(
            try await scene.organisation.user(ofLink: sam.link) == nil, "a link that is left after another was used")
        guard
            case .signedIn = try await SignIn(
                email: "sam@school.example", password: goodPassword, address: "203.0.113.9", device: ""
            ).perform(in: scene.organisation)
        else { throw Unexpected() }
    }

    @Test func whatWaitsForSomeoneWhoIsShutOutGoesToNobody() async throws {
        let scene = try await MailScene()
        let sam = try await scene.organisation.person("Sam Poe", .author)
        _ = try await AskForLink(email: "sam.poe@school.example", address: "").perform(in: scene.organisation)
        try await EndUser(user: sam, why: "Left").perform(in: scene.organisation, by: .user(scene.ida))
        #expect(try await scene.work().isEmpty)
    }

    @Test func noMailOfThenGoesOutAgainAfterARestore() async throws {
        let scene = try await MailScene()
        _ = try await AskForLink(email: "ida@school.example", address: "").perform(in: scene.organisation)
        try await scene.tell()
        let file = scene.scratch.folder.appending(path: "backup.sqlite")
        _ = try await BackUp(to: file).perform(in: scene.organisation, by: .console)
        let elsewhere = try Scratch()
        let carrier = PretendCarrier()
        let installation = try Installation(
            data: elsewhere.folder, clock: elsewhere.clock, passwordRounds: 1 << 4, mail: carrier)
        let back = try await installation.organisation(Restore(from: file).perform(in: installation).slug)
        #expect(try await back.database.mailQueue().waiting == 0)
        try await OutsideWork().perform(in: back)
        #expect(await carrier.taken.isEmpty)
    }

    @Test func anInvitationGoesByMailWhereMailIsOn() async throws {
        let scene = try await MailScene()
        let sam = try await InviteUser(name: "Sam Poe", email: "sam@school.example", roles: [.author], why: "Writes")
            .perform(in: scene.organisation, by: .user(scene.ida))
        #expect(
            try await MailInvitation(user: sam.user, link: sam.link, until: sam.until)
                .perform(in: scene.organisation, by: .user(scene.ida)))
        let mails = try await scene.work()
        #expect(mails.first?.to == "sam@school.example" && mails.first?.text.contains(sam.link) == true)
        let without = try await Scratch().organisation()
        let una = try await InviteUser(name: "Una Ray", email: "una@school.example", roles: [])
            .perform(in: without, by: .console)
        #expect(
            try await !MailInvitation(user: una.user, link: una.link, until: una.until).perform(
                in: without, by: .console))
    }
}
