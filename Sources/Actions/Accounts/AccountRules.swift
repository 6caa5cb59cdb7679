import Foundation
import Governance
import Store

/// What judges an account at one school: its policy in force as a door, and how that has accounts decided and kept.
struct AccountRules: Sendable {
    let door: Door<OpenAccount>
    let terms: AccountTerms
    let version: PolicyVersion
    let policy: Policy
}

extension Organisation {
    /// The rules at this moment, read in the same transaction as the change that rests on them.
    func accountRules(at school: Identifier<School>, _ tx: WriteTransaction) throws -> AccountRules {
        guard let policy = try policyInForce(at: school, on: tx.now, tx) else {
            throw ActionError.conflict("No policy is in force at this school, so nothing can be decided")
        }
        return AccountRules(
            door: installation.accountDoors.door(policy), terms: AccountTerms(policy.policy), version: policy.version,
            policy: policy.policy)
    }

    /// How the policy in force at a school, or the product where there is none, has accounts decided and kept.
    func accountTerms(at school: Identifier<School>, _ tx: WriteTransaction) throws -> AccountTerms {
        AccountTerms(try policyInForce(at: school, on: tx.now, tx)?.policy)
    }

    /// The same for a page.
    package func accountTerms(at school: Identifier<School>) async throws -> AccountTerms {
        AccountTerms(try await policyInForce(at: school)?.policy)
    }
}

/// What came of something the door examined.
package enum AccountOutcome<Value: Sendable>: Sendable {
    case done(Value)
    case refused(Refusal)

    package var refusal: Refusal? { if case .refused(let refusal) = self { refusal } else { nil } }
}

extension WriteTransaction {
    /// The act of one step, with its facts as they are now.
    func openAccount(
        _ step: OpenAccount.Step, _ asked: AccountCase, details: AccountDetails = AccountDetails(),
        applicant: Identifier<User>? = nil, trained: Set<Identifier<User>> = [], at school: Identifier<School>,
        under rules: AccountRules
    ) throws -> OpenAccount {
        OpenAccount(
            step, asked, details: details, applicant: try applicant.map { try user($0).kind } ?? .employee,
            operators: try asked.operators.map { id in
                try accountOperator(id, isLead: id == asked.lead, trained: trained, under: rules)
            },
            others: try officialAccounts().filter {
                $0.account.school == school && $0.state.isInUse && $0.id != asked.existing
            }.map { other in
                OtherAccount(
                    name: other.account.name, network: other.account.network, type: other.account.type,
                    forSixthForm: other.details.forSixthForm ?? false, lead: other.lead?.user)
            })
    }

    /// One who is to run it, with what is on record of them.
    func accountOperator(
        _ id: Identifier<User>, isLead: Bool, trained: Set<Identifier<User>>, under rules: AccountRules
    ) throws -> AccountOperator {
        let person = try user(id)
        let isOnRecord = try trainingStanding(of: id).valid(id, under: rules.policy) != nil
        return AccountOperator(
            user: id, name: person.name, kind: person.kind, isLead: isLead,
            hasRead: try registerFacts(of: id).acknowledgement(of: rules.version, by: id) != nil,
            isTrained: isOnRecord || (person.kind.isVouchedFor && trained.contains(id)) ? true : nil)
    }

    /// Nobody who has left is named to run an account, or opens one with the others; nor who is to hand it over as a leaver.
    func requireNoneLeft(
        among operators: [Identifier<User>], of account: Identifier<PostingAccount>? = nil
    ) throws {
        let leavers =
            try account.map { Set(try openHandovers(of: $0).filter { $0.cause == .left }.map(\.leaver)) } ?? []
        for id in operators where try leavers.contains(id) || hasLeft(id) {
            let person = try user(id)
            throw ActionError.invalid(
                "operators",
                person.endedAt == nil
                    ? "\(person.name) is not on the roll any more. Choose somebody else, or put them back on the roll first"
                    : "\(person.name) has left. Choose somebody else")
        }
    }
}

/// `rule: section 3.1`, or that it is the product's own.
func accountRule(_ says: String, _ sections: [String]) -> String { "\(says): \(whoseRule(sections))" }

extension RecordSubject {
    static func account(_ id: Identifier<PostingAccount>) -> RecordSubject { RecordSubject(.account, id) }
    static func application(_ id: Identifier<AccountApplication>) -> RecordSubject {
        RecordSubject(.accountApplication, id)
    }
}

extension Event {
    /// That the door stayed shut, with its decision.
    static func accountRefused(_ kind: Kind, _ subject: RecordSubject, _ refusal: Refusal) -> Event {
        Event(kind, subject, why: refusal.stopping.first?.says, decision: refusal.decision)
    }
}
