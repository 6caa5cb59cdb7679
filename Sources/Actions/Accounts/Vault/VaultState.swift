import Foundation
import Governance
import Store

extension Organisation {
    /// Log-in details sealed for one account alone: in another account's row they do not open.
    func seal(_ login: LoginDetails, of account: Identifier<PostingAccount>) throws -> Data {
        do {
            return try installation.secrets.seal(JSONEncoder().encode(login), for: Self.loginPurpose(account))
        } catch is SecretsTrouble {
            throw ActionError.conflict(
                "The key that seals log-in details is not where it should be, so nothing was kept. Ask whoever looks "
                    + "after this machine to put it back")
        }
    }

    /// - Throws: `.conflict` with what cannot be read, what is lost if its key is, and what to do then.
    func open(_ sealed: SealedLogin) throws -> LoginDetails {
        do {
            let text = try installation.secrets.open(sealed.sealed, for: Self.loginPurpose(sealed.known.account))
            return try JSONDecoder().decode(LoginDetails.self, from: text)
        } catch let trouble as SecretsTrouble {
            let what =
                switch trouble {
                case .otherKey: "The key \(sealed.known.keyID), which sealed these log-in details, is not here any more"
                case .spoilt: "These log-in details do not open any more"
                default: "The key that opens log-in details is not where it should be"
                }
            throw ActionError.conflict(
                "\(what). Ask whoever looks after this machine to put it back. If it is lost, so is this password: set a "
                    + "new one on the network, through its recovery address, and lodge that")
        }
    }

    static func loginPurpose(_ account: Identifier<PostingAccount>) -> String { "account-login:\(account.text)" }
}

extension WriteTransaction {
    /// Somebody before the vault of an account, as its custody asks.
    func asker(_ user: Identifier<User>, of account: Identifier<PostingAccount>) throws -> LoginCustody.Asker {
        LoginCustody.Asker(
            user, try authority(of: user),
            handsOver: try openHandovers(from: user).contains { $0.account == account },
            isRefused: try isRefused(user))
    }

    /// Whether the school's sign-in refused somebody, and nobody has looked at it yet.
    func isRefused(_ user: Identifier<User>) throws -> Bool {
        try isOpen(.lookAtRefusedUser, RecordSubject(.user, user))
    }
}
