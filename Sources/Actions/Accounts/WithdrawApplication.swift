import Governance
import Store

/// Takes back an application that has not led to an account yet: by whoever asked, or whoever keeps the register there.
package struct WithdrawApplication: Sendable {
    package var application: Identifier<AccountApplication>
    package var why: String

    package init(_ application: Identifier<AccountApplication>, why: String) {
        self.application = application
        self.why = why
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        let why = try required(why, "why", "Say why it is withdrawn", most: 500)
        try await organisation.change(by: actor) { tx in
            let application = try tx.accountApplication(application)
            let user = try tx.person()
            guard
                try user == application.by
                    || tx.authority().holds(any: PublishingRoles.keepingAccounts, at: application.school)
            else { throw ActionError.notPermitted("Whoever asked for it, or keeps the register, takes it back") }
            guard application.state.isOpen else {
                throw ActionError.conflict("This has been settled already: \(application.state.title.lowercased())")
            }
            _ = try tx.settle(application, as: .withdrawn, by: user, reason: why)
            return Recorded(
                Event(.accountWithdrawn, .application(application.id), why: why),
                tasks: [.decideAccount, .tellAccount, .openAccount, .settleApplication].map {
                    .close($0, .application(application.id))
                },
                notices: try user == application.by || tx.hasLeft(application.by)
                    ? []
                    : [
                        NewNotice(
                            to: application.by, .accountDecided, .application(application.id),
                            says: "Your application for “\(application.asked.name)” was taken back: \(why)")
                    ])
        }
    }
}
