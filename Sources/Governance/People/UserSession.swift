import Foundation

/// One browser in which a user is signed in.
package struct UserSession: Sendable, Equatable {
    /// Signed in but not used for so long: signed out.
    package static let longestIdle: TimeInterval = 12 * 3600
    /// However busy, signed out after so long.
    package static let longest: TimeInterval = 14 * 24 * 3600

    package var id: Identifier<UserSession>
    package var user: Identifier<User>
    /// What the browser says of itself, for telling one's own sessions apart.
    package var device: String
    package var madeAt: Date
    package var lastUsedAt: Date
    package var endedAt: Date?
    /// Nil: begun before this was kept.
    package var provedBy: Proof?

    /// By what somebody proved who they are when it began.
    package enum Proof: String, Sendable, CaseIterable {
        case password
        /// The password and a code, from a telephone or for when it is lost.
        case code
        case provider
        /// In a demonstration nobody proves anything.
        case demonstration
    }

    package init(
        id: Identifier<UserSession>, user: Identifier<User>, device: String, madeAt: Date, lastUsedAt: Date,
        endedAt: Date? = nil, provedBy: Proof? = nil
    ) {
        self.id = id
        self.user = user
        self.device = device
        self.madeAt = madeAt
        self.lastUsedAt = lastUsedAt
        self.endedAt = endedAt
        self.provedBy = provedBy
    }

    /// Whether it is enough for what somebody may do by now: a role for which a password alone is not enough may have come
    /// after it began.
    package func suffices(for authority: Authority) -> Bool {
        switch provedBy {
        case .code, .provider, .demonstration: true
        case .password, nil: !authority.grants.contains { $0.role.needsCode }
        }
    }

    package func isOpen(at instant: Date) -> Bool {
        endedAt == nil && instant < lastUsedAt + Self.longestIdle && instant < madeAt + Self.longest
    }
}

/// Who asks, as every page needs to know it.
package struct SignedIn: Sendable, Equatable {
    package var user: User
    package var session: Identifier<UserSession>
    package var authority: Authority

    package init(user: User, session: Identifier<UserSession>, authority: Authority) {
        self.user = user
        self.session = session
        self.authority = authority
    }
}
