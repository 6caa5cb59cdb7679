/// How an author says that a reading of the text is wrong. The rule itself is never waived.
package enum CorrectionKind: String, Sendable, Codable, CaseIterable {
    case notOurPupil = "not-our-pupil"
    case publicNumber = "public-number"
    case place = "place"
    case notAParty = "not-a-party"
    case other

    /// As the author chooses it.
    package var title: String {
        switch self {
        case .notOurPupil: "It is not our pupil"
        case .publicNumber: "It is a public number or helpline"
        case .place: "It is a street or place name"
        case .notAParty: "It is not a party"
        case .other: "It is something else"
        }
    }

    /// The answers that make sense for a finding; none when it rests on a record, which is corrected in its own room.
    package static func kinds(for finding: Finding) -> [CorrectionKind] {
        guard finding.basis == .reading else { return [] }
        switch finding.code {
        case "pupil_full_name", "pupil_surname", "pupil_identified": return [.notOurPupil, .place, .other]
        case "personal_data_phone", "personal_data_email", "personal_data_bank": return [.publicNumber, .other]
        case "personal_data_address": return [.place, .other]
        case "political": return [.notAParty, .other]
        default: return [.other]
        }
    }
}
