import Foundation

/// A request for an account, from the asking to its opening.
package struct AccountApplication: Sendable, Equatable {
    package enum State: String, Sendable, Codable, CaseIterable {
        case asked, approved, rejected, told, opened, withdrawn

        package var title: String {
            switch self {
            case .asked: "Asked for"
            case .approved: "Approved"
            case .rejected: "Rejected"
            case .told: "Told before going live"
            case .opened: "Opened"
            case .withdrawn: "Withdrawn"
            }
        }

        /// Whether something is still to be done about it.
        package var isOpen: Bool { [.asked, .approved, .told].contains(self) }
    }

    package var id: Identifier<AccountApplication>
    package var school: Identifier<School>
    package var by: Identifier<User>
    package var askedAt: Date
    package var asked: AccountCase
    package var state: State
    /// Who decided, or was the one who told.
    package var settledBy: Identifier<User>?
    package var settledAt: Date?
    package var reason: String?
    /// The address told before it goes live.
    package var address: String?
    /// Of whom whoever decided said that they are trained.
    package var trained: Set<Identifier<User>>
    package var account: Identifier<PostingAccount>?

    package init(
        id: Identifier<AccountApplication>, school: Identifier<School>, by: Identifier<User>, askedAt: Date,
        asked: AccountCase, state: State = .asked, settledBy: Identifier<User>? = nil, settledAt: Date? = nil,
        reason: String? = nil, address: String? = nil, trained: Set<Identifier<User>> = [],
        account: Identifier<PostingAccount>? = nil
    ) {
        self.id = id
        self.school = school
        self.by = by
        self.askedAt = askedAt
        self.asked = asked
        self.state = state
        self.settledBy = settledBy
        self.settledAt = settledAt
        self.reason = reason
        self.address = address
        self.trained = trained
        self.account = account
    }
}
