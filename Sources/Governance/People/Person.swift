/// Someone on the roll: a pupil or a member of staff, as far as a duty needs to know.
package struct Person: Sendable, Equatable {
    package enum Kind: String, Sendable, Codable, CaseIterable {
        case pupil, staff
        /// On no roll: somebody whose objection to pictures is kept, so that it is found when they are named.
        case visitor

        /// Those whom a roll holds.
        package static let onRoll: [Kind] = [.pupil, .staff]
    }

    /// By which drafts and findings know them, unique in the organisation: their number, or if somebody had that before,
    /// the identifier of their place on the roll. Never shown.
    package var ref: String
    /// What their school calls them by, for example the admission number: unique among its pupils and among its staff,
    /// for the schools of a trust count alike. Never shown as a name.
    package var number: String
    package var kind: Kind
    package var given: String
    package var family: String
    package var preferred: String?
    package var middle: String?
    /// Form or class, for example `7A`.
    package var form: String?
    /// `Mr`, `Dr`; staff mostly.
    package var title: String?
    /// The school, in an organisation of several; nil when there is only one.
    package var school: String?
    /// Where staff are written to, folded to lower case; by it they are told to be the user who signs in.
    package var email: String?
    package var consent: Consent

    package init(
        ref: String, number: String? = nil, kind: Kind, given: String, family: String, preferred: String? = nil,
        middle: String? = nil, form: String? = nil, title: String? = nil, school: String? = nil, email: String? = nil,
        consent: Consent = Consent()
    ) {
        self.ref = ref
        self.number = number ?? ref
        self.kind = kind
        self.given = given
        self.family = family
        self.preferred = preferred
        self.middle = middle
        self.form = form
        self.title = title
        self.school = school
        self.email = email
        self.consent = consent
    }

    /// As they are called, in full: `Jamie Trelawney`.
    package var calledName: String {
        [preferred ?? given, family].filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// `Jamie T.`, and `Ethan A.` of Ethan al-Amin: enough for a colleague to know who is meant, and no full name on a page.
    package var shortName: String {
        let first = preferred ?? given
        guard let initial = family.first(where: \.isLetter)?.uppercased() else { return first }
        return first.isEmpty ? "\(initial)." : "\(first) \(initial)."
    }
}
