import Foundation
import Governance
import Store

/// Tells those whom the policy names the address and identity of an account before it goes live (ACC-03), and puts it
/// on record. Where a policy asks for a decision this is not it.
package struct TellOfAccount: Sendable {
    package var application: Identifier<AccountApplication>
    package var address: String

    package init(_ application: Identifier<AccountApplication>, address: String) {
        self.application = application
        self.address = address
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        let address = try required(address, "address", "Enter the address or handle that it will have", most: 300)
        try await organisation.change(by: actor) { tx in
            var application = try tx.accountApplication(application)
            let terms = try organisation.accountTerms(at: application.school, tx)
            let user = try tx.person()
            guard terms.leave == .telling else {
                throw ActionError.conflict("This policy asks for a decision; telling somebody is not enough")
            }
            guard user == application.by || application.asked.operators.contains(user) else {
                throw ActionError.notPermitted("Whoever asked for it, or will run it, tells its address")
            }
            guard application.state == .asked else {
                throw ActionError.conflict("This has been settled already: \(application.state.title.lowercased())")
            }
            let told = try terms.deciders.reduce(into: Set<Identifier<User>>()) { all, role in
                all.formUnion(try tx.holders(of: role, at: application.school))
            }.subtracting([user])
            guard !told.isEmpty else {
                throw ActionError.conflict(
                    "Nobody else here is \(terms.deciders.map(\.title).joined(separator: " or ")). Ask an administrator"
                )
            }
            application.address = address
            application = try tx.settle(application, as: .told, by: user)
            let school = try tx.school(application.school).name
            let says = "“\(application.asked.name)” for \(school) will go live at \(address)"
            return Recorded(
                Event(
                    .accountTold, .application(application.id),
                    after: [
                        "address": .text(address), "name": .text(application.asked.name),
                        "to": .list(told.sorted().map { .text($0.text) }),
                    ]),
                tasks: [
                    .close(.tellAccount, .application(application.id)),
                    .open(try tx.opening(application, terms)),
                ],
                notices: told.sorted().map {
                    NewNotice(to: $0, .accountTold, .application(application.id), says: says)
                })
        }
    }
}
