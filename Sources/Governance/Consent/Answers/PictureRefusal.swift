/// Why a person must not be pictured here, as code, sentence and advice.
package struct PictureRefusal: Sendable {
    package let code: String
    /// The person (or a parent) said no, took it back or set limits; else consent is missing or out of its time.
    package let isObjection: Bool
    private let ref: String
    private let says: String
    private let advice: String

    /// Nil when the picture may go out.
    package init?(_ standing: PictureStanding, of person: Person, channel: Consent.Channel) {
        let name = "\u{201C}\(person.shortName)\u{201D}"
        ref = person.ref
        switch standing {
        case .allowed: return nil
        case .objected, .refused, .withdrawn:
            (code, isObjection) = (standing == .withdrawn ? "image_withdrawn" : "image_objection", true)
            // one sentence for every no: one by the school, for a child who must not be found, stands out in nothing
            says = "A no to pictures of \(name) is on record."
            advice = "Use a picture without this person."
        case .notWithin:
            (code, isObjection) = ("image_expired", false)
            says = "Consent to pictures of \(name) does not cover the day of publication."
            advice = "Renew the consent first, choose a day it covers, or use another picture."
        case .channel:
            (code, isObjection) = ("image_restriction", true)
            says = "Pictures of \(name) may not go out \(Self.place(channel)): the consent is limited."
            advice = "Publish it where the consent allows, or use another picture."
        case .nothingOnRecord:
            (code, isObjection) = ("image_no_consent", false)
            says = "No consent to pictures of \(name) is on record."
            advice = "Ask for consent first, or use another picture."
        case .neverAsked:
            (code, isObjection) = ("image_no_consent", false)
            says = "The family of \(name) has not been asked about pictures, or only just, so silence is no answer yet."
            advice = "Ask them first, give them two weeks to answer, or use another picture."
        case .unreadable:
            (code, isObjection) = ("image_no_consent", false)
            says = "The consent on file for \(name) cannot be read, and so it is never read as yes."
            advice = "Have the record put right first, or use another picture."
        }
    }

    package func observation(
        at place: Place, certainty: Observation.Certainty = .plain
    ) -> Observation {
        Observation(
            code, certainty, refs: [ref], at: place, evidence: ref, basis: .record, says: says, advice: advice)
    }

    private static func place(_ channel: Consent.Channel) -> String {
        switch channel {
        case .website: "on the website"
        case .social: "on social media"
        case .press: "in the press"
        case .display: "on display"
        }
    }
}
