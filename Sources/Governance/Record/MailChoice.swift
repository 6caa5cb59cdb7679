import Foundation

/// How one person wants to hear by mail that something waits.
package struct MailChoice: Sendable, Equatable, Codable {
    package enum When: String, Sendable, Codable, CaseIterable {
        case atOnce = "at-once"
        case digest
        case never = "none"
    }

    package var when: When = .atOnce
    /// When the daily one goes, in minutes after midnight in London.
    package var digestAt = 7 * 60 + 30
    /// Nothing comes between these, in minutes after midnight in London, save what may be a safeguarding matter; equal:
    /// there are no quiet hours.
    package var quietFrom = 19 * 60
    package var quietUntil = 7 * 60

    package init(
        _ when: When = .atOnce, digestAt: Int = 7 * 60 + 30, quietFrom: Int = 19 * 60, quietUntil: Int = 7 * 60
    ) {
        self.when = when
        self.digestAt = digestAt
        self.quietFrom = quietFrom
        self.quietUntil = quietUntil
    }

    /// When a notice of that time goes out; nil: never.
    package func goesOut(_ kind: NewNotice.Kind, sentAt: Date) -> Date? {
        switch when {
        case .never: return nil
        case _ where kind.mayBeSafeguarding: return sentAt
        case .digest: return Self.next(digestAt, after: sentAt)
        case .atOnce: return isQuiet(at: sentAt) ? Self.next(quietUntil, after: sentAt) : sentAt
        }
    }

    /// When a mail goes out that nobody chose a time for: not between seven in the evening and seven in the morning.
    package static func awake(_ instant: Date) -> Date {
        let usual = MailChoice()
        return usual.isQuiet(at: instant) ? next(usual.quietUntil, after: instant) : instant
    }

    private func isQuiet(at instant: Date) -> Bool {
        let minute = Self.minute(of: instant)
        return quietFrom <= quietUntil
            ? (quietFrom..<quietUntil).contains(minute) : minute >= quietFrom || minute < quietUntil
    }

    private static let london: Calendar = {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: "Europe/London") ?? .gmt
        return calendar
    }()

    private static func minute(of instant: Date) -> Int {
        let parts = london.dateComponents([.hour, .minute], from: instant)
        return (parts.hour ?? 0) * 60 + (parts.minute ?? 0)
    }

    /// The next time of day in London, also when the clocks change on the way.
    private static func next(_ minute: Int, after instant: Date) -> Date {
        london.nextDate(
            after: instant, matching: DateComponents(hour: minute / 60, minute: minute % 60),
            matchingPolicy: .nextTime) ?? instant
    }
}

/// What a mail is for.
package enum MailKind: String, Sendable, CaseIterable {
    /// Something waits.
    case news
    /// What waits, once a day.
    case digest
    case invitation
    case lostPassword = "lost-password"
    case test
    /// A parent is asked where pictures of their child may be shown.
    case pictures
}

extension NewNotice.Kind {
    /// Whether it is told by mail too: not what tells that mail does not work.
    package var goesByMail: Bool { self != .mailGivenUp && self != .mailHeld }

    /// Whether it comes in quiet hours too.
    package var mayBeSafeguarding: Bool { rawValue.hasPrefix("incidents.") || rawValue.hasPrefix("safeguarding.") }
}
