/// One permission that a network is asked for, and what it is for.
package struct NetworkPermission: Sendable, Equatable {
    /// As the network writes it.
    package let name: String
    /// For whoever allows it.
    package let why: String

    init(_ name: String, _ why: String) {
        self.name = name
        self.why = why
    }
}

/// How an account is allowed to go out by itself.
package enum WayToConnect: Sendable, Equatable {
    /// A password made for this program is typed in here.
    case password
    /// The network asks whoever runs the account, on its own page, and sends the browser back here.
    case page(permissions: [NetworkPermission], NetworkAppKind)

    package var permissions: [NetworkPermission] {
        if case .page(let permissions, _) = self { permissions } else { [] }
    }
}

/// How a network knows this program.
package enum NetworkAppKind: Sendable, Equatable {
    /// Each server is told of it as an account is connected.
    case madeAtOnce
    /// The school makes an app at the network, and an administrator enters how the network knows it.
    case entered
}

extension Network {
    /// Nil where no account is connected. The permissions are the fewest with which a post can go out, be looked for and
    /// come down.
    package var wayToConnect: WayToConnect? {
        switch self {
        case .website, .bluesky: .password
        case .mastodon:
            .page(
                permissions: [
                    NetworkPermission("read:accounts", "says which account it is"),
                    NetworkPermission(
                        "read:statuses", "looks for a post before it is sent again, so that none is doubled"),
                    NetworkPermission("write:statuses", "sends posts, corrects them and takes them down"),
                    NetworkPermission("write:media", "uploads their pictures with their descriptions"),
                ], .madeAtOnce)
        case .facebook:
            .page(
                permissions: [
                    NetworkPermission("pages_show_list", "says which Pages you look after, so that you choose one"),
                    NetworkPermission(
                        "pages_read_engagement", "looks for a post before it is sent again, so that none is doubled"),
                    NetworkPermission("pages_manage_posts", "sends posts, corrects them and takes them down"),
                ], .entered)
        case .instagram:
            .page(
                permissions: [
                    NetworkPermission("instagram_business_basic", "says which account it is, and looks for a post"),
                    NetworkPermission("instagram_business_content_publish", "sends posts"),
                    NetworkPermission(
                        "instagram_business_manage_comments",
                        "closes the comments of a post; nothing else is done with it"),
                ], .entered)
        case .x:
            .page(
                permissions: [
                    NetworkPermission("users.read", "says which account it is"),
                    NetworkPermission(
                        "tweet.read", "looks for a post before it is sent again, so that none is doubled"),
                    NetworkPermission("tweet.write", "sends posts and takes them down"),
                    NetworkPermission("media.write", "uploads their pictures with their descriptions"),
                    NetworkPermission("offline.access", "works while nobody is signed in there"),
                ], .entered)
        case .linkedin:
            .page(
                permissions: [
                    NetworkPermission(
                        "r_organization_social", "looks for a post before it is sent again, so that none is doubled"),
                    NetworkPermission(
                        "w_organization_social", "sends posts, corrects them, closes their comments and takes them down"
                    ),
                ], .entered)
        case .threads, .youtube, .tiktok, .other: nil
        }
    }
}
