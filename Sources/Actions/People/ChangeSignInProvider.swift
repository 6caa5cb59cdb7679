import Foundation
import Governance
import Platforms
import Store

/// Says with which provider people sign in here. Anything that decides who somebody is switches it off until an
/// administrator has tried it again.
package struct ChangeSignInProvider: Sendable {
    package var provider: SignInProvider
    /// The client secret; nil keeps the one that is kept, which goes to no other provider.
    package var secret: String?

    package init(to provider: SignInProvider, secret: String? = nil) {
        self.provider = provider
        self.secret = secret
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        let (fresh, errors) = provider.checked()
        let secret = secret.map(trimmed).flatMap { $0.isEmpty ? nil : $0 }
        try await organisation.change(by: actor) { tx in
            // within the change, so that no key that was replaced meanwhile seals it
            let sealed = try secret.map {
                try organisation.installation.secrets.seal(Data($0.utf8), for: Organisation.providerPurpose)
            }
            try tx.require(.administrator, at: nil, "Only an administrator can say how people sign in")
            let before = try tx.signInProvider()
            var errors = errors
            if sealed == nil, before?.provider.issuer != fresh.issuer || before?.provider.kind != fresh.kind {
                errors.append(FieldError("secret", "Enter the client secret that this provider gave you"))
            }
            for group in fresh.groupRoles {
                if let school = group.school { _ = try tx.school(school) }
            }
            guard errors.isEmpty else { throw ActionError.invalid(errors) }
            guard let secret = sealed ?? before?.secret else { throw ActionError.notFound }
            var provider = fresh
            provider.enter(by: actor.user, before: before?.provider)
            let isSame = before.map { $0.provider.identifies(as: provider) && sealed == nil } ?? false
            provider.isOn = isSame && before?.provider.isOn == true
            let kept = KeptProvider(provider: provider, secret: secret, triedAt: isSame ? before?.triedAt : nil)
            guard kept != before else { return .unchanged }
            let able = try tx.administratorsWhoComeIn()
            try tx.keep(kept)
            // the groups of another provider mean nothing here
            let isAnother = before.map { $0.provider.issuer != provider.issuer } ?? false
            let (ended, handovers) =
                try isAnother
                ? organisation.endGroupGrants(why: "People sign in with another provider", tx) : ([], [])
            try tx.requireAdministratorWhoComesIn(before: able)
            return Recorded(
                Event(
                    .providerChanged, .signInProvider,
                    before: try before.map { try RecordValue(encoding: $0.provider) },
                    after: try RecordValue(encoding: provider)), and: ended,
                tasks: ended.isEmpty
                    ? [] : try tx.handbookTasks(organisation.installation.policies) + handovers)
        }
        await organisation.installation.providerBooks.forget(fresh.issuer)
    }
}

extension SignInProvider {
    /// Notes who entered what a group means: nobody gives a role to themselves that way.
    fileprivate mutating func enter(by user: Identifier<User>?, before: SignInProvider?) {
        groupRoles = groupRoles.map { row in
            var row = row
            let same = before?.groupRoles.first {
                $0.group == row.group && $0.role == row.role && $0.school == row.school
            }
            row.by = same == nil ? user : same?.by
            return row
        }
    }
}

extension RecordSubject {
    static let signInProvider = RecordSubject(.signInProvider, "1")
}
