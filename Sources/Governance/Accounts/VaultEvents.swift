extension Event.Kind {
    package static let loginLodged = Self("accounts.login-lodged")
    package static let loginShown = Self("accounts.login-shown")
    package static let loginRefused = Self("accounts.login-refused")
    package static let loginLookAsked = Self("accounts.login-look-asked")
    package static let loginLookAllowed = Self("accounts.login-look-allowed")
    package static let loginLookLapsed = Self("accounts.login-look-lapsed")
    package static let loginDestroyed = Self("accounts.login-destroyed")
    package static let onePersonAsked = Self("accounts.one-person-asked")
    package static let onePersonConfirmed = Self("accounts.one-person-confirmed")
    package static let onePersonDeclined = Self("accounts.one-person-declined")
    package static let onePersonLapsed = Self("accounts.one-person-lapsed")
}

extension NewTask.Kind {
    /// To allow a colleague a look at log-in details, where two people are asked for.
    package static let allowLook = Self("accounts.allow-look")
    /// To confirm or decline that one person alone may look; the subject is the request.
    package static let confirmOnePerson = Self("accounts.confirm-one-person")
    /// To hand the log-in details of a new account over to those who keep them.
    package static let lodgeLogin = Self("accounts.lodge-login")
    /// To change a password that is old.
    package static let changeLogin = Self("accounts.change-password")
}

extension NewNotice.Kind {
    package static let loginShown = Self("accounts.login-shown")
    /// Fewer people are asked for a look than before.
    package static let custodyWeakened = Self("accounts.custody-weakened")
    /// Somebody asks for that, or it came to nothing; the subject is the request.
    package static let onePersonAsked = Self("accounts.one-person-asked")
}

extension DueItem.Kind {
    /// An account's password gets old.
    package static let accountPassword = Self("accounts.password")
    /// A look that a colleague was asked to allow was not allowed in time; the subject is the look.
    package static let loginLook = Self("accounts.login-look")
    /// Nobody confirmed in time that one person alone may look; the subject is the request.
    package static let onePersonRequest = Self("accounts.one-person-request")
    /// The log-in details of an account that was closed are destroyed.
    package static let loginDestruction = Self("accounts.login-destruction")
}
