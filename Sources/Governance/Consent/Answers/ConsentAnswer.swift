import Foundation

/// What one person said about pictures of somebody, once; never changed, only followed by another.
package struct ConsentAnswer: Sendable, Equatable {
    package typealias Number = Int

    /// Who spoke.
    package enum Giver: Sendable, Hashable {
        /// A parent on record, by the name they have there.
        case parent(String)
        /// The pupil, or the adult, whom the pictures show.
        case themselves
        /// A form or a list that names nobody. It counts as one giver.
        case form
        /// The school itself, for somebody who must not be found; why is kept apart, for those who may know.
        case school
    }

    package enum Way: String, Sendable, CaseIterable {
        case link, paper, said
        case list = "import"
    }

    /// In order of time, unique in the organisation.
    package var number: Number
    package var person: Identifier<Person>
    package var giver: Giver
    /// What they allow, from when until when; `notRecorded` takes an answer back.
    package var consent: Consent
    /// Which answer was typed by mistake and counts no more; nil: this takes none back, or the school lifts its never, or the
    /// empty cell of a list takes back what lists said.
    package var takesBack: Number?
    package var way: Way
    /// The edition of the words that they answered to, `2026-11`, or what stands on an older form of the school; nil: not
    /// known, as of a list.
    package var wording: String?
    /// In which language, `pl`; nil: not known.
    package var language: String?
    /// How whoever answered by a link wrote their name.
    package var signedAs: String?
    /// The day on which they said it.
    package var on: Day
    package var at: Date
    /// Who put it on record.
    package var by: Actor

    package init(
        number: Number = 0, person: Identifier<Person>, giver: Giver, consent: Consent, takesBack: Number? = nil,
        way: Way,
        wording: String? = nil, language: String? = nil, signedAs: String? = nil, on day: Day, at: Date, by actor: Actor
    ) {
        self.number = number
        self.person = person
        self.giver = giver
        self.consent = consent
        self.takesBack = takesBack
        self.way = way
        self.wording = wording
        self.language = language
        self.signedAs = signedAs
        on = day
        self.at = at
        by = actor
    }
}

extension ConsentAnswer {
    /// Whether the school says by it that somebody must never be pictured. Its status is that of a family's no, so that it
    /// is found by its giver alone.
    package var isNever: Bool { giver == .school && consent.status != .notRecorded }
}

extension Consent {
    /// What a form with a yes or a no for each place says.
    ///
    /// - Parameters:
    ///   - allowed: the places with a yes; every other has a no.
    ///   - from, until: the first and the last day of what is allowed; nil: at once, and without end.
    ///   - before: what the same giver said until then; a yes that ends is a withdrawal.
    ///   - asksForObjections: whether the policy asks families what they object to, so that a no is an objection.
    package init(
        allowing allowed: Set<Channel>, from: Day? = nil, until: Day?, before: Consent?, asksForObjections: Bool,
        on day: Day
    ) {
        let places = Channel.allCases.filter(allowed.contains)
        if places.count == Channel.allCases.count {
            self.init(.granted, from: from, until: until)
        } else if !places.isEmpty {
            self.init(.restricted, channels: places, from: from, until: until)
        } else if [.granted, .restricted, .noObjection].contains(before?.status) {
            self.init(.withdrawn, withdrawnOn: day)
        } else {
            self.init(asksForObjections ? .objected : .refused)
        }
    }
}
