import Actions
import Foundation
import Governance
import PolicySeeds
import Reading
import Store

/// A school under one of the five policies, with a headteacher, an office, an author, and two families.
struct ConsentScene {
    let scratch: Scratch
    let organisation: Organisation
    let school: Identifier<School>
    let head: Identifier<User>
    let office: Identifier<User>
    let author: Identifier<User>
    let zofia: Identifier<Person>
    let jamie: Identifier<Person>

    init(_ policy: String = "LINK") async throws {
        scratch = try Scratch()
        var plan = scratch.plan()
        plan.policy = PolicySeeds.bytes(of: policy) ?? []
        plan.schools = [.init(name: "Quay School", slug: "quay")]
        let organisation = try await plan.performFromConsole(in: scratch.installation())
        self.organisation = organisation
        let school = try await organisation.database.schools()[0].id
        self.school = school
        func user(_ name: String, _ role: Role) async throws -> Identifier<User> {
            try await InviteUser(name: name, email: "\(role.rawValue)@quay.example", roles: [role], school: school)
                .perform(in: organisation, by: .console).user
        }
        head = try await user("Helen Osei", .headteacher)
        office = try await user("Priya Nair", .office)
        author = try await user("Tom Ashworth", .author)
        func pupil(_ ref: String, _ given: String, _ family: String, _ form: String) async throws -> Identifier<Person>
        {
            try await AddPerson(
                Person(ref: ref, kind: .pupil, given: given, family: family, form: form, school: "quay")
            ).perform(in: organisation, by: .console)
        }
        zofia = try await pupil("P1", "Zofia", "Kowalska", "8B")
        jamie = try await pupil("P2", "Jamie", "Thornton", "7A")
    }

    var now: Date { organisation.clock.now }
    var today: Day { Day(of: now) }

    /// Whatever is due by now.
    func runDue() async throws {
        while try await RunDue().perform(in: organisation) {}
    }

    func says(
        _ person: Identifier<Person>, _ giver: ConsentAnswer.Giver, _ places: Set<Consent.Channel>, until: Day? = nil,
        evenIfOlder: Bool = false
    ) async throws {
        try await RecordAnswers(
            [.init(person, by: giver, .places(places), until: until)], by: .paper, evenIfOlder: evenIfOlder
        ).perform(in: organisation, by: .user(office))
    }

    func consent(of person: Identifier<Person>) async throws -> Consent {
        try await organisation.database.rollEntry(person)?.person.consent ?? Consent(.unreadable)
    }

    func tasks(of user: Identifier<User>, _ kind: NewTask.Kind) async throws -> [OpenTask] {
        try await organisation.database.tasks(of: user).filter { $0.kind == kind }
    }
}
