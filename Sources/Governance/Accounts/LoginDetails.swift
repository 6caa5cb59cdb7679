import Foundation

/// How one signs in to an account: what the vault keeps sealed.
package struct LoginDetails: Sendable, Equatable, Codable {
    package var userName: String
    package var password: String
    /// Recovery codes, whose telephone gets the second step, and the like.
    package var note: String

    package init(userName: String, password: String, note: String = "") {
        self.userName = userName
        self.password = password
        self.note = note
    }
}

/// What is known of log-in details without opening them.
package struct LodgedLogin: Sendable, Equatable {
    package var account: Identifier<PostingAccount>
    /// Which key sealed them: the first four bytes of its digest, as hexadecimal digits.
    package var keyID: String
    package var lodgedBy: Identifier<User>
    package var lodgedAt: Date

    package init(account: Identifier<PostingAccount>, keyID: String, lodgedBy: Identifier<User>, lodgedAt: Date) {
        self.account = account
        self.keyID = keyID
        self.lodgedBy = lodgedBy
        self.lodgedAt = lodgedAt
    }
}

/// A wish to see log-in details where two people are asked for.
package struct LoginLook: Sendable, Equatable {
    package var id: Identifier<LoginLook>
    package var account: Identifier<PostingAccount>
    package var askedBy: Identifier<User>
    package var askedAt: Date
    package var reason: String
    package var allowedBy: Identifier<User>?
    package var shownAt: Date?

    package init(
        id: Identifier<LoginLook>, account: Identifier<PostingAccount>, askedBy: Identifier<User>, askedAt: Date,
        reason: String, allowedBy: Identifier<User>? = nil, shownAt: Date? = nil
    ) {
        self.id = id
        self.account = account
        self.askedBy = askedBy
        self.askedAt = askedAt
        self.reason = reason
        self.allowedBy = allowedBy
        self.shownAt = shownAt
    }

    /// For how long a second person's leave counts.
    package static let lasts: TimeInterval = 86_400
}
