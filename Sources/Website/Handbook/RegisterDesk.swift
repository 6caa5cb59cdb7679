import Actions
import Foundation
import Governance
import Reading

/// The register of readers on the desk of a visitor: the people of their schools, narrowed to what they asked for.
struct RegisterDesk {
    let visit: Visit
    /// Everyone whom the visitor may find in it.
    let all: [PolicyRegister.Line]
    /// Those asked for.
    let shown: [PolicyRegister.Line]
    /// Staff on the roll whom the policy would bind, and as whom nobody signs in, so that nobody has asked them: those of
    /// the schools asked for, unless only a role is asked for, or who has read it.
    let unasked: [RollEntry]
    /// The schools whose people the visitor finds.
    let schools: [School]
    let filter: Filter
    /// How many versions are asked in it.
    let versions: Int
    private let keeps: SchoolReach
    private let remindedToday: [Identifier<User>: Date]
    private let names: [Identifier<School>: String]

    /// What a visitor asked for; each nil: all.
    struct Filter {
        let school: School?
        let role: Role?
        let hasRead: Bool?
        let words: String
        let form: Form

        var isNarrow: Bool { school != nil || role != nil || hasRead != nil || !words.isEmpty }

        /// Whether every word that was searched for stands in a text.
        func hasWords(in text: String) -> Bool {
            words.split(whereSeparator: \.isWhitespace).allSatisfy { word in
                text.range(of: word, options: [.caseInsensitive, .diacriticInsensitive]) != nil
            }
        }

        /// The same as an address carries it, without the words that were searched for.
        var query: String {
            var pieces: [String] = []
            if let school { pieces.append("school=" + school.slug) }
            if let role { pieces.append("role=" + role.rawValue) }
            if let hasRead { pieces.append("state=" + (hasRead ? "read" : "unread")) }
            return pieces.isEmpty ? "" : "?" + pieces.joined(separator: "&")
        }
    }

    init(_ visit: Visit) async throws {
        self.visit = visit
        let database = try visit.work.database
        let facts = try await database.registerFacts()
        let every = try await database.schools()
        let authority = try visit.me.authority
        let reach = authority.reach(as: PolicyRegister.readers, among: facts.schools)
        keeps = authority.reach(as: PolicyRegister.keepers, among: facts.schools)
        schools = every.filter { reach.contains($0.id) }
        names = Dictionary(every.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        remindedToday = try await database.readingReminders(since: Day(of: visit.now).start())
        let asking = try await visit.work.asking(facts)
        all = PolicyRegister(facts, asking, within: reach).lines
        let asked = visit.form.has("words") || visit.form.has("page") ? visit.form : visit.query
        let filter = Filter(
            school: schools.first { $0.slug == asked["school"] }, role: Role(rawValue: asked["role"]),
            hasRead: ["read": true, "unread": false][asked["state"]], words: asked.trimmed("words"), form: asked)
        self.filter = filter
        shown = all.filter { Self.matches($0, filter) }
        let bindsStaff = asking.policies.values.contains { $0.isToBeRead(by: .employee, holding: [.member]) }
        let staff = bindsStaff ? try await database.staffNotSigningIn(within: reach) : []
        unasked = filter.role != nil || filter.hasRead == true ? [] : staff.filter { Self.matches($0, filter) }
        versions = Set(all.map(\.version.id)).count
    }

    private static func matches(_ line: PolicyRegister.Line, _ filter: Filter) -> Bool {
        if let school = filter.school, !line.grants.contains(where: { $0.school == nil || $0.school == school.id }) {
            return false
        }
        if let role = filter.role, !line.grants.contains(where: { $0.role == role }) { return false }
        if let hasRead = filter.hasRead, (line.acknowledgement != nil) != hasRead { return false }
        return filter.hasWords(in: "\(line.user.name) \(line.user.email) \(line.user.kind.title)")
    }

    private static func matches(_ entry: RollEntry, _ filter: Filter) -> Bool {
        if let school = filter.school, entry.person.school != school.slug { return false }
        return filter.hasWords(in: "\(entry.person.calledName) \(entry.person.email ?? "")")
    }

    // MARK: - Words

    /// Of those who are on the roll and cannot sign in; nil when there are none.
    var saysUnasked: String? {
        switch unasked.count {
        case 0: nil
        case 1: "One of the staff on the roll cannot sign in, so nobody has asked them."
        case let count: "\(count) of the staff on the roll cannot sign in, so nobody has asked them."
        }
    }

    /// `31 of 44 have read it`
    static func heading(_ lines: [PolicyRegister.Line]) -> String {
        let read = lines.count { $0.acknowledgement != nil }
        return switch (read, lines.count) {
        case (_, 0): "Nobody is asked to read a policy here"
        case (1, 1): "The only one who is asked has read it"
        case (let read, let all) where read == all: "All \(all) have read it"
        case (1, let all): "1 of \(all) has read it"
        default: "\(read) of \(lines.count) have read it"
        }
    }

    /// `Author, senior leader at Quay School; governor of the whole organisation`
    func roles(of line: PolicyRegister.Line) -> String {
        let places = Dictionary(grouping: line.grants, by: \.school)
        let words = places.sorted { (place($0.key) ?? "") < (place($1.key) ?? "") }.map { school, grants in
            let titles = Set(grants.map(\.role)).sorted().map(\.title).joined(separator: ", ")
            guard names.count > 1 else { return titles }
            return titles + (place(school).map { " at \($0)" } ?? " everywhere")
        }
        // An organisation that is one school says each role once.
        guard names.count == 1 else { return words.joined(separator: "; ").capitalisedFirst }
        return Set(line.grants.map(\.role)).sorted().map(\.title).joined(separator: ", ").capitalisedFirst
    }

    func place(_ school: Identifier<School>?) -> String? { school.flatMap { names[$0] } }

    func tag(of line: PolicyRegister.Line) -> Tag {
        if line.acknowledgement != nil { return Tag(.clear, "Has read it", icon: .check) }
        return isLate(line) ? Tag(.block, "Overdue", icon: .clock) : Tag(.hold, "Not yet", icon: .clock)
    }

    func isLate(_ line: PolicyRegister.Line) -> Bool { line.due.map { $0 < visit.now } ?? false }

    /// When it was said, or until when it is to be.
    func when(of line: PolicyRegister.Line) -> String {
        if let said = line.acknowledgement {
            return "on \(When.date(said.at))" + (line.isByCorrection ? ", the version that this one corrects" : "")
        }
        let due = line.due.map { (isLate(line) ? "since " : "by ") + When.date($0) } ?? ""
        return due + (wasRemindedToday(line) ? (due.isEmpty ? "" : ", ") + "reminded today" : "")
    }

    // MARK: - Reminding

    func wasRemindedToday(_ line: PolicyRegister.Line) -> Bool { remindedToday[line.user.id] != nil }

    /// Whether the visitor may remind this person now.
    func mayRemind(_ line: PolicyRegister.Line) -> Bool {
        line.acknowledgement == nil && isKept(line) && !wasRemindedToday(line)
    }

    /// Those whom one button reminds; nil for someone who only reads the register.
    var toRemind: Int? {
        keeps != .none ? Set(all.filter(mayRemind).map(\.user.id)).count : nil
    }

    private func isKept(_ line: PolicyRegister.Line) -> Bool {
        keeps.contains(anyOf: line.grants.map(\.school))
    }
}
