import Foundation

/// An account joined to its network, so that its posts go out by themselves. What it signs in with is kept sealed and is
/// no part of this.
package struct Connection: Sendable, Equatable {
    package var account: Identifier<PostingAccount>
    /// The server that is asked, as an address.
    package var server: String
    /// Who signs in there: a user name or a handle; empty where a permission alone does.
    package var userName: String
    /// How the network calls the account, as it said itself.
    package var identity: String
    /// As the server said itself when it was last asked.
    package var capabilities: Capabilities
    package var connectedBy: Identifier<User>
    package var connectedAt: Date
    package var checkedAt: Date
    /// Since when nothing can be sent; nil while all is well.
    package var brokenSince: Date?
    /// Why not, for a person.
    package var trouble: String?
    /// Since when the network gives no answer to a look, which may pass by itself; nil while it does.
    package var silentSince: Date?
    /// When the permission runs out unless a person renews it; nil: it does not, or the network does not say.
    package var endsAt: Date?

    package init(
        account: Identifier<PostingAccount>, server: String, userName: String, identity: String,
        capabilities: Capabilities, connectedBy: Identifier<User>, connectedAt: Date, checkedAt: Date,
        brokenSince: Date? = nil, trouble: String? = nil, silentSince: Date? = nil, endsAt: Date? = nil
    ) {
        self.account = account
        self.server = server
        self.userName = userName
        self.identity = identity
        self.capabilities = capabilities
        self.connectedBy = connectedBy
        self.connectedAt = connectedAt
        self.checkedAt = checkedAt
        self.brokenSince = brokenSince
        self.trouble = trouble
        self.silentSince = silentSince
        self.endsAt = endsAt
    }

    /// How often each connection is asked whether it still stands, in seconds: daily.
    package static let checkInterval: TimeInterval = 86_400
    /// It is looked at so long before a post goes out, in seconds: time for somebody to mend it.
    package static let beforePost: TimeInterval = 3_600
    /// When a network has been silent for so long, in seconds, somebody is asked to look: a day, for most of what is down is
    /// up again by then.
    package static let silence: TimeInterval = 86_400
    /// So long before a permission runs out whoever can renew it is asked to, in seconds: two weeks.
    package static let warning: TimeInterval = 14 * 86_400
}
