import Governance

extension PictureWords {
    /// What the files of Words say, each by its name there.
    enum Key: String, Sendable, CaseIterable {
        case version
        case heading
        case headingSeveral = "heading-several"
        case lead
        case year
        case website
        case websiteHint = "website-hint"
        case social
        case socialHint = "social-hint"
        case press
        case pressHint = "press-hint"
        case display
        case displayHint = "display-hint"
        case yes
        case no
        case name
        case shared
        case promise
        case nothingSaved = "nothing-saved"
        case button
        case missing
        case missingName = "missing-name"
        case nameUnclear = "name-unclear"
        case nothing
        case problem
        case skip
        case done
        case doneNext = "done-next"
        case again
        case languages
        case over
        case overNext = "over-next"
        case wish
        case wishLead = "wish-lead"
        case email
        case send
        case noAddress = "no-address"
        case noMail = "no-mail"
        case office
        case officeContact = "office-contact"
        case sent
        case sentNext = "sent-next"
        case otherAddress = "other-address"
        case emailWrong = "email-wrong"
        case wait
        case allNo = "all-no"
        case allNoSeveral = "all-no-several"
        case allNoHint = "all-no-hint"
        case left
        case leftLead = "left-lead"
        case leftDown = "left-down"
        case leftPromise = "left-promise"
        case `where`
        case date
        case signature
        case sendBack = "send-back"
        case sendBackBy = "send-back-by"
        case edition

        /// A place where pictures are shown.
        static func place(_ channel: Consent.Channel) -> Key {
            switch channel {
            case .website: .website
            case .social: .social
            case .press: .press
            case .display: .display
            }
        }

        /// Who sees that place.
        static func hint(_ channel: Consent.Channel) -> Key {
            switch channel {
            case .website: .websiteHint
            case .social: .socialHint
            case .press: .pressHint
            case .display: .displayHint
            }
        }
    }
}
