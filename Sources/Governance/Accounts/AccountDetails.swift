import Foundation

/// What the register knows of an account beside what posting needs. Nil: nobody has said.
package struct AccountDetails: Sendable, Equatable, Codable {
    package var purpose: String?
    package var audience: String?
    package var promotion: String?
    package var openness: AccountOpenness?
    /// Whether followers can comment.
    package var comments: Bool?
    /// Whether people can be tagged in its pictures.
    package var tagging: Bool?
    /// When somebody last looked at its privacy settings.
    package var privacyCheckedAt: Date?
    package var passwordChangedAt: Date?
    package var twoFactor: Bool?
    /// The e-mail address it is registered with.
    package var loginEmail: String?
    package var recoveryEmail: String?
    package var nextReview: Date?
    package var forSixthForm: Bool?
    package var isPersonal: Bool?
    /// When its content and settings were looked at for the first time after it was opened.
    package var firstCheckedAt: Date?

    package init() {}
}

/// Where an account is in its life.
package enum AccountState: String, Sendable, Codable, CaseIterable {
    /// Opened after the decision that its policy asks.
    case active
    /// It was there before the register was; it is to be brought into order.
    case legacy
    case closed

    package var isInUse: Bool { self != .closed }
}

/// One who runs an account.
package struct AccountOperator: Sendable, Equatable, Codable {
    package var user: Identifier<User>
    package var name: String
    package var kind: Binding.Who
    package var isLead: Bool
    /// Whether they have said that they read the policy in force there.
    package var hasRead: Bool
    /// Whether training is on record; nil: nobody has said.
    package var isTrained: Bool?

    package init(
        user: Identifier<User>, name: String, kind: Binding.Who = .employee, isLead: Bool = false,
        hasRead: Bool = false, isTrained: Bool? = nil
    ) {
        self.user = user
        self.name = name
        self.kind = kind
        self.isLead = isLead
        self.hasRead = hasRead
        self.isTrained = isTrained
    }
}

extension Binding.Who {
    /// A member of staff, as the papers count those who run an account (ACC-02).
    package var isStaff: Bool { [.employee, .agency, .casual, .officer].contains(self) }

    /// Someone whom the school does not train as it trains its staff: whoever decides may vouch that they are trained
    /// (ACC-04). Of staff the register of training says it.
    package var isVouchedFor: Bool { !isStaff }
}
