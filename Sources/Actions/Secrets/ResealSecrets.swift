import Foundation
import Governance
import Store

/// Seals anew, with the key that comes first by now, whatever another sealed. Done again, it goes on where it was.
///
/// A refresh token that is just being tried at the provider may be replaced under its feet; then its holder signs in again.
package struct ResealSecrets: Sendable {
    package init() {}

    /// How much there was.
    package struct Outcome: Sendable, Equatable {
        package var resealed = 0
        /// Sealed with the first key already.
        package var asTheyWere = 0
        /// What opens with none of the keys that are there, and is lost unless its key comes back.
        package var lost: [Lost] = []
    }

    package struct Lost: Sendable, Equatable {
        package var column: SealedColumn
        /// Of log-in details the account, of a code or a token the user; nil where there is but one.
        package var whose: String?
    }

    @discardableResult
    package func perform(in organisation: Organisation) async throws -> Outcome {
        let secrets = organisation.installation.secrets
        return try await organisation.change(by: .console) { tx in
            var outcome = Outcome()
            for value in try tx.sealedValues() {
                guard try secrets.isOld(value.sealed) else {
                    outcome.asTheyWere += 1
                    continue
                }
                do {
                    let secret = try secrets.open(value.sealed, for: value.purpose)
                    try tx.put(secrets.seal(secret, for: value.purpose), for: value)
                    outcome.resealed += 1
                } catch SecretsTrouble.otherKey, SecretsTrouble.spoilt {
                    outcome.lost.append(Lost(column: value.column, whose: try whose(value, tx)))
                }
            }
            guard outcome.resealed > 0 else { return .unchanged(outcome) }
            return Recorded(
                outcome,
                Event(
                    .secretsResealed, .organisation,
                    after: ["sealed": .number(outcome.resealed), "lost": .number(outcome.lost.count)]))
        }
    }

    private func whose(_ value: SealedValue, _ tx: WriteTransaction) throws -> String? {
        switch value.column {
        case .login, .connection, .joiningApp, .joiningChoices:
            try tx.officialAccount(Identifier(value.row)).account.name
        case .refreshToken, .oneTimeCode: try tx.user(Identifier(value.row)).name
        case .networkApp: Network(rawValue: value.row)?.title
        case .provider, .mailServer, .mail, .pictureKey, .consentReason, .pictureLinkWish: nil
        }
    }
}

extension SealedValue {
    /// For what it was sealed; the one place where a column and its purpose meet beside the verb that seals.
    fileprivate var purpose: String {
        switch column {
        case .provider: Organisation.providerPurpose
        case .refreshToken: Organisation.refreshPurpose(Identifier(row))
        case .oneTimeCode: SetUpOneTimeCodes.purpose(Identifier(row))
        case .mailServer: ChangeMailServer.purpose
        case .mail: QueuedMail.purpose(Identifier(row))
        case .login: Organisation.loginPurpose(Identifier(row))
        case .pictureKey: Organisation.pictureKeyPurpose
        case .consentReason: SayNever.purpose(Int(row) ?? 0)
        case .pictureLinkWish: WishForLink.purpose(row)
        case .connection: Organisation.connectionPurpose(Identifier(row))
        case .networkApp: Organisation.networkAppPurpose(row)
        case .joiningApp: Organisation.joiningPurpose(Identifier(row), "app")
        case .joiningChoices: Organisation.joiningPurpose(Identifier(row), "choices")
        }
    }
}

extension SealedColumn {
    /// As a person at the machine reads it.
    package var title: String {
        switch self {
        case .provider: "the secret of the sign-in provider"
        case .refreshToken: "the sign-in of"
        case .oneTimeCode: "the one-time codes of"
        case .mailServer: "the password of the mail server"
        case .mail: "a mail that waits"
        case .login: "the log-in details of"
        case .pictureKey: "the key of all pictures"
        case .consentReason: "a reason why somebody is not pictured"
        case .pictureLinkWish: "a wish for a link"
        case .connection: "the connection of"
        case .networkApp: "the secret of the app on"
        case .joiningApp, .joiningChoices: "the joining, on its way, of"
        }
    }
}
