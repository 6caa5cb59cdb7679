extension Event.Kind {
    package static let pictureAdded = Self("consent.picture-added")
    package static let pictureKeyMade = Self("consent.picture-key-made")
    package static let pictureDescribed = Self("consent.picture-described")
    package static let pictureJudged = Self("consent.picture-judged")
    package static let pictureRemoved = Self("consent.picture-removed")
    package static let pictureDestroyed = Self("consent.picture-destroyed")
    package static let pictureSealedAway = Self("consent.picture-sealed-away")
}

extension RecordSubject.Kind {
    package static let picture = Self("picture")
}

extension NewNotice.Kind {
    /// A compromising picture was destroyed.
    package static let pictureDestroyed = Self("consent.picture-destroyed")
}

extension DueItem.Kind {
    /// Files of pictures that are to be erased, or that no row names.
    package static let erasePictures = Self("consent.erase-pictures")
}
