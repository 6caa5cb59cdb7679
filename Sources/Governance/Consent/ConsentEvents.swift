extension Event.Kind {
    package static let consentAnswered = Self("consent.answered")
    package static let consentRecounted = Self("consent.recounted")
    package static let neverSaid = Self("consent.never-said")
    package static let neverLifted = Self("consent.never-lifted")
    package static let neverReasonRead = Self("consent.never-reason-read")
    package static let familiesAsked = Self("consent.families-asked")
    package static let requestsOpened = Self("consent.requests-opened")
    package static let lettersGiven = Self("consent.letters-given")
    package static let questionDelivered = Self("consent.question-delivered")
    package static let questionFailed = Self("consent.question-failed")
    package static let parentsChanged = Self("consent.parents-changed")
    package static let consentSaved = Self("consent.register-saved")
    package static let visitorObjected = Self("consent.visitor-objected")
    package static let objectionLifted = Self("consent.objection-lifted")
    package static let consentLinkSent = Self("consent.link-sent")
    package static let pictureListChanged = Self("consent.list-changed")
    package static let pictureListKnown = Self("consent.list-known")
    package static let withdrawalReached = Self("consent.withdrawal-reached")
    package static let consentEnding = Self("consent.ending")
}

extension NewTask.Kind {
    /// To give families the question on paper who have no e-mail address on record; one for a school.
    package static let askOnPaper = Self("consent.ask-on-paper")
    /// To read the list of those who must not be published, and to say so.
    package static let knowPictureList = Self("consent.know-the-list")
    /// To ask again those whose consent ends soon; one for a school.
    package static let renewConsents = Self("consent.renew")
    /// To say whether a consent of one's own, which ends soon, goes on; the subject is the person.
    package static let renewMyConsent = Self("consent.renew-my-own")
}

extension NewNotice.Kind {
    /// A picture in one's post may no longer be shown.
    package static let pictureNotAllowed = Self("consent.picture-not-allowed")
}

extension RecordSubject.Kind {
    /// The list of those who must not be published, of a school.
    package static let pictureList = Self("picture-list")
    /// The objection of somebody who is on no roll.
    package static let visitorObjection = Self("visitor-objection")
}

extension DueItem.Kind {
    /// Questions to families that wait are mailed; the subject is the organisation.
    package static let familiesToAsk = Self("consent.families-to-ask")
    /// Somebody asked for a link on the public page; the subject is their wish.
    package static let linkWished = Self("consent.link-wished")
    /// A consent ends soon, or has ended; the subject is the person.
    package static let consentEnds = Self("consent.consent-ends")
    /// The school has said never of somebody, and what follows has still to be done; the subject is the person.
    package static let neverSettles = Self("consent.never-settles")
}
