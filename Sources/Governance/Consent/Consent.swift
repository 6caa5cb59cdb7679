import Foundation

/// What is on record about picturing one person.
package struct Consent: Sendable, Equatable, Codable {
    package enum Status: String, Sendable, Codable {
        case granted, refused, withdrawn, restricted, objected
        case noObjection = "no_objection"
        case notRecorded = "not_recorded"
        /// Words that nobody can read for certain; never a yes.
        case unreadable
    }

    /// Where a picture may go. LinkedIn counts as social.
    package enum Channel: String, Sendable, Codable, CaseIterable { case website, social, press, display }

    package var status: Status
    /// What is allowed under `granted` and `restricted`; nil: all under granted, none under restricted.
    package var channels: [Channel]?
    /// Whole days, both inclusive, in Europe/London.
    package var from: Day?
    package var until: Day?
    /// A withdrawal counts from the start of this day; nil: always.
    package var withdrawnOn: Day?
    /// Whether anybody asked, and when; nil: that is not known, as of a draft from outside, so that silence means what
    /// the policy says it means.
    package var asking: Asking?

    package enum Asking: Sendable, Equatable, Codable {
        case never
        case on(Day)
    }

    /// The day on which the family was asked last; nil: they were not, or that is not known.
    package var askedOn: Day? {
        if case .on(let day)? = asking { day } else { nil }
    }

    /// So many days somebody who was asked has for an answer before silence can count as one, where a policy lets it:
    /// as long as the link in the question works. Ours: no paper names a time.
    package static let daysToAnswer = 14

    package init(
        _ status: Status = .notRecorded, channels: [Channel]? = nil, from: Day? = nil, until: Day? = nil,
        withdrawnOn: Day? = nil, asking: Asking? = nil
    ) {
        self.status = status
        self.channels = channels
        self.from = from
        self.until = until
        self.withdrawnOn = withdrawnOn
        self.asking = asking
    }

    /// Two are equal when they say the same; when somebody was asked is no part of what was said.
    package static func == (one: Consent, other: Consent) -> Bool {
        one.status == other.status && one.channels == other.channels && one.from == other.from
            && one.until == other.until && one.withdrawnOn == other.withdrawnOn
    }

    /// The places that an answer shuts, as the list of those who must not be published has them; empty where there is
    /// no answer, or a plain yes. What ran out is no answer any more, save for a limit.
    package func shut(on day: Day) -> [Channel] {
        guard status != .notRecorded, status != .unreadable else { return [] }
        return Channel.allCases.filter { channel in
            switch PictureStanding(self, on: day, channel: channel, assumed: true) {
            case .allowed, .nothingOnRecord, .unreadable, .neverAsked: false
            case .notWithin: status == .restricted
            case .objected, .refused, .withdrawn, .channel: true
            }
        }
    }

    /// A no to every place: refused, objected to or withdrawn.
    package var isNo: Bool { [.refused, .objected, .withdrawn].contains(status) }

    /// Whether it allows a place that another answer shuts on a day.
    package func opens(_ other: Consent, on day: Day) -> Bool {
        !Set(other.shut(on: day)).subtracting(shut(on: day)).isEmpty
    }
}
