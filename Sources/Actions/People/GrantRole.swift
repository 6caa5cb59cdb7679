import Foundation
import Governance
import Store

/// Gives a user a role at a school or at all of them. Nobody gives one to themselves.
package struct GrantRole: Sendable {
    package var user: Identifier<User>
    package var role: Role
    package var school: Identifier<School>?
    package var from: Date?
    package var until: Date?
    /// Needed of everyone but the console.
    package var why: String?

    package init(
        user: Identifier<User>, role: Role, school: Identifier<School>? = nil, from: Date? = nil,
        until: Date? = nil, why: String? = nil
    ) {
        self.user = user
        self.role = role
        self.school = school
        self.from = from
        self.until = until
        self.why = why
    }

    @discardableResult
    package func perform(in organisation: Organisation, by actor: Actor) async throws -> Identifier<Grant> {
        let why =
            actor.user == nil ? why : try required(why ?? "", "why", "Say why this person gets the role", most: 500)
        let id = try await organisation.change(by: actor) { tx in
            try tx.require(.administrator, at: nil, "Only an administrator can give roles")
            guard actor.user != user else {
                throw ActionError.notPermitted("Nobody gives a role to themselves. Ask another administrator")
            }
            guard try tx.user(user).endedAt == nil else { throw ActionError.conflict("This user has left") }
            if let school { _ = try tx.school(school) }
            let begins = from ?? tx.now
            if let until, until <= max(begins, tx.now) {
                throw ActionError.invalid("until", "The end must be after the beginning, and not past")
            }
            if let same = try tx.grants(of: user).first(where: { isSame($0.grant, from: begins) }) {
                return .unchanged(same.id)
            }
            let row = RoleGrant(
                id: tx.identifier(), user: user, grant: Grant(role, at: school, from: begins, until: until),
                why: why)
            try tx.insert(row)
            try tx.setDue(of: row)
            return Recorded(
                row.id, .roleGranted(row),
                tasks: try tx.handbookTasks(organisation.installation.policies, of: user, leadersToo: true)
                    + organisation.handoverTasksOver(byRoleOf: user, tx))
        }
        if from != nil || until != nil { try await organisation.noteDue() }
        return id
    }

    private func isSame(_ other: Grant, from begins: Date) -> Bool {
        other.role == role && other.school == school && other.from <= begins && other.until == until
    }
}

/// Throws unless someone administers the organisation without an end.
func requireAdministrator(_ tx: WriteTransaction) throws {
    guard try !tx.lastingAdministrators().isEmpty else {
        throw ActionError.conflict("This is the last administrator. Make somebody else one first")
    }
}

extension Event {
    static func roleGranted(_ row: RoleGrant) -> Event {
        Event(.roleGranted, RecordSubject(.user, row.user), after: .init(row), why: row.why)
    }
}

extension RecordValue {
    init(_ row: RoleGrant) {
        self = [
            "grant": .text(row.id.text), "role": .text(row.grant.role.rawValue),
            "school": RecordValue(row.grant.school?.text), "from": RecordValue(row.grant.from),
            "until": RecordValue(row.grant.until),
        ]
    }
}
