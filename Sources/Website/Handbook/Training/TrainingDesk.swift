import Actions
import Foundation
import Governance
import Reading

/// The register of training on the desk of a visitor: the people of their schools, and where each stands.
struct TrainingDesk {
    let visit: Visit
    let standing: TrainingStanding
    let lines: [Line]
    let schools: [School]
    /// The policies in force.
    let policies: [Policy]
    /// The school year that each school is in, by its own calendar.
    private let years: [Identifier<School>: SchoolYear]
    let sessions: [SessionLine]
    /// Whether the visitor keeps the register somewhere.
    let mayKeep: Bool
    /// Whether the visitor keeps the courses, which are everyone's.
    let mayKeepCourses: Bool
    private let keeps: SchoolReach

    /// Someone bound by a policy in force, where the visitor finds them.
    struct Line {
        let user: User
        let grants: [Grant]
        /// What counts for them today, under every policy that asks; nil: nothing, or not under all.
        let valid: Attendance?
        /// Under each policy that asks them to be trained.
        let judged: [TrainingJudgement]

        var isAsked: Bool { !judged.isEmpty }
    }

    /// - Parameter one: with this user alone among its people; nil: with all of them.
    init(_ visit: Visit, of one: Identifier<User>? = nil) async throws {
        self.visit = visit
        let database = try visit.work.database
        let facts = try await database.registerFacts(of: one)
        let asked = try await visit.work.asking(facts)
        let authority = try visit.me.authority
        let every = try await database.schools()
        let reach = authority.reach(as: TrainingRoles.readers, among: facts.schools)
        keeps = authority.reach(as: TrainingRoles.keepers, among: facts.schools)
        mayKeep = keeps != .none
        mayKeepCourses = keeps == .all
        schools = every.filter { reach.contains($0.id) }
        let standing = try await database.trainingStanding(of: one)
        self.standing = standing
        var years: [Identifier<School>: SchoolYear] = [:]
        for school in every {
            let nation = try await database.calendar(of: school.id).nation
            years[school.id] = SchoolYear(of: Day(of: visit.now), in: nation)
        }
        self.years = years
        sessions = try await database.trainingSessions().filter { reach.meets($0.session.school) }
        policies = asked.policies.values.sorted { $0.key < $1.key }
        lines = facts.people.compactMap { person in
            let grants = person.grants.filter { reach.contains($0.school) }
            let bound = asked.asked(of: person.user.kind, holding: person.grants)
            guard !grants.isEmpty, !bound.isEmpty else { return nil }
            let judged = standing.judgements(of: person.user.id, bound: bound)
            return Line(
                user: person.user, grants: grants,
                valid: judged.isEmpty ? standing.valid(person.user.id, under: bound[0].policy) : judged.valid,
                judged: judged)
        }
    }

    func mayKeep(_ line: Line) -> Bool {
        keeps.contains(anyOf: line.grants.map(\.school))
    }

    func mayKeep(_ session: TrainingSession) -> Bool {
        keeps.contains(session.school)
    }

    /// Those for whom the visitor keeps it.
    var kept: [Line] { lines.filter(mayKeep) }

    // MARK: - Words

    /// `31 of 44 are trained`, of those whom a policy asks to be.
    static func heading(_ everyone: [Line]) -> String {
        let lines = everyone.filter(\.isAsked)
        if lines.isEmpty, !everyone.isEmpty { return "Training on record" }
        let trained = lines.count { $0.valid != nil }
        return switch (trained, lines.count) {
        case (_, 0): "Nobody is bound by a policy here"
        case (1, 1): "The only one who is bound is trained"
        case (let trained, let all) where trained == all: "All \(all) are trained"
        case (1, let all): "1 of \(all) is trained"
        default: "\(trained) of \(lines.count) are trained"
        }
    }

    /// Of whom a policy asks to be trained.
    static let notTrained = "Not trained"
    /// Of whom no policy asks it.
    static let noneOnRecord = "None on record"

    func tag(of line: Line) -> Tag {
        guard let valid = line.valid else {
            return line.isAsked ? Tag(.hold, Self.notTrained, icon: .clock) : Tag(.quiet, Self.noneOnRecord)
        }
        let isEnding = valid.until.map { $0 < standing.today.adding(days: TrainingStanding.warningDays) } ?? false
        return isEnding ? Tag(.warn, "Ends soon", icon: .clock) : Tag(.clear, "Trained", icon: .check)
    }

    func when(of line: Line) -> String {
        if let valid = line.valid { return words(valid) }
        guard line.judged.contains(where: { $0.valid != nil }) else { return "" }
        return line.judged.map { one in
            "\(one.asked.version.title): \(one.valid.map(words) ?? "not trained")"
        }.joined(separator: "; ")
    }

    /// The school year that a school is in.
    func year(of school: Identifier<School>) -> SchoolYear {
        years[school] ?? SchoolYear(of: standing.today, in: .england)
    }

    /// `2026/27`; where the schools' years differ, each of them.
    var year: String { Set(schools.map { year(of: $0.id).title }).sorted().joined(separator: " and ") }

    /// `Online safety, 3 September 2026, counts until 2 September 2027`
    func words(_ done: Attendance) -> String { standing.words(done) }

    func school(_ id: Identifier<School>?) -> String {
        id.flatMap { id in schools.first { $0.id == id }?.name } ?? visit.organisation?.name ?? "Everywhere"
    }
}

extension TrainingStanding {
    func words(_ done: Attendance) -> String {
        let name = course(done.course)?.name ?? "A course"
        let until = done.until.map { ", counts until \(When.date($0))" } ?? ", counts for good"
        return "\(name), \(When.date(done.on))\(until)"
    }
}

extension Attendance {
    /// `put on record by Helen Osei`
    func putOnRecord(_ names: [Identifier<User>: String]) -> String {
        "put on record by " + (recordedBy.map { names[$0] ?? "someone who has left" } ?? "the console")
    }
}

extension TrainingSession.Audience {
    var title: String {
        switch self {
        case .staff: "staff"
        case .governors: "governors"
        case .pupils: "pupils"
        case .parents: "parents"
        }
    }
}

extension TrainingSession {
    /// `Staff and parents`
    var forWhom: String {
        let titles = audiences.map(\.title)
        guard titles.count > 1, let last = titles.last else { return (titles.first ?? "").capitalisedFirst }
        return (titles.dropLast().joined(separator: ", ") + " and " + last).capitalisedFirst
    }
}
