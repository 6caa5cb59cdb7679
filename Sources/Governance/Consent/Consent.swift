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

    package init(
        _ status: Status = .notRecorded, channels: [Channel]? = nil, from: Day? = nil, until: Day? = nil,
        withdrawnOn: Day? = nil
    ) {
        self.status = status
        self.channels = channels
        self.from = from
        self.until = until
        self.withdrawnOn = withdrawnOn
    }
}
