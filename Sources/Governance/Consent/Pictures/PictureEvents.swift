extension Event.Kind {
    package static let pictureAdded = Self("consent.picture-added")
    package static let pictureKeyMade = Self("consent.picture-key-made")
    package static let pictureDescribed = Self("consent.picture-described")
    package static let pictureJudged = Self("consent.picture-judged")
    package static let pictureRemoved = Self("consent.picture-removed")
    package static let pictureDestroyed = Self("consent.picture-destroyed")
    package static let pictureSealedAway = Self("consent.picture-sealed-away")
    package static let pictureHeld = Self("consent.picture-held")
    package static let picturePassed = Self("consent.picture-passed")
    package static let likesLetIn = Self("consent.likes-let-in")
}

extension RecordSubject.Kind {
    package static let picture = Self("picture")
}

extension NewTask.Kind {
    /// To say whether a picture that looks like one that must not exist is another; the subject is its post.
    package static let lookAtLikeness = Self("consent.look-at-likeness")
}

extension NewNotice.Kind {
    /// A compromising picture was destroyed.
    package static let pictureDestroyed = Self("consent.picture-destroyed")
}

extension DueItem.Kind {
    /// Files of pictures that are to be erased, or that no row names.
    package static let erasePictures = Self("consent.erase-pictures")
}
