import Foundation
import Governance
import Reading
import Store
import Testing

@testable import Actions
@testable import Platforms

/// An organisation with mail switched on, and a carrier that the test has in its hand.
struct MailScene {
    let scratch: Scratch
    let carrier = PretendCarrier()
    let organisation: Organisation
    let ida: Identifier<User>

    init() async throws {
        scratch = try Scratch()
        let installation = try Installation(
            data: scratch.folder, clock: scratch.clock, passwordRounds: 1 << 4, mail: carrier)
        organisation = try await scratch.plan().performFromConsole(in: installation)
        try await ChangePublicAddress("https://chaperone.school.example").perform(in: installation)
        ida = try await organisation.user(email: "ida@school.example").id
        try await ChangeMailServer(
            to: MailServer(
                host: "smtp.school.example", port: 587, security: .startTLS, user: "chaperone",
                from: "chaperone@school.example", isOn: true), password: "the mail server's password"
        ).perform(in: organisation, by: .user(ida))
    }

    /// Tells Ida that somebody stands in for her colleague: a notice with a name in it.
    func tell(_ name: String = "Sam Poe", kind: NewNotice.Kind = .deputyNamed, to user: Identifier<User>? = nil)
        async throws
    {
        let (ida, user) = (ida, user ?? ida)
        try await organisation.change(by: .console) { _ in
            Recorded(
                Event(.deputyNamed, RecordSubject(.user, ida)),
                notices: [NewNotice(to: user, kind, RecordSubject(.user, ida), says: "About \(name)")])
        }
    }

    func work() async throws -> [OutgoingMail] {
        try await OutsideWork().perform(in: organisation)
        return await carrier.taken
    }
}

@Suite struct MailTests {
    @Test func whatWaitsGoesOutOnceInOneMailAndOnlyItsPageSaysWhatItIs() async throws {
        let scene = try await MailScene()
        try await scene.tell("Jamie Thornton")
        try await scene.tell("Wilfred Okonjo")
        let mails = try await scene.work()
        #expect(mails.count == 1)
        #expect(mails[0].to == "ida@school.example" && mails[0].from == "chaperone@school.example")
        #expect(mails[0].subject == "2 things wait for you in Chaperone")
        #expect(mails[0].text.contains("https://chaperone.school.example/harbour-view"))
        #expect(try await scene.work().count == 1)
    }

    @Test func noMailOfAnyKindNamesWhatANoticeNames() async throws {
        let scene = try await MailScene()
        let kinds = try allNoticeKinds()
        #expect(kinds.count >= 8)
        for kind in kinds {
            try await scene.tell("Jamie Thornton of form 7A", kind: NewNotice.Kind(kind))
            scene.scratch.pass(1)
            _ = try await scene.work()
        }
        let mails = await scene.carrier.taken
        #expect(mails.count == kinds.count - 2, "only those about mail itself stay here")
        for mail in mails {
            #expect(!(mail.subject + mail.text).contains("Jamie") && !(mail.subject + mail.text).contains("Thornton"))
        }
    }

    /// Every kind of notice that the program declares.
    private func allNoticeKinds() throws -> [String] {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let files = FileManager.default.enumerator(
            at: root.appending(path: "Sources/Governance"), includingPropertiesForKeys: nil)
        var kinds: [String] = []
        while let file = files?.nextObject() as? URL {
            guard file.pathExtension == "swift" else { continue }
            let text = try String(contentsOf: file, encoding: .utf8)
            for block in text.matches(of: /extension NewNotice\.Kind \{\n(.*?)\n\}/.dotMatchesNewlines()) {
                kinds += block.1.matches(of: /static let \w+ = Self\("([^"]+)"\)/).map { String($0.1) }
            }
        }
        return kinds
    }

    @Test func whatWasReadMeanwhileAndWhatNobodyWantsGoesOutNever() async throws {
        let scene = try await MailScene()
        try await scene.tell()
        try await scene.organisation.readNotices(of: scene.ida)
        #expect(try await scene.work().isEmpty)
        try await ChooseMail(MailChoice(.never)).perform(in: scene.organisation, by: scene.ida)
        try await scene.tell()
        #expect(try await scene.work().isEmpty)
        try await ChooseMail(MailChoice(.atOnce)).perform(in: scene.organisation, by: scene.ida)
        #expect(try await scene.work().isEmpty, "what was not wanted then comes late")
    }

    @Test func theDigestComesAtItsTimeAndQuietHoursHoldBackAllButSafeguarding() {
        let at = { (hour: Int, minute: Int) in
            // Saturday 21 November 2026, in London
            Date(timeIntervalSince1970: 1_795_219_200 + TimeInterval(hour * 3600 + minute * 60))
        }
        let kind = NewNotice.Kind.deputyNamed
        let safeguarding = NewNotice.Kind("incidents.reported")
        let usual = MailChoice()
        #expect(usual.goesOut(kind, sentAt: at(10, 0)) == at(10, 0))
        #expect(usual.goesOut(kind, sentAt: at(18, 59)) == at(18, 59))
        #expect(usual.goesOut(kind, sentAt: at(19, 0)) == at(31, 0))
        #expect(usual.goesOut(kind, sentAt: at(3, 0)) == at(7, 0))
        #expect(usual.goesOut(safeguarding, sentAt: at(3, 0)) == at(3, 0))
        let daily = MailChoice(.digest, digestAt: 16 * 60)
        #expect(daily.goesOut(kind, sentAt: at(10, 0)) == at(16, 0))
        #expect(daily.goesOut(kind, sentAt: at(17, 0)) == at(40, 0))
        #expect(daily.goesOut(safeguarding, sentAt: at(17, 0)) == at(17, 0))
        #expect(MailChoice(.never).goesOut(safeguarding, sentAt: at(3, 0)) == nil)
        let open = MailChoice(.atOnce, quietFrom: 0, quietUntil: 0)
        #expect(open.goesOut(kind, sentAt: at(3, 0)) == at(3, 0))
    }

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

@Suite struct ConsoleAdministratorTests {
    @Test func theConsoleMakesOneAlsoOfSomeoneWhoIsThereAndTellsTheOthers() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        let ida = try await organisation.user(email: "ida@school.example").id
        let made = try await MakeAdministratorAtConsole(
            name: "Max Ode", email: "max@school.example", why: "The provider is down"
        ).perform(in: organisation)
        #expect(try await organisation.user(ofLink: made.secret)?.email == "max@school.example")
        let max = try await organisation.user(email: "max@school.example").id
        #expect(try await organisation.database.user(max)?.grants.map(\.grant.role) == [.administrator])
        let sam = try await organisation.person("Sam Poe", .author)
        _ = try await MakeAdministratorAtConsole(name: "", email: "sam.poe@school.example", why: "Ida left")
            .perform(in: organisation)
        #expect(try await organisation.database.user(sam)?.grants.map(\.grant.role).contains(.administrator) == true)
        let news = try await organisation.database.home(
            of: ida, decidingWith: nil, writes: false, mostNews: 5, mostPosts: 0
        ).news
        #expect(news.map(\.kind) == [.administratorMade, .administratorMade])
        await #expect(throws: ActionError.self) {
            _ = try await MakeAdministratorAtConsole(name: "X", email: "x@school.example", why: " ")
                .perform(in: organisation)
        }
    }
}
