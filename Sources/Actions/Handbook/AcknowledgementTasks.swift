import Foundation
import Governance
import PolicyFile
import Store

extension WriteTransaction {
    /// How the tasks of reading a version and saying so change, for one user or for everyone: opened for whoever is
    /// asked and has not read it, closed for whoever has, or is asked no more. Where all is as it should be
    /// nothing changes.
    func readingTasks(_ facts: RegisterFacts, _ asking: Asking) throws -> [TaskChange] {
        var wanted: [Wanted: NewTask] = [:]
        var order: [Wanted] = []
        var reckoned: [Identifier<School>?: ReckonedDay] = [:]
        for person in facts.people {
            for asked in asking.asked(of: person.user.kind, holding: person.grants)
            where facts.acknowledgement(of: asked.version, by: person.user.id) == nil {
                let key = Wanted(user: person.user.id, version: asked.version.id)
                let school = facts.schools.count == 1 ? facts.schools[0] : asked.onlySchool
                let usual = try reckoned[school] ?? within(settings(at: school).daysToAcknowledge, at: school)
                reckoned[school] = usual
                var task = NewTask(
                    .acknowledgePolicy, RecordSubject(.policyVersion, asked.version.id), for: .user(person.user.id),
                    within: usual, rule: rule(asked))
                if let before = facts.dueBefore(asked.version, of: person.user.id) {
                    task.due = before
                    task.reckoned = nil
                }
                wanted[key] = task
                order.append(key)
            }
        }
        let open = Set(facts.open.map { Wanted(user: $0.user, version: $0.version) })
        let closing = facts.open.filter { wanted[Wanted(user: $0.user, version: $0.version)] == nil }
        return closing.map {
            .closeFor(.acknowledgePolicy, RecordSubject(.policyVersion, $0.version), .user($0.user))
        } + order.filter { !open.contains($0) }.compactMap { wanted[$0].map(TaskChange.open) }
    }

    /// Whom the versions that hold now ask.
    func asking(_ facts: RegisterFacts, _ policies: PolicyCache) throws -> Asking {
        try Asking(facts.history, schools: facts.schools, on: now) { version in
            try policies.document(digest: version.words.digest) { try policyBytes(version.id) }.policy
        }
    }

    private func rule(_ asked: Asking.Asked) -> String {
        let whose = whoseRule(asked.policy.sections(carriedBy: .acknowledge))
        return "\(asked.version.title) (\(asked.version.words.key)): everyone bound reads it and says so: \(whose)"
    }

    /// Tells the schedule when a grant begins and ends, since what its holder is to read may change then.
    func setDue(of grant: RoleGrant) throws {
        if grant.grant.from > now { try setDue(.grantBegins, grant.id.text, at: grant.grant.from) }
        if let until = grant.grant.until, until > now { try setDue(.grantEnds, grant.id.text, at: until) }
    }

    /// What a version or a grant that begins or ends changes in what people are asked to read.
    func askWhenDue(_ item: DueItem, _ policies: PolicyCache) throws -> Recorded<Void> {
        let user = item.kind == .policyBegins ? nil : try grant(Identifier(item.subject)).user
        let tasks = try handbookTasks(policies, of: user, leadersToo: true)
        guard !tasks.isEmpty else { return .unchanged }
        let opened = tasks.count { if case .open = $0 { true } else { false } }
        let subject = user.map { RecordSubject(.user, $0) } ?? RecordSubject(.policyVersion, item.subject)
        return Recorded(
            Event(
                .acknowledgementAsked, subject,
                after: ["asked": .number(opened), "askedNoMore": .number(tasks.count - opened)]), tasks: tasks)
    }
}

private struct Wanted: Hashable {
    let user: Identifier<User>
    let version: Identifier<PolicyVersion>
}

extension Asking.Asked {
    /// The school where they are bound; nil when that is everywhere, or at several.
    fileprivate var onlySchool: Identifier<School>? {
        let schools = Set(grants.map(\.school))
        return schools.count == 1 ? schools.first.flatMap(\.self) : nil
    }
}

extension RegisterFacts {
    /// A correction gives nobody more time: whoever had not read the version before has as long as they had.
    fileprivate func dueBefore(_ version: PolicyVersion, of user: Identifier<User>) -> Date? {
        let corrected = Set(history.counting(for: version).dropFirst().map(\.id))
        return open.first { $0.user == user && corrected.contains($0.version) }?.due
    }
}

extension Organisation {
    /// Whom the versions that hold at the time of these facts ask.
    package func asking(_ facts: RegisterFacts) async throws -> Asking {
        var read: [Identifier<PolicyVersion>: PolicyInForce] = [:]
        for school in [nil] + facts.schools.map(Optional.some) {
            guard let version = facts.history.inForce(at: school, on: facts.at), read[version.id] == nil else {
                continue
            }
            read[version.id] = try await policyInForce(version)
        }
        return try Asking(facts.history, schools: facts.schools, on: facts.at) { version in
            guard let policy = read[version.id]?.policy else { throw ActionError.notFound }
            return policy
        }
    }
}
