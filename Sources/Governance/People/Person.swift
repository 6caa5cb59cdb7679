/// Someone on the roll: a pupil or a member of staff, as far as a duty needs to know.
package struct Person: Sendable, Equatable, Codable {
    package enum Kind: String, Sendable, Codable, CaseIterable { case pupil, staff }

    /// The organisation's own reference; never shown as a name.
    package var ref: String
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
        ref: String, kind: Kind, given: String, family: String, preferred: String? = nil, middle: String? = nil,
        form: String? = nil, title: String? = nil, school: String? = nil, email: String? = nil,
        consent: Consent = Consent()
    ) {
        self.ref = ref
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

    /// `Jamie T.`: enough for a colleague to know who is meant, and no full name on a page.
    package var shortName: String {
        let first = preferred ?? given
        guard let initial = family.first(where: \.isLetter) else { return first }
        return first.isEmpty ? "\(initial)." : "\(first) \(initial)."
    }
}
