/// The controls over publishing that ask who is in a picture.
let consentControls: [ControlEntry<PublishPost>] = [
    ControlEntry(Pictures.self),
    ControlEntry(Objections.self),
    ControlEntry(PupilIdentity.self),
    ControlEntry(PersonalAccounts.self),
    ControlEntry(PupilHomes.self),
    ControlEntry(Judgement.self),
    ControlEntry(KnownList.self),
]
