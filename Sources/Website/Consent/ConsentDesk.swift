import Actions
import Foundation
import Governance
import Reading

/// The register of consent on the desk of a visitor: their schools, and what they may do there.
struct ConsentDesk {
    let visit: Visit
    let schools: [School]
    /// Where they type answers.
    let keeps: SchoolReach
    /// Where they say never, and know why.
    let protects: SchoolReach
    /// Where they say who answers for a pupil.
    let mendsParents: SchoolReach
    /// The schools' short names; nil: all.
    let slugs: Set<String>?

    init(_ visit: Visit) async throws {
        self.visit = visit
        let every = try await visit.work.database.schools()
        let authority = try visit.me.authority
        let reads = authority.reach(as: ConsentRoles.reading, among: every.map(\.id))
        keeps = authority.reach(as: ConsentRoles.keeping, among: every.map(\.id))
        protects = authority.reach(as: ConsentRoles.protecting, among: every.map(\.id))
        mendsParents = authority.reach(as: ConsentRoles.parentKeeping, among: every.map(\.id))
        schools = every.filter { reads.contains($0.id) }
        slugs = reads == .all ? nil : Set(schools.map(\.slug))
    }

    var word: PupilWord { visit.organisation?.pupilWord ?? PupilWord() }

    func school(of person: Person) -> School? {
        schools.count == 1 ? schools[0] : schools.first { $0.slug == person.school }
    }

    /// Somebody of the visitor's schools.
    func line() async throws -> ConsentLine {
        guard let line = try await visit.work.database.consentLine(Identifier(visit.part("person"))),
            slugs.map({ slugs in line.entry.person.school.map(slugs.contains) ?? (line.entry.person.kind == .staff) })
                ?? true
        else { throw TurnedAway.notFound }
        return line
    }

    func keeps(_ person: Person) -> Bool { keeps.contains(school(of: person)?.id) || keeps == .all }
    func keepsParents(_ person: Person) -> Bool {
        mendsParents.contains(school(of: person)?.id) || mendsParents == .all
    }
    func protects(_ person: Person) -> Bool { protects.contains(school(of: person)?.id) || protects == .all }

    /// The short names of the schools where they type answers; nil: all.
    var keptSlugs: Set<String>? {
        keeps == .all ? nil : Set(schools.filter { keeps.contains($0.id) }.map(\.slug))
    }

    func counts() async throws -> [ConsentShown: Int] {
        try await visit.work.database.consentCounts(ofSchools: slugs)
    }

    func tabs(_ shown: ConsentShown, _ counts: [ConsentShown: Int]) -> [Tab] {
        let here = visit.link(.consent)
        return ConsentShown.allCases.filter { ![.onPaper, .endedUnasked].contains($0) }.map { one in
            Tab(
                one.title, here + (one == .everyone ? "" : "?show=\(one.rawValue)"), count: counts[one] ?? 0,
                current: one == shown, calls: one == .never && (counts[one] ?? 0) > 0)
        } + [Tab("The list", visit.link(.pictureLists))]
    }

    func tag(_ line: ConsentLine) -> Tag {
        if line.entry.leftAt != nil { return Tag(.quiet, "Left", icon: .notyet) }
        guard line.entry.person.consent.status == .notRecorded else {
            return RollPage.tag(for: line.entry.person.consent, on: Day(of: visit.now))
        }
        if line.entry.person.consent.askedOn != nil { return Tag(.hold, "Asked", icon: .clock) }
        return Tag(.warn, "Never asked", icon: .notyet)
    }

    /// Whether the tag says all of it: a yes or a no to every place, that has not ended.
    func isPlain(_ line: ConsentLine) -> Bool {
        let consent = line.entry.person.consent
        let hasEnded = consent.until.map { $0 < Day(of: visit.now) } ?? false
        switch consent.status {
        case .granted, .noObjection: return consent.channels == nil && !hasEnded
        case .refused, .objected, .withdrawn, .notRecorded: return true
        case .restricted, .unreadable: return false
        }
    }

    /// Since when somebody waits, or what was said last.
    /// - Parameter years: see `yearsKept(of:)`.
    func about(_ line: ConsentLine, _ years: [String: Int]) -> String {
        if let left = line.entry.leftAt {
            return "Left on \(When.date(left)). \(kept(line, leftAt: left, years))"
        }
        if let request = line.request {
            if let asked = request.askedAt {
                return "Asked \(request.isOnPaper ? "on paper" : "by mail") on \(When.date(asked))"
            }
            if request.isInMail { return "A mail waits to go out" }
            return line.hasMail ? "To be asked by mail" : "To be asked on paper"
        }
        guard let last = line.last else { return "" }
        return When.date(last.on) + (last.isReadWithoutGiver ? "" : ", \(last.how)")
    }

    /// For how many years each school of those who left keeps their answers, by its short name; "" is no school.
    func yearsKept(of lines: [ConsentLine]) async throws -> [String: Int] {
        var years: [String: Int] = [:]
        for slug in Set(lines.filter { $0.entry.leftAt != nil }.map { $0.entry.person.school ?? "" }) {
            let school = schools.first { $0.slug == slug }
            years[slug] = try await visit.work.database.settings(at: school?.id).yearsToKeepLeaversAnswers
        }
        return years
    }

    /// How long the answers of somebody who left are kept: while a picture is out, and so many years of proof.
    func kept(_ line: ConsentLine, leftAt: Date, _ years: [String: Int]) -> String {
        if line.isShownOut { return "A picture is still out, so the answers are kept." }
        let day = Day(of: leftAt)
        let end = years[line.entry.person.school ?? ""].flatMap {
            Day(year: day.year + $0, month: day.month, day: min(day.day, 28))
        }
        return end.map { "Answers needed as proof until \(When.date($0))." } ?? ""
    }
}
