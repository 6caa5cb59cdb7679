import Governance
import Store

/// Corrects somebody's name or e-mail address: a marriage, a slip, a school that moves to another domain. Who has an account
/// at the provider stays bound to it.
package struct ChangeUser: Sendable {
    package var user: Identifier<User>
    package var name: String
    package var email: String
    package var why: String

    package init(_ user: Identifier<User>, name: String, email: String, why: String) {
        self.user = user
        self.name = name
        self.email = email
        self.why = why
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        try await organisation.change(by: actor) { tx in
            try tx.require(.administrator, at: nil, "Only an administrator can change who somebody is")
            let before = try tx.user(user)
            let (name, email) = try tx.checked(name: name, email: email, of: user)
            var after = before
            (after.name, after.email) = (name, email)
            guard after != before else { return .unchanged }
            let why = try required(why, "why", "Say why it changes", most: 500)
            try tx.update(after)
            if after.email != before.email { try tx.forgetLinks(of: user) }
            return Recorded(
                Event(
                    .userChanged, RecordSubject(.user, user),
                    before: ["name": .text(before.name), "email": .text(before.email)],
                    after: ["name": .text(after.name), "email": .text(after.email)], why: why),
                notices: [
                    NewNotice(
                        to: user, .userChanged, RecordSubject(.user, user),
                        says: "You are “\(after.name)” with the address \(after.email) here from now on: \(why)")
                ])
        }
    }
}

extension WriteTransaction {
    /// A name and an address that a user can have, tidied; the address is nobody else's.
    ///
    /// - Parameter user: whose they are to be; nil: somebody new.
    func checked(name: String, email: String, of user: Identifier<User>?) throws -> (name: String, email: String) {
        let name = trimmed(name)
        let email = foldedEmail(email)
        var errors: [FieldError] = []
        if name.isEmpty { errors.append(FieldError("name", "Enter the person's name")) }
        if name.count > 120 { errors.append(FieldError("name", "Use at most 120 characters")) }
        if let says = refusal(ofEmail: email) {
            errors.append(FieldError("email", says))
        } else if let other = try self.user(email: email), other.id != user {
            errors.append(
                FieldError(
                    "email",
                    other.endedAt == nil
                        ? "There is a user with this e-mail address already"
                        : "\(other.name), who was shut out, has this e-mail address. Let them back in on their page"))
        }
        guard errors.isEmpty else { throw ActionError.invalid(errors) }
        return (name, email)
    }
}
