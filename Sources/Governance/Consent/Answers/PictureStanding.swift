/// What a consent says about a picture on one channel on one day, in the contract's order.
package enum PictureStanding: Sendable, Equatable {
    case allowed
    case objected, refused
    case withdrawn
    case notWithin
    case channel
    case nothingOnRecord
    /// Silence would be a yes, but nobody has asked, or not long enough ago.
    case neverAsked
    case unreadable

    /// - Parameters:
    ///   - day: of publication, in Europe/London; nil: not known, so nothing that depends on a day is a yes.
    ///   - assumed: whether silence is a yes under this policy.
    package init(_ consent: Consent, on day: Day?, channel: Consent.Channel, assumed: Bool) {
        switch consent.status {
        case .objected: self = .objected
        case .refused: self = .refused
        case .unreadable: self = .unreadable
        case _ where Self.isWithdrawn(consent, on: day): self = .withdrawn
        case .withdrawn: self = Self.granted(consent, on: day, channel: channel, silence: .all)
        case .granted: self = Self.granted(consent, on: day, channel: channel, silence: .all)
        case .restricted: self = Self.granted(consent, on: day, channel: channel, silence: .none)
        case .noObjection:
            self = assumed ? Self.granted(consent, on: day, channel: channel, silence: .all) : .nothingOnRecord
        case .notRecorded: self = assumed ? Self.silent(consent.asking, on: day) : .nothingOnRecord
        }
    }

    /// A day of withdrawal counts whatever the status beside it says; without one the status alone does.
    private static func isWithdrawn(_ consent: Consent, on day: Day?) -> Bool {
        guard let from = consent.withdrawnOn else { return consent.status == .withdrawn }
        guard let day else { return true }
        return from <= day
    }

    /// Silence answers only a question that somebody had the time to answer.
    private static func silent(_ asking: Consent.Asking?, on day: Day?) -> PictureStanding {
        switch asking {
        case nil: .allowed
        case .never?: .neverAsked
        case .on(let asked)?:
            day.map { $0 >= asked.adding(days: Consent.daysToAnswer) } == true ? .allowed : .neverAsked
        }
    }

    /// What absent channels mean.
    private enum Silence { case all, none }

    private static func granted(
        _ consent: Consent, on day: Day?, channel: Consent.Channel, silence: Silence
    ) -> PictureStanding {
        if consent.from != nil || consent.until != nil {
            guard let day else { return .notWithin }
            if let from = consent.from, day < from { return .notWithin }
            if let until = consent.until, until < day { return .notWithin }
        }
        guard let channels = consent.channels else { return silence == .all ? .allowed : .channel }
        return channels.contains(channel) ? .allowed : .channel
    }
}
