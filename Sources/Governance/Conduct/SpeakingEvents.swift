extension Event.Kind {
    package static let authorityGiven = Self("conduct.authority-given")
    package static let authorityTakenBack = Self("conduct.authority-taken-back")
    package static let authorityEnding = Self("conduct.authority-ending")
    package static let authorityEnded = Self("conduct.authority-ended")
}

extension NewTask.Kind {
    /// To say whether an authority to speak goes on. Its holder never sees it.
    package static let renewAuthority = Self("conduct.renew-authority")
}

extension NewNotice.Kind {
    /// Someone may speak for the school, or no longer.
    package static let authorityChanged = Self("conduct.authority-changed")
}

extension RecordSubject.Kind {
    package static let speakingAuthority = Self("speaking-authority")
}

extension DueItem.Kind {
    /// An authority to speak ends soon, or has ended; the subject is the authority.
    package static let authorityEnds = Self("conduct.authority-ends")
}
