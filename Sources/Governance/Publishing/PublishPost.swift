/// The act of publishing one draft at one place, with every fact its controls need.
package struct PublishPost: Act {
    package let draft: Draft
    /// Nil: no roll is known, so the act is held. An empty roll says that there is nobody.
    package let roll: Roll?
    package let organisation: OrganisationFacts
    /// Which of its writers may not speak for the school; nil: who writes is not known, or nobody asks.
    package let speakers: Speakers?
    /// Who has judged which picture; nil: nobody asks.
    package let judgements: PictureJudgements?
    /// The names of those of its writers who have not said that they know the list of those who must not be published as
    /// it stands; nil: that is not known, or not asked at this moment.
    package let listUnknownTo: [String]?
    /// Which of its writers may not write a vacancy; nil: who writes is not known, or nobody asks.
    package let vacancyWriters: VacancyWriters?
    /// Where its links led, as far as they were followed.
    package let destinations: [LinkDestination]
    /// The draft's fields, decoded once for every reader.
    package let texts: [FieldText]
    /// The same read into words, once for all controls.
    package let fields: [ReadField]
    /// The same as folded bytes, with the addresses in them.
    package let reading: PostReading

    package init(
        draft: Draft, roll: Roll?, organisation: OrganisationFacts = OrganisationFacts(), speakers: Speakers? = nil,
        judgements: PictureJudgements? = nil, listUnknownTo: [String]? = nil,
        vacancyWriters: VacancyWriters? = nil, destinations: [LinkDestination] = []
    ) {
        self.draft = draft
        self.roll = roll
        self.organisation = organisation
        self.speakers = speakers
        self.judgements = judgements
        self.listUnknownTo = listUnknownTo
        self.vacancyWriters = vacancyWriters
        self.destinations = destinations
        texts = draft.readable.map { FieldText($0.field, $0.text) }
        fields = texts.map { ReadField($0) }
        reading = PostReading(texts)
    }
}

/// What the school or trust says of itself, beside its policy.
package struct OrganisationFacts: Sendable, Equatable {
    /// The names the public knows it by, from the policy's `names:` and the organisation's own.
    package var names: [String]
    package var phones: [String]
    package var emails: [String]
    package var postcodes: [String]
    package var suppliers: [String]
    /// The school's own list of words that must stay in.
    package var confidentialWords: [String]
    package var allowedHosts: [String]
    package var deniedHosts: [String]
    /// The days before an election in which the school is careful; nil: it has set none.
    package var preElection: ElectionPeriod?
    /// The school that owns the posting account, in an organisation of several.
    package var school: String?

    package init(
        names: [String] = [], phones: [String] = [], emails: [String] = [], postcodes: [String] = [],
        suppliers: [String] = [], confidentialWords: [String] = [], allowedHosts: [String] = [],
        deniedHosts: [String] = [], preElection: ElectionPeriod? = nil, school: String? = nil
    ) {
        self.names = names
        self.phones = phones
        self.emails = emails
        self.postcodes = postcodes
        self.suppliers = suppliers
        self.confidentialWords = confidentialWords
        self.allowedHosts = allowedHosts
        self.deniedHosts = deniedHosts
        self.preElection = preElection
        self.school = school
    }
}
