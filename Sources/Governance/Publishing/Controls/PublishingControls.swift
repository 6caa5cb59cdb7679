/// Every control over the act of publishing a post. Adding one touches its own file and one list: one of these, or its
/// room's.
package let publishingControls: [ControlEntry<PublishPost>] =
    factControls + readingControls + wordControls + consentControls + engagementControls

/// What must be known before anything can be said, and what the draft itself says.
private let factControls: [ControlEntry<PublishPost>] = [
    ControlEntry(TimeKnown.self),
    ControlEntry(NamedNetworks.self),
    ControlEntry(RollKnown.self),
    ControlEntry(AuthorityToSpeak.self),
    ControlEntry(Copyright.self),
    ControlEntry(MediaSource.self),
    ControlEntry(AlternativeText.self),
    ControlEntry(Tagging.self),
    ControlEntry(Teaching.self),
    ControlEntry(Standing.self),
    ControlEntry(Privacy.self),
]

/// What is read in the words and links.
private let readingControls: [ControlEntry<PublishPost>] = [
    ControlEntry(PupilNames.self),
    ControlEntry(PersonalData.self),
    ControlEntry(Confidential.self),
    ControlEntry(Offensive.self),
    ControlEntry(Links.self),
    ControlEntry(AffiliateLinks.self),
    ControlEntry(ReadingAgeLimit.self),
    ControlEntry(HarmToChildren.self),
    ControlEntry(PreElection.self),
    ControlEntry(Disclaimer.self),
]
