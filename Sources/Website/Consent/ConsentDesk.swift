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

    func tabs(_ current: SiteURL, shown: ConsentShown? = nil) async throws -> [Tab] {
        let counts = try await visit.work.database.consentCounts(ofSchools: slugs)
        let here = visit.link(.consent)
        return ConsentShown.allCases.map { one in
            Tab(
                one.title, here + (one == .everyone ? "" : "?show=\(one.rawValue)"), count: counts[one] ?? 0,
                current: one == shown, calls: one == .never && (counts[one] ?? 0) > 0)
        } + [Tab("The list", visit.link(.pictureLists), current: current == .pictureLists)]
    }

    func tag(_ line: ConsentLine) -> Tag {
        if line.entry.leftAt != nil { return Tag(.quiet, "Left", icon: .notyet) }
        guard line.entry.person.consent.status == .notRecorded else {
            return RollPage.tag(for: line.entry.person.consent)
        }
        if line.entry.person.consent.askedOn != nil { return Tag(.hold, "Asked", icon: .clock) }
        return Tag(.warn, "Never asked", icon: .notyet)
    }

    /// Since when somebody waits, or what was said last.
    func about(_ line: ConsentLine) async throws -> String {
        if let left = line.entry.leftAt {
            return "Left on \(When.date(left)). \(try await kept(line.entry, leftAt: left))"
        }
        if let request = line.request {
            if let asked = request.askedAt {
                return "Asked \(request.isOnPaper ? "on paper" : "by mail") on \(When.date(asked))"
            }
            if request.isInMail { return "A mail waits to go out" }
            return line.hasMail ? "To be asked by mail" : "To be asked on paper"
        }
        guard let last = line.last else { return "" }
        return "\(When.date(last.on)), \(last.how)"
    }

    /// How long the answers of somebody who left are kept: while a picture is out, and so many years of proof.
    func kept(_ entry: RollEntry, leftAt: Date) async throws -> String {
        if try await visit.work.database.picturesOut(of: entry.id) > 0 {
            return "A picture is still out, so the answers are kept."
        }
        let school = schools.first { $0.slug == entry.person.school }
        let settings = try await visit.work.database.settings(at: school?.id)
        let day = Day(of: leftAt)
        let end = Day(year: day.year + settings.yearsToKeepLeaversAnswers, month: day.month, day: min(day.day, 28))
        return end.map { "Answers needed as proof until \(When.date($0))." } ?? ""
    }
}
