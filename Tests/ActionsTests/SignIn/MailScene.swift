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
