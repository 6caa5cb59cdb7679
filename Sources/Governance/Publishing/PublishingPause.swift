import Foundation

/// A time in which nothing goes out at a school, or at all of them.
package struct PublishingPause: Sendable, Equatable {
    package let id: Identifier<PublishingPause>
    /// Nil: every school.
    package let school: Identifier<School>?
    package let reason: String
    package let by: String
    package let at: Date

    package init(
        id: Identifier<PublishingPause>, school: Identifier<School>? = nil, reason: String, by: String, at: Date
    ) {
        self.id = id
        self.school = school
        self.reason = reason
        self.by = by
        self.at = at
    }
}
