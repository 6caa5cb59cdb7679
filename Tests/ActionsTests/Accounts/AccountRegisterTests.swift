import Foundation
import Governance
import Reading
import Store
import Testing

@testable import Actions

@Suite("The register of accounts") struct AccountRegisterTests {
    @Test("takes an account that exists as a legacy one, with the task to bring it into order, and posts go on")
    func legacy() async throws {
        let school = try await AccountSchool("LLT")
        let id = try await AddAccount(school: school.school, name: "Old X", network: .x, handle: "@old")
            .perform(in: school.organisation, by: .user(school.slt))
        let account = try #require(try await school.organisation.database.officialAccount(id))
        #expect(account.state == .legacy && account.account.state == .open)
        #expect(try await school.tasks(school.admin).contains { $0.kind == .orderAccount && $0.subject.id == id.text })
        let asked = school.asked { $0.existing = id }
        let application = try await school.taken(asked)
        await #expect(throws: ActionError.self) { try await school.taken(asked) }
        try await school.approve(application)
        let opened = try await school.open(application)
        #expect(opened == id)
        let after = try #require(try await school.organisation.database.officialAccount(id))
        #expect(after.state == .active && after.operators.map(\.user) == [school.lead, school.second])
        #expect(after.details.purpose == "Show what pupils make" && after.details.nextReview != nil)
        #expect(try await school.tasks(school.admin).allSatisfy { $0.kind != .orderAccount })
    }

    @Test("lets nothing be active in the database itself without a decision on record")
    func schema() async throws {
        let school = try await AccountSchool("LLT")
        let id = try await AddAccount(school: school.school, name: "Old X", network: .x, handle: "@old")
            .perform(in: school.organisation, by: .user(school.slt))
        await #expect(throws: (any Error).self) {
            try await school.organisation.database.change(by: .console) { tx in
                try tx.activate(id)
                return Recorded(Event(.accountActivated, RecordSubject(.account, id)))
            }
        }
        #expect(try await school.organisation.database.officialAccount(id)?.state == .legacy)
    }

    @Test("stops comments on a one-way account unless a senior leader says why")
    func oneWay() async throws {
        let school = try await AccountSchool("LLT")
        let application = try await school.taken(school.asked())
        try await school.approve(application)
        let details = school.details { $0.comments = true }
        let refused = try await ActivateAccount(application, handle: "@quay", details: details, why: "Followers ask")
            .perform(in: school.organisation, by: .user(school.admin))
        #expect(refused.refusal?.holds.map(\.clause) == ["3.10"])
        let account = try await school.open(application)
        let off = try #require(try await school.organisation.database.officialAccount(account)).details
        var on = off
        on.comments = true
        let kept = try await ChangeAccountDetails(account, to: on, why: "A trial until Easter")
            .perform(in: school.organisation, by: .user(school.slt))
        #expect(kept.refusal == nil)
        let later = try await ChangeAccountDetails(account, to: off, why: "")
            .perform(in: school.organisation, by: .user(school.lead))
        #expect(later.refusal == nil)
        let again = try await ChangeAccountDetails(account, to: on)
            .perform(in: school.organisation, by: .user(school.lead))
        #expect(again.refusal?.holds.count == 1)
    }

    @Test("brings nothing back that was closed since it was asked for")
    func closedSince() async throws {
        let school = try await AccountSchool("LLT")
        let id = try await AddAccount(school: school.school, name: "Old X", network: .x, handle: "@old")
            .perform(in: school.organisation, by: .user(school.slt))
        let application = try await school.taken(school.asked { $0.existing = id })
        try await school.approve(application)
        try await CloseAccount(
            id, reason: "Unused", archive: "Nothing", followers: "Sent to the website", proof: "Page not found"
        ).perform(in: school.organisation, by: .user(school.slt))
        await #expect(throws: ActionError.self) { try await school.open(application) }
        #expect(try await school.organisation.database.officialAccount(id)?.state == .closed)
    }

    @Test("shows and rejects an application whose operator has left, and approves none")
    func leaver() async throws {
        let school = try await AccountSchool("LLT")
        let application = try await school.taken(school.asked())
        try await EndUser(user: school.second, why: "Left").perform(in: school.organisation, by: .console)
        _ = try await CheckApplication(application).perform(in: school.organisation)
        await #expect(throws: ActionError.self) {
            try await DecideApplication(application, .approve())
                .perform(in: school.organisation, by: .user(school.slt))
        }
        try await DecideApplication(application, .reject(reason: "Name somebody who is here"))
            .perform(in: school.organisation, by: .user(school.slt))
        await #expect(throws: ActionError.self) { try await school.taken(school.asked()) }
    }

    @Test("closes with why, what was kept, what becomes of followers, and the proof; its tasks close with it")
    func closing() async throws {
        let school = try await AccountSchool("LLT")
        let application = try await school.taken(school.asked())
        try await school.approve(application)
        let account = try await school.open(application)
        await #expect(throws: ActionError.self) {
            try await CloseAccount(account, reason: "Unused", archive: "", followers: "", proof: "")
                .perform(in: school.organisation, by: .user(school.slt))
        }
        try await CloseAccount(
            account, reason: "Unused", archive: "Nothing", followers: "Sent to the website", proof: "Page not found"
        ).perform(in: school.organisation, by: .user(school.slt))
        #expect(try await school.organisation.database.officialAccount(account)?.state == .closed)
        #expect(try await school.tasks(school.lead).allSatisfy { $0.subject.id != account.text })
    }

    @Test("asks a level up where only whoever asked holds the deciding role")
    func levelUp() async throws {
        let school = try await AccountSchool("DSAT")
        let application = try await school.taken(
            school.asked { $0.talk = "With the trust" }, by: school.head)
        let tasks = try await school.tasks(school.cluster)
        #expect(tasks.contains { $0.kind == .decideAccount && $0.subject.id == application.text })
        try await DecideApplication(application, .approve()).perform(
            in: school.organisation, by: .user(school.cluster))
    }
}

