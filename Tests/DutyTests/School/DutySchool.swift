import Actions
import Foundation
import Governance
import Platforms
import PolicySeeds
import Reading
import Store
import Website

/// One school that lives by one of the five papers, on a real database, with people, a small roll and accounts.
final class DutySchool: Sendable {
    let paper: Paper
    let policy: Policy
    let installation: Installation
    let organisation: Organisation
    let school: Identifier<School>
    let staff: Staff
    let families: Identifier<PostingAccount>
    let children: Identifier<PostingAccount>
    let site: Site
    private let folder: URL
    private let clock: MovedClock

    /// A school of one's own: for exercises that move the clock or change the policy.
    /// - Parameters:
    ///   - networks: pretended ones, to which its accounts can be joined.
    ///   - outside: what follows the links of its posts.
    init(
        _ paper: Paper, networks: (any NetworkConnector)? = nil, outside: (any WebClient)? = nil
    ) async throws {
        self.paper = paper
        policy = try DutyTests.policy(of: paper)
        folder = FileManager.default.temporaryDirectory.appending(path: "duties-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let clock = MovedClock()
        self.clock = clock
        installation = try Installation(
            data: folder, clock: Clock { clock.now }, passwordRounds: 1 << 4, outside: outside,
            pictures: pictureProgram,
            networks: networks)
        organisation = try await SetUpOrganisation(
            name: "Quay School", slug: "quay", nation: .england,
            schools: [.init(name: "Quay School", slug: "quay")],
            policy: try seen(PolicySeeds.bytes(of: paper.rawValue), "no policy \(paper.rawValue)"),
            administrator: .init(name: "Ida Ward", email: "ida.ward@quay.example", password: nil),
            isDemonstration: true
        ).performFromConsole(in: installation)
        school = try await organisation.school(slug: "quay").id
        staff = try await Staff(paper, at: school, of: organisation)
        if policy.asksForAuthorityToSpeak {
            for user in [staff.author, staff.colleague, staff.moderator, staff.slt, staff.head] {
                try await GiveAuthority(
                    to: user, at: school, until: Day(of: clock.now).adding(days: 700), why: "News of the school"
                ).perform(in: organisation, by: .console)
            }
        }
        // a network that the paper names, and no second one of its set
        var sixthForm = AccountDetails()
        sixthForm.forSixthForm = true
        families = try await AddAccount(
            school: school, name: "Quay School", network: paper == .llt ? .instagram : .facebook,
            handle: "quay.example", details: paper == .llt ? sixthForm : AccountDetails()
        ).perform(in: organisation, by: .user(staff.slt))
        children = try await AddAccount(
            school: school, name: "Quay Juniors", network: .website, handle: "juniors.quay.example", readers: .children
        ).perform(in: organisation, by: .user(staff.slt))
        site = try Site(
            reception: InstallationReception(installation), trust: Site.Trust(secure: false),
            installation: installation, now: { clock.now })
        try await fillRoll()
        try await choose()
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    var now: Date { clock.now }

    /// Where a post stands on the families' account.
    func address(_ post: String) -> String {
        paper == .llt ? "https://www.instagram.com/p/\(post)" : "https://facebook.com/quay.example/posts/\(post)"
    }

    var database: OrganisationDatabase { organisation.database }

    func pass(_ seconds: TimeInterval) { clock.pass(seconds) }

    /// Everything that is due by now.
    func runDue() async throws {
        while try await RunDue().perform(in: organisation) {}
    }

    private func fillRoll() async throws {
        for person in [
            Person(ref: "P1", kind: .pupil, given: "Jamie", family: "Thornton", form: "8B", school: "quay"),
            Person(ref: "P2", kind: .pupil, given: "Marina", family: "Drake", form: "7A", school: "quay"),
            Person(ref: "S1", kind: .staff, given: "Anna", family: "Whitcombe", title: "Mrs", school: "quay"),
        ] {
            try await AddPerson(person).perform(in: organisation, by: .console)
        }
    }

    private func choose() async throws {
        var settings = Settings()
        settings.phones = ["0191 498 0123"]
        settings.emails = ["office@quay.example"]
        settings.postcodes = ["SR1 9ZZ"]
        settings.suppliers = ["Brightmeal Catering"]
        settings.confidentialWords = ["project heron"]
        settings.guidance = "Say what the children did before what the grown-ups did."
        try await ChangeSettings(at: school, to: settings).perform(in: organisation, by: .user(staff.head))
    }
}

extension DutySchool {
    private static let shared = SharedSchools()

    /// The school of a paper that exercises share, as long as they change nothing that others see.
    static func under(_ paper: Paper) async throws -> DutySchool { try await shared.school(paper) }
}

private actor SharedSchools {
    private var making: [Paper: Task<DutySchool, any Error>] = [:]

    func school(_ paper: Paper) async throws -> DutySchool {
        let task = making[paper] ?? Task { try await DutySchool(paper) }
        making[paper] = task
        return try await task.value
    }
}
