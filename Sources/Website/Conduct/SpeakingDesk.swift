import Actions
import Foundation
import Governance
import Reading

/// Who may speak for the school, on the desk of a visitor: those who write at their schools, and where each stands.
struct SpeakingDesk {
    let visit: Visit
    let standing: SpeakingStanding
    let names: [Identifier<User>: String]
    /// Those who write where a policy asks for the authority, or who have it.
    let lines: [Line]
    /// Where the visitor may give it.
    let places: [Place]
    /// The sections that ask for it; empty where no policy in force does.
    let sections: [String]
    private let schools: [School]

    struct Line {
        let user: User
        /// The schools where they write and a policy asks for it.
        let writes: [School]
        /// All that they were ever given in the visitor's schools, the one that lasts longest first.
        let authorities: [SpeakingAuthority]
    }

    /// A school, or the whole organisation.
    struct Place {
        let school: School?
        let name: String
    }

    init(_ visit: Visit) async throws {
        self.visit = visit
        let work = try visit.work
        let database = work.database
        let authority = try visit.me.authority
        let every = try await database.schools()
        var asking: [(school: School, managers: [Role])] = []
        var sections: [String] = []
        for school in every {
            guard let policy = try await work.policyInForce(at: school.id)?.policy, policy.asksForAuthorityToSpeak
            else { continue }
            asking.append((school, policy.givesAuthorityToSpeak))
            if sections.isEmpty { sections = policy.sections(naming: "CON-07") }
        }
        self.sections = sections
        let reach = authority.reach(as: SpeakingAuthority.readers, among: every.map(\.id))
        let seen = asking.filter { reach.contains($0.school.id) }
        schools = every
        let isOne = every.count == 1
        let kept = asking.filter { authority.holds(any: $0.managers, at: $0.school.id) }
        let everywhere = asking.contains { authority.holds(any: $0.managers, at: nil) }
        places =
            (everywhere && !isOne ? [Place(school: nil, name: "Every school")] : [])
            + kept.map { Place(school: $0.school, name: $0.school.name) }
        let standing = try await database.speakingStanding()
        self.standing = standing
        names = try await database.userNames()
        let reached = Set(seen.map(\.school.id))
        lines = try await database.users(
            holding: PublishingRoles.writing, within: .only(reached), or: standing.holders
        ).compactMap { line in
            let grants = line.grants.map(\.grant).filter {
                $0.isValid(at: visit.now) && PublishingRoles.writing.contains($0.role)
            }
            let writes = seen.map(\.school).filter { school in
                grants.contains { $0.school == nil || $0.school == school.id }
            }
            let given = standing.authorities(of: line.user.id).filter { reach.meets($0.school) }
            guard !writes.isEmpty || !given.isEmpty else { return nil }
            return Line(user: line.user, writes: writes, authorities: given)
        }
    }

    /// Whether the visitor may take this one back.
    func mayTakeBack(_ authority: SpeakingAuthority) -> Bool {
        guard authority.takenBack == nil, authority.end > visit.now else { return false }
        return schools.count == 1
            ? !places.isEmpty : places.contains { $0.school?.id == authority.school }
    }

    /// To whom the visitor may give it: everyone but themselves.
    var candidates: [Line] { lines.filter { $0.user.id.text != visit.visitor?.id } }

    // MARK: - Words

    /// `3 of the 5 who write may speak for the school`
    var heading: String {
        let writers = lines.filter { !$0.writes.isEmpty }
        let able = writers.count(where: isAble)
        return switch (able, writers.count) {
        case (_, 0): "Who may speak for the school"
        case (1, 1): "The only one who writes may speak for the school"
        case (let able, let all) where able == all: "All \(all) who write may speak for the school"
        default: "\(able) of the \(writers.count) who write may speak for the school"
        }
    }

    /// Whether they have it wherever they write.
    private func isAble(_ line: Line) -> Bool {
        line.writes.allSatisfy { school in
            if case .holds = standing.state(of: line.user.id, at: school.id) { true } else { false }
        }
    }

    /// What stands of theirs: what holds or waits, else the last that ended.
    func shown(_ line: Line) -> [SpeakingAuthority] {
        let open = line.authorities.filter { $0.takenBack == nil && $0.until >= standing.today }
        return open.isEmpty ? Array(line.authorities.prefix(1)) : open
    }

    func tag(of line: Line) -> Tag {
        if !line.writes.isEmpty, isAble(line) {
            let ends = shown(line).map(\.until).max() ?? standing.today
            return ends < standing.today.adding(days: SpeakingAuthority.warningDays)
                ? Tag(.warn, "Ends soon", icon: .clock) : Tag(.clear, "May speak", icon: .check)
        }
        if shown(line).contains(where: { if case .untrained = standing.state(of: $0) { true } else { false } }) {
            return Tag(.hold, "Waits for training", icon: .clock)
        }
        let isAtSome = line.writes.contains { school in
            if case .holds = standing.state(of: line.user.id, at: school.id) { true } else { false }
        }
        return isAtSome ? Tag(.warn, "At some schools") : Tag(.hold, "Only proposes", icon: .pen)
    }

    func words(_ authority: SpeakingAuthority) -> String {
        let place =
            schools.count == 1
            ? "" : "at \(schools.first { $0.id == authority.school }?.name ?? "every school"), "
        let giver = authority.by.map { names[$0] ?? "someone who has left" } ?? "the console"
        return (place + SpeakingDesk.state(authority, standing)).capitalisedFirst + ". Given by \(giver) on "
            + "\(When.date(authority.givenAt)): \(authority.why)"
    }

    /// `until 31 August 2027`
    static func state(_ authority: SpeakingAuthority, _ standing: SpeakingStanding) -> String {
        switch standing.state(of: authority) {
        case .holds(let day): "until \(When.date(day))"
        case .untrained(let course):
            "once the training “\(standing.training.course(course)?.name ?? "asked for")” is on record, until "
                + When.date(authority.until)
        case .ended(let day): "ended on \(When.date(day))"
        case .takenBack, .notGiven: "taken back: \(authority.takenBack ?? "")"
        }
    }
}