/// A school under one of the five policies, with those who ask, decide and open.
struct AccountSchool: Sendable {
    let scratch: Scratch
    let organisation: Organisation
    let school: Identifier<School>
    let lead: Identifier<User>
    let second: Identifier<User>
    let slt: Identifier<User>
    let head: Identifier<User>
    let admin: Identifier<User>
    let cluster: Identifier<User>
    let it: Identifier<User>

    init(_ policy: String) async throws {
        scratch = try Scratch()
        var plan = scratch.plan()
        plan.policy = try #require(builtInPolicy(policy))
        organisation = try await plan.performFromConsole(in: scratch.installation())
        school = try await organisation.school(slug: "quay").id
        lead = try await organisation.person("Priya Nair", .author, at: school)
        second = try await organisation.person("Tom Ashworth", .author, at: school)
        slt = try await organisation.person("Sanjay Mehta", .slt, at: school)
        head = try await organisation.person("Helen Osei", .headteacher, at: school)
        cluster = try await organisation.person("Uma Bell", .clusterLead)
        it = try await organisation.person("Dean Lowe", .it, at: school)
        admin = try await organisation.user(email: "ida@school.example").id
    }

    func asked(_ alter: (inout AccountCase) -> Void = { _ in }) -> AccountCase {
        var asked = AccountCase(
            name: "Quay on X", network: .x, aim: "Show what pupils make", audience: "Families",
            promotion: "The newsletter", openness: .open, reason: "Families far away cannot come to exhibitions",
            operators: [lead, second], lead: lead)
        alter(&asked)
        return asked
    }

    func taken(_ asked: AccountCase, by user: Identifier<User>? = nil) async throws -> Identifier<AccountApplication> {
        guard
            case .done(let id) = try await ApplyForAccount(school: school, asked: asked)
                .perform(in: organisation, by: .user(user ?? lead))
        else { throw ActionError.conflict("it is refused") }
        return id
    }

    func approve(_ application: Identifier<AccountApplication>) async throws {
        try await read([lead, second])
        try await train([lead, second])
        let outcome = try await DecideApplication(application, .approve()).perform(in: organisation, by: .user(slt))
        #expect(outcome.refusal == nil)
    }

    /// Puts on record that they are trained, under any of the papers.
    func train(_ users: [Identifier<User>]) async throws {
        let name = "Flick, social media"
        let known = try await organisation.database.trainingStanding().courses.first { $0.name == name }?.id
        let course: Identifier<Course>
        if let known {
            course = known
        } else {
            course = try await AddCourse(name: name, months: 12).perform(in: organisation, by: .console)
        }
        try await RecordTraining(users, course: course, on: Day(of: scratch.clock.now))
            .perform(in: organisation, by: .console)
    }

    /// An account gone the whole way, without its log-in details.
    func opened() async throws -> Identifier<PostingAccount> {
        let application = try await taken(asked())
        try await approve(application)
        return try await open(application)
    }

    func read(_ users: [Identifier<User>]) async throws {
        for user in users {
            for task in try await tasks(user) where task.kind == .acknowledgePolicy {
                try await AcknowledgePolicy(version: Identifier(task.subject.id)).perform(in: organisation, by: user)
            }
        }
    }

    func details(_ alter: (inout AccountDetails) -> Void = { _ in }) -> AccountDetails {
        var details = AccountDetails()
        (details.comments, details.tagging, details.privacyCheckedAt) = (false, false, organisation.clock.now)
        alter(&details)
        return details
    }

    func open(_ application: Identifier<AccountApplication>) async throws -> Identifier<PostingAccount> {
        guard
            case .done(let account) = try await ActivateAccount(application, handle: "@quay", details: details())
                .perform(in: organisation, by: .user(admin))
        else { throw ActionError.conflict("it is refused") }
        return account
    }

    func tasks(_ user: Identifier<User>) async throws -> [OpenTask] {
        try await organisation.database.tasks(of: user)
    }
}
