import Foundation
import Governance
import PolicyFile
import Store

extension WriteTransaction {
    /// How the tasks of being trained change (HBK-07): open for whoever is bound by a policy that asks for training and
    /// has none that counts, or none that will count in a month; closed for everyone else.
    func trainingTasks(
        _ facts: RegisterFacts, _ asking: Asking, of user: Identifier<User>?
    ) throws -> [TaskChange] {
        let standing = try trainingStanding(of: user)
        let reckoned = try within(TrainingStanding.usualDays, at: nil)
        let open = try openTrainingTasks(of: user)
        var left = Set(open.keys)
        var changes: [TaskChange] = []
        for person in facts.people {
            let asked = asking.asked(of: person.user.kind, holding: person.grants)
            let judged = standing.judgements(of: person.user.id, bound: asked)
            guard let lacking = judged.first(where: { $0.valid == nil }) ?? judged.first(where: \.isLacking) else {
                continue
            }
            left.remove(person.user.id)
            var wanted = task(for: person.user.id, lacking, within: reckoned)
            if let open = open[person.user.id] {
                // what was asked of them when it was opened keeps its day, unless training ends, or was taken back, since
                let ending = Acknowledgement.due(after: TrainingStanding.warningDays, from: open.openedAt)
                if lacking.valid == nil, let due = open.due, due > ending {
                    wanted.due = due
                }
                if open.rule == wanted.rule, open.due == wanted.due { continue }
                changes.append(.closeFor(.beTrained, wanted.subject, wanted.assignee))
            }
            changes.append(.open(wanted))
        }
        return left.sorted { $0.text < $1.text }.map {
            .closeFor(.beTrained, RecordSubject(.user, $0), .user($0))
        } + changes
    }

    private func task(
        for user: Identifier<User>, _ lacking: TrainingJudgement, within reckoned: ReckonedDay
    ) -> NewTask {
        let asked = lacking.asked
        let whose = whoseRule(asked.policy.sections(carriedBy: .train))
        let what = asked.policy.courseNamed.map { "do the training on \($0)" } ?? "do training on social media"
        let last = lacking.valid?.until
        var task = NewTask(
            .beTrained, RecordSubject(.user, user), for: .user(user), within: reckoned,
            rule: "\(asked.version.title) (\(asked.version.words.key)): \(what): \(whose)")
        if let last {
            task.due = last.close
            task.reckoned = nil
        }
        return task
    }

    /// How the tasks of those who lead change (HBK-12, HBK-13): open for each school whose policy asks it and whose
    /// school year has no session or briefing yet.
    func offeringTasks(_ policies: PolicyCache) throws -> [TaskChange] {
        let history = try policyHistory()
        let asked = try Dictionary(
            uniqueKeysWithValues: Offering.all.map { ($0.task, try schoolsAsked(for: $0.task)) })
        return try schools().flatMap { school -> [TaskChange] in
            let version = history.inForce(at: school.id, on: now)
            let policy = try version.map { version in
                try policies.document(digest: version.words.digest) { try policyBytes(version.id) }.policy
            }
            let year = try schoolYear(of: school.id)
            let sessions = try sessionsHeld(from: year.first, to: year.last)
            return try Offering.all.flatMap { offering -> [TaskChange] in
                let sections = policy?.sections(carriedBy: offering.duty) ?? []
                let isOffered = sessions.contains { session in
                    (session.school == nil || session.school == school.id)
                        && !offering.audiences.isDisjoint(with: session.audiences)
                }
                let subject = RecordSubject(.school, school.id)
                let asked = asked[offering.task]?[school.id]
                let closing: [TaskChange] = asked == nil ? [] : [.close(offering.task, subject)]
                if sections.isEmpty || isOffered { return closing }
                let leader = try firstHeldOrNone([.slt, .headteacher], at: school.id) ?? .headteacher
                // Where the first senior leader comes after the task, it becomes theirs. A year that had none is over and
                // stands in the register as it was; the task is this year's.
                if let asked, asked.role == leader, asked.due == year.last.close { return [] }
                return closing + [
                    .open(
                        NewTask(
                            offering.task, subject, for: .role(leader, at: school.id),
                            due: year.last.close,
                            rule: "The school year \(year.title) has had no session or briefing \(offering.whom) yet: "
                                + whoseRule(sections)))
                ]
            }
        }
    }

    /// By the school's own calendar, which may be of another nation than the organisation's.
    func schoolYear(of school: Identifier<School>) throws -> SchoolYear {
        SchoolYear(of: Day(of: now), in: try calendar(of: school).nation)
    }

    /// Tells the schedule when to ask again what training there is: when the first school's next year begins.
    func setSchoolYearDue() throws {
        guard let next = try schools().map({ try schoolYear(of: $0.id).next }).min() else { return }
        try setDue(.schoolYearBegins, "organisation", at: next.start())
    }

    /// Someone's training ends soon, a school year begins, or an edition of the guidance.
    func askOfTraining(_ item: DueItem, _ policies: PolicyCache) throws -> Recorded<Void> {
        let user: Identifier<User>? = item.kind == .trainingEnds ? Identifier(item.subject) : nil
        if let user { try setTrainingDue(of: user) }
        if item.kind == .schoolYearBegins { try setSchoolYearDue() }
        let tasks = try handbookTasks(policies, of: user)
        let opened = tasks.count { if case .open = $0 { true } else { false } }
        return Recorded(
            Event(
                .trainingAsked, user.map { RecordSubject(.user, $0) } ?? .organisation,
                after: ["asked": .number(opened), "askedNoMore": .number(tasks.count - opened)]), tasks: tasks)
    }
}

/// What leaders see to each school year, for whom.
private struct Offering {
    let duty: DutyKind
    let task: NewTask.Kind
    let audiences: Set<TrainingSession.Audience>
    let whom: String

    static let all = [
        Offering(duty: .offerTraining, task: .offerTraining, audiences: [.staff], whom: "for staff"),
        Offering(duty: .teachFamilies, task: .teachPupils, audiences: [.pupils], whom: "for pupils"),
        Offering(duty: .teachFamilies, task: .informParents, audiences: [.parents], whom: "for parents"),
    ]
}
