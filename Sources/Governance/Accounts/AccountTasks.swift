import Foundation

extension NewTask.Kind {
    /// To decide on an application for an account.
    package static let decideAccount = Self("accounts.decide-application")
    /// To open an account once it may be.
    package static let openAccount = Self("accounts.open-account")
    /// To tell the address of an account before it goes live.
    package static let tellAccount = Self("accounts.tell-address")
    /// To look at a new account for the first time.
    package static let checkAccount = Self("accounts.check-account")
    /// To ask whether an account is still needed.
    package static let reviewAccount = Self("accounts.review-account")
    /// To bring into order an account that was there before the register was.
    package static let orderAccount = Self("accounts.bring-into-order")
    /// To hand over an account that a leaver ran: a new lead and a new password, or its closing.
    package static let handOverAccount = Self("accounts.hand-over")
    /// To find another who runs an account, where too few members of staff are left.
    package static let findOperator = Self("accounts.find-operator")
    /// To take back an application whose asker, or somebody who was to run the account, has left.
    package static let settleApplication = Self("accounts.settle-application")
}

extension NewNotice.Kind {
    package static let accountDecided = Self("accounts.decided")
    package static let accountTold = Self("accounts.told")
}

extension DueItem.Kind {
    /// An account's next review comes near.
    package static let accountReview = Self("accounts.review")
    /// An account that an older release kept: it gets its task.
    package static let accountLegacy = Self("accounts.legacy")
}

/// The product's own times for accounts; none of the papers names one.
package enum AccountTimes {
    package static let daysToDecide = 10
    package static let daysToOpen = 14
    package static let daysToFirstCheck = 7
    package static let daysToBringIntoOrder = 28
    /// The longest until somebody asks whether an account is still needed.
    package static let daysToReview = 365
    /// How long before a review its task appears.
    package static let daysOfNotice = 21
    /// For how long the log-in details of a closed account are kept: networks bring an account back for about 30 days, and
    /// somebody may have to go in again for its archive or to shut it a second time.
    package static let daysToKeepLogins = 30
}
