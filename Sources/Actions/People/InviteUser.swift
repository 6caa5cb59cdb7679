import Foundation
import Governance
import Store

/// Adds a user with roles, and makes the one-time link that the inviter hands over.
package struct InviteUser: Sendable {
    package var name: String
    package var email: String
    package var roles: [Role]
    /// Where the roles hold; nil: the whole organisation.
    package var school: Identifier<School>?
    package var why: String?
    /// What they are to the school; a policy says which kinds it binds.
    package var kind: Binding.Who

    package init(
        name: String, email: String, roles: [Role], school: Identifier<School>? = nil, why: String? = nil,
        kind: Binding.Who = .employee
    ) {
        self.kind = kind
        self.name = name
        self.email = email
        self.roles = roles
        self.school = school
        self.why = why
    }

    package struct Invited: Sendable {
        package let user: Identifier<User>
        /// The secret of the link; it is shown once and stored nowhere.
        package let link: String
        /// Until when the link counts.
        package let until: Date
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws -> Invited {
        let why =
            roles.isEmpty || actor.user == nil
            ? why : try required(why ?? "", "why", "Say why this person gets the roles", most: 500)
        return try await organisation.change(by: actor) { tx in
            try tx.require(.administrator, at: nil, "Only an administrator can invite people")
            let (user, events) = try tx.add(
                name: name, email: email, roles: roles, school: school, why: why, kind: kind)
            let linked = try tx.staffOnRoll(email: user.email).map { try tx.linked($0, to: user.id) }
            let invitation = try tx.invitation(for: user)
            return Recorded(
                Invited(user: user.id, link: invitation.link, until: invitation.until),
                Event(
                    .userInvited, RecordSubject(.user, user.id),
                    after: [
                        "name": .text(user.name), "email": .text(user.email), "kind": .text(user.kind.rawValue),
                    ]), and: events + [linked].compactMap(\.self),
                tasks: try tx.handbookTasks(organisation.installation.policies, of: user.id, leadersToo: true)
            )
        }
    }
}

extension WriteTransaction {
    /// Adds a user with grants from now on; the events are those of the grants.
    func add(
        name: String, email: String, roles: [Role], school: Identifier<School>?, why: String? = nil,
        kind: Binding.Who = .employee
    ) throws -> (User, [Event]) {
        let (name, email) = try checked(name: name, email: email, of: nil)
        let user = User(id: identifier(), name: name, email: email, kind: kind)
        if let school { _ = try self.school(school) }
        try insert(user)
        let events = try roles.map { role in
            let grant = RoleGrant(
                id: identifier(), user: user.id, grant: Grant(role, at: school, from: now), why: why)
            try insert(grant)
            return Event.roleGranted(grant)
        }
        return (user, events)
    }
}

/// Nil when a mail can go there.
func refusal(ofEmail email: String) -> String? {
    MailServer.isAddress(email) ? nil : "Enter an e-mail address such as name@school.example"
}
