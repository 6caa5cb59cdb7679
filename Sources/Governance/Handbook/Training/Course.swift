import Foundation

/// A kind of training that people can have done.
package struct Course: Sendable, Hashable, Codable {
    package var id: Identifier<Course>
    package var name: String
    /// For how many months it counts, from the day it was done; nil: for good.
    package var months: Int?
    /// Whether it is the training that a policy in force asks of whoever it binds.
    package var counts: Bool
    /// Nobody is trained in it any more; what was done still counts for its time.
    package var isOver: Bool

    package init(id: Identifier<Course>, name: String, months: Int?, counts: Bool, isOver: Bool = false) {
        self.id = id
        self.name = name
        self.months = months
        self.counts = counts
        self.isOver = isOver
    }

    /// The longest that training can count, in months.
    package static let mostMonths = 120

    /// The last day on which it counts when it was done on this day; nil: it counts for good.
    package func lastDay(doneOn day: Day) -> Day? {
        months.flatMap { day.adding(months: $0)?.adding(days: -1) }
    }

    /// Whether it is what this policy asks: any that counts, or the one the policy names.
    package func counts(for policy: Policy) -> Bool {
        counts && (policy.courseNamed.map { name.localizedCaseInsensitiveContains($0) } ?? true)
    }
}

extension Policy {
    /// The course that the paper names (HBK-07), as its `setting` says: `Flick` for one; nil: whatever fits.
    package var courseNamed: String? {
        clauses.lazy.flatMap(\.carriers).compactMap { carrier in
            if case .setting("training-course", let name) = carrier { name } else { nil }
        }.first
    }

    /// Whether whoever it binds is to be trained.
    package var asksForTraining: Bool { !sections(carriedBy: .train).isEmpty }
}
