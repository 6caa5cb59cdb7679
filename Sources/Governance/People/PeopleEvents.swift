extension Event.Kind {
    package static let organisationSetUp = Self("people.organisation-set-up")
    package static let schoolAdded = Self("people.school-added")
    package static let schoolRenamed = Self("people.school-renamed")
    package static let noPupilsStated = Self("people.no-pupils-stated")
    package static let noPupilsEnded = Self("people.no-pupils-ended")
    package static let userInvited = Self("people.user-invited")
    package static let userKindChanged = Self("people.user-kind-changed")
    package static let userEnded = Self("people.user-ended")
    package static let userLinked = Self("people.user-linked")
    package static let userUnlinked = Self("people.user-unlinked")
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
    /// A user was turned away from a route that is for others.
    package static let turnedAway = Self("people.turned-away")
}

extension RecordSubject.Kind {
    /// A route of the website, by its method and pattern.
    package static let route = Self("route")
}

extension NewNotice.Kind {
    /// Somebody is to stand in for a colleague, or no longer.
    package static let deputyNamed = Self("people.deputy-named")
}
