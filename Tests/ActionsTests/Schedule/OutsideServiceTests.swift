import Foundation
import Governance
import Platforms
import Schedule
import Store
import Testing

@testable import Actions

/// A server of the name `dead.…` never answers.
private actor HangingCarrier: MailCarrier {
    private(set) var taken: [String] = []

    func send(_ mail: OutgoingMail, through server: MailServer, password: String?) async throws {
        if server.host.hasPrefix("dead.") {
            try? await Task.sleep(for: .seconds(600))
            throw MailTrouble("\(server.host) took too long to answer", .away)
        }
        taken.append(mail.to)
    }
}

@Suite struct OutsideServiceTests {
    @Test(.timeLimit(.minutes(30))) func aDeadMailServerOfOneHoldsUpNoOther() async throws {
        let scratch = try Scratch()
        let carrier = HangingCarrier()
        let installation = try Installation(
            data: scratch.folder, clock: scratch.clock, passwordRounds: 1 << 4, mail: carrier)
        for slug in ["anchor", "bridge"] {
            let organisation = try await scratch.plan(slug).performFromConsole(in: installation)
            try await ChangePublicAddress("https://chaperone.school.example").perform(in: installation)
            let ida = try await organisation.user(email: "ida@school.example").id
            try await ChangeMailServer(
                to: MailServer(
                    host: slug == "anchor" ? "dead.school.example" : "smtp.school.example", port: 587,
                    security: .startTLS, from: "chaperone@school.example", isOn: true)
            ).perform(in: organisation, by: .user(ida))
            try await organisation.change(by: .console) { _ in
                Recorded(
                    Event(.deputyNamed, RecordSubject(.user, ida)),
                    notices: [NewNotice(to: ida, .deputyNamed, RecordSubject(.user, ida), says: "You stand in")])
            }
        }
        let service = Task { try await OutsideService(installation).run() }
        while await carrier.taken.isEmpty { try await Task.sleep(for: .milliseconds(50)) }
        service.cancel()
        _ = try? await service.value
        #expect(await carrier.taken == ["ida@school.example"])
        withExtendedLifetime(scratch) {}
    }
}
