import Foundation

/// Something to look at when its time comes: what kind, about what. The state then says what there is to do.
package struct DueItem: Sendable, Equatable {
    package struct Kind: Sendable, Hashable, RawRepresentable {
        package let rawValue: String
        package init(rawValue: String) {
            self.rawValue = rawValue
        }
        package init(_ name: String) {
            rawValue = name
        }
    }

    package var kind: Kind
    package var subject: String
    package var at: Date
    /// Names the run that took it; a run whose lease another has taken over changes nothing.
    package var lease: String
    /// How often it was taken before.
    package var attempts: Int

    package init(kind: Kind, subject: String, at: Date, lease: String, attempts: Int) {
        self.kind = kind
        self.subject = subject
        self.at = at
        self.lease = lease
        self.attempts = attempts
    }
}

extension DueItem.Kind {
    /// A placement's time to publish: what waits expires, what is scheduled is examined and made ready.
    package static let placement = Self("publishing.placement")
    /// A published post is looked at again.
    package static let review = Self("publishing.review")
    /// The links of a post that was sent are followed, for whoever approves it.
    package static let links = Self("publishing.links")
    /// The deadline of an order to take down.
    package static let takedown = Self("publishing.takedown")

    /// What waits for servers elsewhere: it is done apart from all that falls due here.
    package static let outside: Set<Self> = [.links]
}
