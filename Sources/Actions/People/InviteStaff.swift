import Foundation
import Governance
import Store

/// Invites staff of the roll all at once: each becomes a user with a role at their school, linked to their place on the
/// roll, and is mailed a one-time link. All of them, or none.
package struct InviteStaff: Sendable {
    package var people: [Identifier<Person>]
    package var role: Role
    package var why: String

    /// Roles for which a password or a school account is enough; whoever leads or keeps something is invited by name.
    package static let roles: [Role] = [.member, .author]
    /// How many at once.
    package static let most = 100

    package init(_ people: [Identifier<Person>], as role: Role, why: String) {
        self.people = people
        self.role = role
        self.why = why
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws -> Invitations {
        let why = try required(why, "why", "Say why they get a way in", most: 500)
        guard Self.roles.contains(role) else { throw ActionError.invalid("role", "Choose what they do here") }
        guard !people.isEmpty else { throw ActionError.invalid("person", "Tick whoever is to be invited") }
        guard people.count <= Self.most else {
            throw ActionError.invalid("person", "Invite \(Self.most) at once; the others come next")
        }
        return try await organisation.mailing { post in
            try await organisation.change(by: actor) { tx in
                try tx.require(.administrator, at: nil, "Only an administrator can invite people")
                let schools = try tx.schools()
                let invited = try people.map { try tx.invite($0, as: role, why: why, schools) }
                let sent = try tx.send(invited.map(\.invitation), by: post)
                return Recorded(
                    sent,
                    Event(
                        .staffInvited, RecordSubject(.roll, "1"),
                        after: ["people": .number(invited.count), "role": .text(role.rawValue)]),
                    and: invited.flatMap(\.events) + sent.events,
                    tasks: try tx.handbookTasks(organisation.installation.policies))
            }
        }
    }
}

extension WriteTransaction {
    fileprivate func invite(
        _ person: Identifier<Person>, as role: Role, why: String, _ schools: [School]
    ) throws -> (invitation: Invitation, events: [Event]) {
        let entry = try rollEntry(person)
        let name = entry.person.shortName
        guard entry.person.kind == .staff, entry.leftAt == nil, try self.user(of: person) == nil,
            let email = entry.person.email, try self.user(email: email) == nil, try staffOnRoll(email: email) == person
        else {
            throw ActionError.invalid(
                "person", "\(name) cannot be invited any more: the roll or the users changed meanwhile. Look again")
        }
        let school = schools.count < 2 ? nil : schools.first { $0.slug == entry.person.school }
        guard role == .member || schools.count < 2 || school != nil else {
            throw ActionError.invalid(
                "person", "\(name) is at no one school. Invite them by themselves, and say where they write posts")
        }
        let (user, granted) = try add(
            name: entry.person.calledName, email: email, roles: [role], school: school?.id, why: why)
        let linked = try linked(person, to: user.id)
        return (
            try invitation(for: user),
            [
                Event(
                    .userInvited, RecordSubject(.user, user.id),
                    after: [
                        "name": .text(user.name), "email": .text(user.email), "kind": .text(user.kind.rawValue),
                    ])
            ] + granted + [linked]
        )
    }
}
