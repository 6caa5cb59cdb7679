extension Event.Kind {
    package static let organisationSetUp = Self("people.organisation-set-up")
    package static let schoolAdded = Self("people.school-added")
    package static let schoolRenamed = Self("people.school-renamed")
    package static let noPupilsStated = Self("people.no-pupils-stated")
    package static let noPupilsEnded = Self("people.no-pupils-ended")
    package static let userInvited = Self("people.user-invited")
    /// Several were invited at once, or once more.
    package static let staffInvited = Self("people.staff-invited")
    package static let userKindChanged = Self("people.user-kind-changed")
    package static let userChanged = Self("people.user-changed")
    package static let userEnded = Self("people.user-ended")
    package static let userReopened = Self("people.user-reopened")
    package static let userLinked = Self("people.user-linked")
    package static let userUnlinked = Self("people.user-unlinked")
    /// No way in is theirs who came off the roll.
    package static let nobodySignsIn = Self("people.nobody-signs-in")
    package static let linkMade = Self("people.link-made")
    package static let passwordSet = Self("people.password-set")
    package static let roleGranted = Self("people.role-granted")
    package static let roleEnded = Self("people.role-ended")
    package static let deputyNamed = Self("people.deputy-named")
    package static let deputyEnded = Self("people.deputy-ended")
    package static let signedIn = Self("people.signed-in")
    package static let signedOut = Self("people.signed-out")
    package static let sessionEnded = Self("people.session-ended")
    package static let sessionsEnded = Self("people.sessions-ended")
    package static let signInLocked = Self("people.sign-in-locked")
    package static let providerChanged = Self("people.provider-changed")
    package static let providerTried = Self("people.provider-tried")
    package static let providerRemoved = Self("people.provider-removed")
    package static let providerBound = Self("people.provider-bound")
    package static let providerReleased = Self("people.provider-released")
    /// The provider no longer stands for a user.
    package static let providerRefused = Self("people.provider-refused")
    package static let codesSetUp = Self("people.codes-set-up")
    package static let codesReset = Self("people.codes-reset")
    package static let recoveryCodeUsed = Self("people.recovery-code-used")
    package static let linkAsked = Self("people.link-asked")
    package static let mailServerChanged = Self("people.mail-server-changed")
    package static let mailTested = Self("people.mail-tested")
    package static let mailChoiceChanged = Self("people.mail-choice-changed")
    package static let mailQueued = Self("people.mail-queued")
    package static let mailGivenUp = Self("people.mail-given-up")
    package static let mailHeld = Self("people.mail-held")
    package static let consoleAdministrator = Self("people.console-administrator")
    /// A user was turned away from a route that is for others.
    package static let turnedAway = Self("people.turned-away")
}

extension RecordSubject.Kind {
    /// The provider with whom people sign in.
    package static let signInProvider = Self("sign-in-provider")
    package static let mailServer = Self("mail-server")
    package static let mail = Self("mail")
    /// A route of the website, by its method and pattern.
    package static let route = Self("route")
}

extension NewNotice.Kind {
    /// Somebody is to stand in for a colleague, or no longer.
    package static let deputyNamed = Self("people.deputy-named")
    /// One's name or e-mail address was corrected.
    package static let userChanged = Self("people.user-changed")
    /// The provider no longer stands for somebody.
    package static let providerRefused = Self("people.provider-refused")
    /// A school account was bound to one.
    package static let providerBound = Self("people.provider-bound")
    /// An administrator was made at the console.
    package static let administratorMade = Self("people.administrator-made")
    /// One's one-time codes were reset.
    package static let codesReset = Self("people.codes-reset")
    /// A mail could not be delivered.
    package static let mailGivenUp = Self("people.mail-given-up")
    /// The mail server takes nothing from us.
    package static let mailHeld = Self("people.mail-held")
}

extension NewTask.Kind {
    /// To see whether somebody has left whom the provider no longer knows.
    package static let lookAtRefusedUser = Self("people.look-at-refused-user")
    /// To say whether somebody who signs in is a member of staff who came off the roll.
    package static let findLeaversUser = Self("people.find-leavers-user")
}
