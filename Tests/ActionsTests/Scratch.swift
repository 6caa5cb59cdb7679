import Actions
import Foundation
import Governance
import Platforms
import Synchronization

/// A folder of its own for one test, removed with this object, and a clock that the test moves.
final class Scratch: Sendable {
    let folder: URL
    private let time = Mutex(Date(timeIntervalSince1970: 1_795_255_200))

    init() throws {
        folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("chaperone-test-\(Randomness.system.secret())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    var clock: Clock { Clock { [weak self] in self?.time.withLock { $0 } ?? .distantPast } }

    func pass(_ seconds: TimeInterval) { time.withLock { $0 += seconds } }

    func installation(
        mostOpen: Int = 24, networks: (any NetworkConnector)? = nil, outside: (any WebClient)? = nil,
        mail: any MailCarrier = SMTPCarrier()
    ) throws -> Installation {
        try Installation(
            data: folder, clock: clock, passwordRounds: 1 << 4, mostOpen: mostOpen, outside: outside, mail: mail,
            pictures: pictureProgram, networks: networks)
    }

    /// Harbour View: two schools, one administrator whose password is `goodPassword`.
    func organisation(isDemonstration: Bool = false) async throws -> Organisation {
        try await plan(isDemonstration: isDemonstration).performFromConsole(in: installation())
    }

    /// The same, with Nell Ode beside her, who writes, and whose password is `goodPassword` too.
    func organisationWithAuthor() async throws -> Organisation {
        let organisation = try await organisation()
        let link = try await InviteUser(name: "Nell Ode", email: "nell@school.example", roles: [.author])
            .perform(in: organisation, by: .console).link
        try await SetPassword(link: link, password: goodPassword).perform(in: organisation)
        return organisation
    }

    func plan(_ slug: String = "harbour-view", isDemonstration: Bool = false) -> SetUpOrganisation {
        SetUpOrganisation(
            name: "Harbour View \(slug)", slug: slug, nation: .england,
            schools: [.init(name: "Quay School", slug: "quay"), .init(name: "Mill School", slug: "mill")],
            policy: smallPolicy,
            administrator: .init(name: "Ida Ward", email: "Ida@school.example", password: goodPassword),
            isDemonstration: isDemonstration)
    }
}

let goodPassword = "lantern ferry cobble"

let smallPolicy = [UInt8](
    """
    policy: TEST
    title: Social Media Policy
    organisation: Harbour View
    names: [Harbour View]
    nation: england
    clauses:
      - at: "1"
        says: Be kind.
        word: should
        carried-by:
          - told: { place: compose, text: Be kind. }
    remarks:

    """.utf8)

extension Organisation {
    /// Adds a user who may sign in at once.
    func person(
        _ name: String, _ roles: Role..., at school: Identifier<School>? = nil
    ) async throws -> Identifier<User> {
        let email = name.lowercased().replacing(" ", with: ".") + "@school.example"
        return try await InviteUser(name: name, email: email, roles: roles, school: school)
            .perform(in: self, by: .console).user
    }
}
