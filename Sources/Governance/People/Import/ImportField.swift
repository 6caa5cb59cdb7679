/// What a column of a list can hold, as far as a duty needs it.
package enum ImportField: String, CaseIterable, Sendable, Codable {
    case ref, kind, given, family, preferred, middle, form, title, school, email, born
    case consent, channels, from, until
    case withdrawnOn = "withdrawn_on"
    // a consent of its own for each place where a picture may go
    case website, social, press, display
    // of those who answer for a pupil
    case parent, parentEmail = "parent_email", relation
    case secondParent = "second_parent", secondParentEmail = "second_parent_email"
    case secondRelation = "second_relation"

    /// As a page says it.
    package var title: String {
        switch self {
        case .ref: "Reference"
        case .kind: "Pupil or staff"
        case .given: "Given name"
        case .family: "Family name"
        case .preferred: "Name they go by"
        case .middle: "Middle names"
        case .form: "Form or class"
        case .title: "Title"
        case .school: "School"
        case .email: "E-mail address (staff)"
        case .born: "Date of birth (looked at for slips, never kept)"
        case .consent: "Consent to pictures"
        case .channels: "Where pictures may go"
        case .from: "Consent from"
        case .until: "Consent until"
        case .withdrawnOn: "Consent withdrawn on"
        case .website: "Consent: website"
        case .social: "Consent: social media"
        case .press: "Consent: newspapers and television"
        case .display: "Consent: the school’s walls"
        case .parent: "Parent’s name"
        case .parentEmail: "Parent’s e-mail address"
        case .relation: "Parent’s relation"
        case .secondParent: "Second parent’s name"
        case .secondParentEmail: "Second parent’s e-mail address"
        case .secondRelation: "Second parent’s relation"
        }
    }

    /// The place of pictures that a column of its own speaks of.
    package var channel: Consent.Channel? { Consent.Channel(rawValue: rawValue) }

    /// Whether it is of a consent to pictures, which comes in as a step of its own.
    package var isOfConsent: Bool { [.consent, .channels].contains(self) || channel != nil || isDayOfConsent }

    var isDayOfConsent: Bool { [.from, .until, .withdrawnOn].contains(self) }

    /// What a heading usually means; nil when nobody can tell.
    package init?(heading: String) {
        let words = Self.words(of: heading)
        if let field = Self.known[words] {
            self = field
        } else if let field = Self(rawValue: words) {
            self = field
        } else {
            return nil
        }
    }

    /// In small letters without accents, joined by `_`.
    static func words(of heading: String) -> String {
        Evidence.normalised(heading).split { !$0.isLetter && !$0.isNumber }.joined(separator: "_")
    }

    private static let known: [String: ImportField] = usual.reduce(into: [:]) { known, usual in
        for words in usual.headings.split(separator: " ") { known[String(words)] = usual.field }
    }

    /// Headings that school systems write, in the form of `words(of:)`.
    private static let usual: [(field: ImportField, headings: String)] = [
        (
            .ref,
            "reference id adno admission_no admission_number admission admin_no mis_id student_id "
                + "pupil_id arbor_student_id arbor_id person_id staff_id staff_code sourcedid "
                + "employee_id learner_id pupil_reference"
        ),
        (.kind, "role type person_type"),
        (
            .given,
            "given_name first_name firstname forename forenames legal_forename legal_first_name "
                + "givenname chosen_forename"
        ),
        (.family, "family_name last_name lastname surname legal_surname legal_last_name familyname"),
        (
            .preferred,
            "preferred_name known_as preferred_forename preferred_first_name preferredgivenname "
                + "goes_by"
        ),
        (.middle, "middle_name middle_names middlename"),
        (
            .form,
            "class registration_group reg_group tutor_group registration_form reg form_group "
                + "class_name registration"
        ),
        (.title, "salutation prefix"),
        (.school, "school_name site academy"),
        (.email, "e_mail email_address e_mail_address work_email staff_email school_email"),
        (.born, "date_of_birth dob birth_date birthdate"),
        (
            .consent,
            "consent_status photo_consent image_consent photograph_consent photos "
                + "media_consent photo"
        ),
        (.channels, "consent_channels"),
        (.from, "consent_from"),
        (.until, "consent_until"),
        (.withdrawnOn, "consent_withdrawn_on withdrawn consent_withdrawn"),
        (
            .website,
            "website_photos website_consent photo_website school_website consent_website "
                + "photos_website website_photo"
        ),
        (
            .social,
            "social_media social_media_consent photo_social_media social_media_photos "
                + "consent_social consent_social_media facebook twitter"
        ),
        (.press, "newspaper newspapers media press_consent local_press newspaper_photos consent_press"),
        (.display, "displays school_displays display_boards in_school_displays prospectus consent_display"),
        (
            .parent,
            "parent_name contact_name primary_contact parent_1_name parent_1 contact_1_name "
                + "guardian_name guardian priority_1_contact"
        ),
        (.parentEmail, "parent_1_email contact_email contact_1_email guardian_email primary_email"),
        (
            .relation,
            "relationship parent_1_relationship contact_1_relationship guardian_relation "
                + "parent_relation"
        ),
        (.secondParent, "parent_2_name parent_2 contact_2_name"),
        (.secondParentEmail, "parent_2_email contact_2_email"),
        (.secondRelation, "parent_2_relationship contact_2_relationship"),
    ]
}
