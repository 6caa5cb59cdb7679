import Foundation

/// That someone who ran an account left it, which is open until somebody else leads it with another password (ACC-09).
package struct AccountHandover: Sendable, Equatable {
    /// Why they are thought to have left, the weakest first.
    package enum Cause: String, Sendable, CaseIterable, Comparable {
        /// The school's sign-in refuses them; they may come in again.
        case refused
        /// They have lost the role by which they wrote for the school.
        case role
        /// They came off the roll, or were shut out.
        case left

        package static func < (one: Cause, other: Cause) -> Bool { one.strength < other.strength }

        private var strength: Int {
            switch self {
            case .refused: 0
            case .role: 1
            case .left: 2
            }
        }
    }

    package var account: Identifier<PostingAccount>
    package var leaver: Identifier<User>
    package var cause: Cause
    package var openedAt: Date

    package init(
        account: Identifier<PostingAccount>, leaver: Identifier<User>, cause: Cause, openedAt: Date
    ) {
        self.account = account
        self.leaver = leaver
        self.cause = cause
        self.openedAt = openedAt
    }
}

extension Event.Kind {
    package static let handoverOpened = Self("accounts.handover-opened")
    package static let handoverWithdrawn = Self("accounts.handover-withdrawn")
}
