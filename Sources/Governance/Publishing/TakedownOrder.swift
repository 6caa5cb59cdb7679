import Foundation

/// That a post come down: why, under which section, and by when.
package struct TakedownOrder: Sendable, Equatable {
    package let reason: String
    /// The section of the policy that it rests on.
    package let section: String?
    package let deadline: Date
    /// Nil: nobody ordered it; a family's answer or another fact did.
    package let by: Identifier<User>?

    package init(reason: String, section: String?, deadline: Date, by: Identifier<User>?) {
        self.reason = reason
        self.section = section
        self.deadline = deadline
        self.by = by
    }
}

extension Takedown {
    package var order: TakedownOrder { TakedownOrder(reason: reason, section: section, deadline: deadline, by: by) }
}
