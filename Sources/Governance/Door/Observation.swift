/// What a control noticed. The clause that carries the control turns it into a finding with a severity.
package struct Observation: Sendable, Equatable {
    /// Snake-case code of the screening contract, for example `pupil_full_name`.
    package var code: String
    package var certainty: Certainty
    /// Whom or what it is about: `ref`s of people, or the id of a medium. Several when it fits several.
    package var refs: [String]
    package var place: Place?
    /// What was found, as it stands in the draft; compared after `Evidence.normalised`.
    package var evidence: String
    package var basis: Basis
    /// One sentence for the author, with the passage in quotation marks.
    package var says: String
    /// One sentence: what to do about it.
    package var advice: String
    /// Holds the act only until this is on record (a press reply until an authorisation).
    package var until: String?

    package init(
        _ code: String, _ certainty: Certainty = .plain, refs: [String] = [], at place: Place? = nil,
        evidence: String = "", basis: Basis, says: String, advice: String, until: String? = nil
    ) {
        self.code = code
        self.certainty = certainty
        self.refs = refs
        self.place = place
        self.evidence = evidence
        self.basis = basis
        self.says = says
        self.advice = advice
        self.until = until
    }

    /// How sure a control is that what it saw is what the clause speaks of.
    /// The clause's word gives the severity of a breach; a reading that is less than plain is milder.
    package enum Certainty: String, Sendable, Codable {
        /// It is what the clause speaks of: the clause's own severity.
        case plain
        /// It may be: one step milder.
        case likely
        /// It hints at it: advice only.
        case slight
    }

    /// A record (consent on file) is corrected only in its own room; a reading of text can be answered.
    package enum Basis: String, Sendable, Codable {
        case record, reading
    }
}

/// Where in a draft: the field, and a range in Unicode scalars of the field as decoded, `to` exclusive.
package struct Place: Sendable, Codable, Hashable {
    /// `text`, `media[0].alt`, `media[0].depicts[1]`, `media[0].tags[0]`, `links[0].url`.
    package var field: String
    package var from: Int?
    package var to: Int?

    package init(_ field: String, from: Int? = nil, to: Int? = nil) {
        self.field = field
        self.from = from
        self.to = to
    }
}
