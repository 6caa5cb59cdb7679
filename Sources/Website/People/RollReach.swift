import Actions
import Governance
import Reading

/// Whose records on the roll a visitor sees: of the schools where they hold a role that reads it. Staff of no one school
/// are seen by all of these.
struct RollReach {
    /// The schools' short names; nil: all.
    let schools: Set<String>?

    init(_ visit: Visit) async throws {
        let reach = try visit.me.authority.reach(as: WhoMay.rollReading)
        schools =
            reach == .all
            ? nil : Set(try await visit.work.database.schools().filter { reach.contains($0.id) }.map(\.slug))
    }

    func reaches(_ person: Person) -> Bool {
        guard let schools else { return true }
        return person.school.map(schools.contains) ?? (person.kind == .staff)
    }

    func reaches(_ count: RollCount) -> Bool {
        guard let schools else { return true }
        return count.school.map(schools.contains) ?? (count.kind == .staff)
    }
}
