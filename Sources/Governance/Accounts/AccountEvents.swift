extension Event.Kind {
    package static let accountAdded = Self("accounts.account-added")
    package static let accountChanged = Self("accounts.account-changed")
    package static let accountClosed = Self("accounts.account-closed")
    package static let accountOpened = Self("accounts.account-opened")
    package static let accountAsked = Self("accounts.application-made")
    package static let accountAskingRefused = Self("accounts.application-refused")
    package static let accountApproved = Self("accounts.application-approved")
    package static let accountApprovalRefused = Self("accounts.approval-refused")
    package static let accountRejected = Self("accounts.application-rejected")
    package static let accountWithdrawn = Self("accounts.application-withdrawn")
    package static let accountTold = Self("accounts.address-told")
    package static let accountActivated = Self("accounts.account-activated")
    package static let accountOpeningRefused = Self("accounts.opening-refused")
    package static let accountDetailsChanged = Self("accounts.details-changed")
    package static let accountOperatorsChanged = Self("accounts.operators-changed")
    package static let accountChangeRefused = Self("accounts.change-refused")
    package static let accountChecked = Self("accounts.account-checked")
    package static let accountReviewed = Self("accounts.account-reviewed")
    package static let accountTaskDue = Self("accounts.task-due")
    package static let registerSaved = Self("accounts.register-saved")
}

extension RecordSubject.Kind {
    package static let account = Self("account")
    package static let accountApplication = Self("account-application")
}
