extension Event.Kind {
    package static let accountAdded = Self("accounts.account-added")
    package static let accountChanged = Self("accounts.account-changed")
    package static let accountClosed = Self("accounts.account-closed")
    package static let accountOpened = Self("accounts.account-opened")
}

extension RecordSubject.Kind {
    package static let account = Self("account")
}
