import Foundation
import Governance
import Store

/// Puts a group of staff on the register, with who answers for it and how often they look at it (ACC-12).
package struct RegisterGroup: Sendable {
    package var school: Identifier<School>?
    package var name: String
    package var network: Network
    package var address: String
    package var purpose: String
    /// Nil: whoever registers it.
    package var creator: Identifier<User>?
    package var everyDays: Int

    package init(
        school: Identifier<School>?, name: String, network: Network, address: String, purpose: String,
        creator: Identifier<User>? = nil, everyDays: Int
    ) {
        self.school = school
        self.name = name
        self.network = network
        self.address = address
        self.purpose = purpose
        self.creator = creator
        self.everyDays = everyDays
    }

    @discardableResult
    package func perform(in organisation: Organisation, by actor: Actor) async throws -> Identifier<StaffGroup> {
        let id = try await organisation.change(by: actor) { tx in
            if let school { _ = try tx.school(school) }
            let user = try creator ?? tx.person()
            let person = try tx.user(user)
            if user != actor.user, try !tx.authority().holds(any: StaffGroup.keepers, at: school) {
                throw ActionError.notPermitted("Whoever keeps the register of accounts enters a group for another")
            }
            var errors: [FieldError] = []
            let group = StaffGroup(
                id: tx.identifier(), school: school, name: trimmed(name), network: network,
                address: trimmed(address), purpose: trimmed(purpose), creator: user, everyDays: everyDays,
                addedAt: tx.now)
            if group.name.isEmpty || group.name.count > 200 { errors.append(FieldError("name", "Enter its name")) }
            if group.address.isEmpty || group.address.count > 300 {
                errors.append(FieldError("address", "Enter its address, or how one finds it"))
            } else if try tx.isTaken(group.address, on: network, at: school) {
                errors.append(FieldError("address", "This group is on the register already"))
            }
            if group.purpose.isEmpty || group.purpose.count > 1_000 {
                errors.append(FieldError("purpose", "Say what it is for and who is in it"))
            }
            if try !tx.canAnswer(person, forGroupAt: school) {
                errors.append(
                    FieldError(
                        user == actor.user ? "school" : "creator",
                        "A group is answered for by a member of staff with a role at its school"))
            }
            if !StaffGroup.rota.contains(everyDays) {
                errors.append(FieldError("everyDays", "Choose how often its creator looks at it"))
            }
            guard errors.isEmpty else { throw ActionError.invalid(errors) }
            try tx.write(group)
            try tx.setDue(.groupCheck, group.id.text, at: group.nextCheck)
            let subject = RecordSubject(.staffGroup, group.id)
            return Recorded(
                group.id, Event(.groupRegistered, subject, after: try RecordValue(encoding: group)),
                notices: user == actor.user
                    ? []
                    : [
                        NewNotice(
                            to: user, .groupHandedOn, subject,
                            says: "The group “\(group.name)” stands on the register, and you answer for it")
                    ])
        }
        try await organisation.noteDue()
        return id
    }
}

extension WriteTransaction {
    /// Whether somebody is here as a member of staff, and where there are several schools, with a role at the group's own.
    func canAnswer(_ user: User, forGroupAt school: Identifier<School>?) throws -> Bool {
        guard try user.kind.isStaff && !hasLeft(user.id) else { return false }
        guard let school, try schools().count > 1 else { return true }
        return try grants(of: user.id).contains {
            $0.grant.isValid(at: now) && ($0.grant.school == nil || $0.grant.school == school)
        }
    }
}
