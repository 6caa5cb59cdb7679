import Actions
import Foundation
import Governance
import Reading

extension DutySchool {
    /// The administrator who set the school up.
    func administrator() async throws -> Identifier<User> {
        try await organisation.user(email: "ida.ward@quay.example").id
    }

    /// An application that the paper takes, altered.
    func asking(_ alter: (inout AccountCase) -> Void = { _ in }) -> AccountCase {
        var asked = AccountCase(
            name: "Quay on X", network: .x, aim: "Show families what pupils make", audience: "Families",
            promotion: "The newsletter", openness: .open,
            reason: "Families who live far away cannot come to our exhibitions",
            talk: "On 3 November with the headteacher: one account for exhibitions",
            operators: [staff.author, staff.colleague], lead: staff.author)
        alter(&asked)
        return asked
    }

    func ask(
        _ asked: AccountCase, by user: Identifier<User>? = nil
    ) async throws -> AccountOutcome<Identifier<AccountApplication>> {
        try await ApplyForAccount(school: school, asked: asked)
            .perform(in: organisation, by: .user(user ?? staff.author))
    }

    /// The application, taken.
    func askedFor(
        _ asked: AccountCase, by user: Identifier<User>? = nil
    ) async throws -> Identifier<AccountApplication> {
        switch try await ask(asked, by: user) {
        case .done(let id): return id
        case .refused(let refusal):
            throw NotSeen(description: "it is refused: \((refusal.blocks + refusal.holds).map(\.says))")
        }
    }

    /// Who it is that the paper has decide.
    var decider: Identifier<User> { paper == .dsat ? staff.head : staff.slt }

    /// Everyone named says that they have read the policy.
    func read(_ users: [Identifier<User>]) async throws {
        for user in users {
            for version in try await toRead(user) {
                try await AcknowledgePolicy(version: version).perform(in: organisation, by: user)
            }
        }
    }

    /// Puts on record that they are trained, in a course that counts under any of the papers.
    func train(_ users: [Identifier<User>]) async throws {
        let name = "Flick, social media"
        let known = try await database.trainingStanding().courses.first { $0.name == name }?.id
        let course: Identifier<Course>
        if let known {
            course = known
        } else {
            course = try await AddCourse(name: name, months: 12).perform(in: organisation, by: .console)
        }
        try await RecordTraining(users, course: course, on: Day(of: now)).perform(in: organisation, by: .console)
    }

    /// The decision or the telling, as the paper has it.
    func settle(_ application: Identifier<AccountApplication>) async throws {
        if paper == .link {
            try await TellOfAccount(application, address: "@quay").perform(in: organisation, by: .user(staff.author))
            return
        }
        try await read([staff.author, staff.colleague])
        try await train([staff.author, staff.colleague])
        let outcome = try await DecideApplication(application, .approve())
            .perform(in: organisation, by: .user(decider))
        if let refusal = outcome.refusal {
            throw NotSeen(description: "it is not approved: \((refusal.blocks + refusal.holds).map(\.says))")
        }
    }

    /// Who opens it, as the paper has it.
    func opener() async throws -> Identifier<User> {
        switch paper {
        case .dsat, .link: staff.author
        default: try await administrator()
        }
    }

    func details(_ alter: (inout AccountDetails) -> Void = { _ in }) -> AccountDetails {
        var details = AccountDetails()
        (details.comments, details.tagging, details.twoFactor) = (false, false, true)
        details.privacyCheckedAt = now
        details.loginEmail = "accounts@quay.example"
        alter(&details)
        return details
    }

    func activate(
        _ application: Identifier<AccountApplication>, details: AccountDetails? = nil, by user: Identifier<User>? = nil
    ) async throws -> AccountOutcome<Identifier<PostingAccount>> {
        let opener = try await opener()
        return try await ActivateAccount(application, handle: "@quay", details: details ?? self.details())
            .perform(in: organisation, by: .user(user ?? opener))
    }

    /// An account gone the whole way.
    func opened(_ asked: AccountCase? = nil) async throws -> Identifier<PostingAccount> {
        let application = try await askedFor(asked ?? asking())
        try await settle(application)
        guard case .done(let account) = try await activate(application) else {
            throw NotSeen(description: "it is not opened")
        }
        return account
    }

    /// Throws unless it is refused with this code, and gives the section.
    func refused(_ code: String, _ outcome: AccountOutcome<some Sendable>) throws -> String {
        let refusal = try seen(outcome.refusal, "\(code) is not refused")
        let finding = try seen(
            (refusal.blocks + refusal.holds).first { $0.code == code },
            "it is refused for \((refusal.blocks + refusal.holds).map(\.code)), not for \(code)")
        return try seen(finding.clause, "\(code) cites nothing")
    }

    /// Throws unless the action does.
    func stopped(_ says: String, _ body: () async throws -> Void) async throws {
        do { try await body() } catch is ActionError { return }
        throw NotSeen(description: says)
    }
}

extension DutySchool {
    /// What somebody has not read yet.
    func news(to user: Identifier<User>) async throws -> [Notice] {
        try await database.home(of: user, decidingWith: nil, writes: false, mostNews: 100, mostPosts: 0).news
    }
}
