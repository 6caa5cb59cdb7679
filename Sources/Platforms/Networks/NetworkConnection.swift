import Foundation
import Governance

/// An account on a network, for whoever signs in to it: one interface for all networks, the real ones and pretended ones.
/// Everything throws `NetworkTrouble`.
package protocol NetworkConnection: Sendable {
    /// Asks the network who this is, what it may do, and what one post may hold. Changes nothing there.
    func check() async throws -> ConnectionReport
    /// Sends a post, once: when it is called again with the same post, after a crash or a lost answer, what went out before
    /// is found by the network's own means. Throws `.unsure` when the network may have it and did not say so.
    /// - Parameter lastMoment: asked directly before the one step by which the post goes out; when it throws, nothing does.
    func publish(_ post: OutgoingPost, lastMoment: LastMoment) async throws -> Published
    /// The post on the network, if it is there for all to see; asked before anything is sent again.
    func find(_ post: OutgoingPost) async throws -> Published?
    /// Puts these words and descriptions in the place of those that are out; of its pictures the post has the descriptions
    /// alone. Throws `.cannot` where the network has no way.
    /// - Parameter lastMoment: asked directly before anything is changed there; when it throws, nothing is.
    func edit(_ id: String, to post: OutgoingPost, lastMoment: LastMoment) async throws
    /// Takes it off, pictures too; what is gone already is no trouble. Throws `.cannot` where the network has no way.
    func takeDown(_ id: String) async throws
    /// Takes away what attempts left behind that nobody can read yet, such as a draft and its pictures. What is out stays.
    func abandon(_ post: OutgoingPost) async throws
    /// Whom the account follows, as they call themselves, at most `FollowedAccount.most`. Throws `.cannot` where the network
    /// does not say.
    func following() async throws -> [FollowedAccount]
}

/// Asks whether a post may still go out, and keeps by what the network knows what it was given already; that comes back with
/// the next attempt as `OutgoingPost.prepared`.
package typealias LastMoment = @Sendable (_ prepared: String?) async throws -> Void

extension NetworkConnection {
    package func publish(_ post: OutgoingPost) async throws -> Published {
        try await publish(post, lastMoment: { _ in })
    }

    package func edit(_ id: String, to post: OutgoingPost) async throws {
        try await edit(id, to: post, lastMoment: { _ in })
    }

    /// Most networks keep nothing of a post that never went out, or forget it after a day.
    package func abandon(_ post: OutgoingPost) async throws {}

    package func following() async throws -> [FollowedAccount] {
        throw NetworkTrouble.cannot("This network does not say whom an account follows")
    }
}

/// An account that ours follows.
package struct FollowedAccount: Sendable, Hashable {
    /// More are not asked for.
    package static let most = 2_000
    /// However little a server puts on a page.
    static let mostPages = 100
    /// In Unicode scalars: of a handle or name nothing more is kept. Networks of their own let a name have 30 (Mastodon) or
    /// 64 (Bluesky) characters; a server in the federation may say anything.
    package static let longest = 300

    /// Such as `@name@mastodon.example`.
    package let handle: String
    /// As its owner writes it; may be empty.
    package let name: String

    package init(handle: String, name: String) {
        self.handle = Self.bounded(handle)
        self.name = Self.bounded(name)
    }

    private static func bounded(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.prefix(longest)))
    }
}

/// What goes out, to the letter.
package struct OutgoingPost: Sendable, Equatable {
    /// The same whenever the same post is sent, and no other's.
    package var key: String
    package var text: String
    package var links: [String]
    package var pictures: [OutgoingPicture]
    /// Whether nobody is to answer it, where the network can do so.
    package var closesReplies: Bool
    /// When it was first tried; the same at every attempt.
    package var startedAt: Date
    /// What the network calls posts of ours that were published there: none of them is this one.
    package var others: Set<String>
    /// What an earlier attempt had given the network, by the network's own name for it; nil: nothing that is known.
    package var prepared: String?

    package init(
        key: String, text: String, links: [String] = [], pictures: [OutgoingPicture] = [], closesReplies: Bool = false,
        startedAt: Date, others: Set<String> = [], prepared: String? = nil
    ) {
        self.key = key
        self.text = text
        self.links = links
        self.pictures = pictures
        self.closesReplies = closesReplies
        self.startedAt = startedAt
        self.others = others
        self.prepared = prepared
    }

    /// The text, and below it the links that it does not hold already.
    package var wholeText: String { Governance.wholeText(text, links: links) }
}

/// A picture as it goes out: turned upright, without what its file knew.
package struct OutgoingPicture: Sendable, Equatable {
    package var bytes: Data
    /// Such as `image/jpeg`.
    package var mediaType: String
    /// What it shows, for those who cannot see it.
    package var alt: String
    /// In pixels.
    package var width: Int
    package var height: Int
    /// Where the network itself can fetch these bytes for some minutes; nil: nowhere. Only networks that say
    /// `Capabilities.needsPublicPicture` are given one.
    package var address: String?

    package init(bytes: Data, mediaType: String, alt: String, width: Int, height: Int, address: String? = nil) {
        self.bytes = bytes
        self.mediaType = mediaType
        self.alt = alt
        self.width = width
        self.height = height
        self.address = address
    }

    /// The ending that its file's name has.
    var fileEnding: String {
        switch mediaType {
        case "image/png": "png"
        case "image/webp": "webp"
        case "image/gif": "gif"
        case "video/mp4": "mp4"
        case "video/webm": "webm"
        default: "jpg"
        }
    }
}

extension OutgoingPicture {
    /// Whether it is a film.
    package var isFilm: Bool { mediaType.hasPrefix("video/") }
}

extension OutgoingPost {
    /// Before anything is sent to a network that takes none from a program.
    func requireNoFilm(on network: Network) throws(NetworkTrouble) {
        guard pictures.contains(where: \.isFilm) else { return }
        throw .cannot("Chaperone sends no film to \(network.title). A person publishes it, and brings proof")
    }

    /// Before anything is sent.
    func requireFitting(_ limits: PostLimits, on network: Network) throws(NetworkTrouble) {
        let count = CharacterCount(wholeText, on: network, limits: limits)
        guard count.fits else { throw .tooLong(most: count.limit ?? 0) }
        if let many = TagCount(wholeText).tooMany(on: network, limits: limits) {
            throw .refused("It takes at most \(many.most) \(many.what) in a post")
        }
        if let most = limits.pictures, pictures.count > most {
            throw .refused("It takes at most \(most) \(most == 1 ? "picture" : "pictures")")
        }
        if let most = limits.alternativeText, pictures.contains(where: { $0.alt.count > most }) {
            throw .refused("It takes at most \(grouped(most)) characters to describe a picture")
        }
        if let most = limits.pictureBytes, pictures.contains(where: { !$0.isFilm && $0.bytes.count > most }) {
            throw .refused("It takes no picture of more than \(most / 1_000_000) MB")
        }
        if let shape = limits.pictureShape,
            pictures.contains(where: { !$0.isFilm && !shape.fits(width: $0.width, height: $0.height) })
        {
            throw .refused("It takes no picture of this shape. \(shape.sentence)")
        }
    }
}

/// A post that is out, as the network knows it.
package struct Published: Sendable, Equatable {
    /// The network's own name for it.
    package var id: String
    /// Where it can be read; empty where the network says nothing that a browser opens as a page.
    package let address: String
    /// Whether nobody can answer it.
    package var repliesAreClosed: Bool

    package init(id: String, address: String, repliesAreClosed: Bool = false) {
        self.id = id
        let scheme = URLComponents(string: address)?.scheme?.lowercased() ?? ""
        self.address = ["http", "https"].contains(scheme) && address.utf8.count <= 2_000 ? address : ""
        self.repliesAreClosed = repliesAreClosed
    }
}

/// What a network says of whoever signs in.
package struct ConnectionReport: Sendable, Equatable {
    /// How it calls the account, such as `@school@example.social`.
    package var identity: String
    /// Where the account can be read; nil when it does not say.
    package var address: String?
    /// By what the school's register may know it: its handle, its address, its number, as the network says them; empty where
    /// the network says none.
    package var names: [String]
    /// What runs the server and in which version, when it says; such as `Mastodon 4.7.3`.
    package var software: String?
    package var capabilities: Capabilities
    /// When the permission runs out unless a person renews it; nil: it does not, or the network does not say.
    package var endsAt: Date?

    package init(
        identity: String, address: String? = nil, names: [String] = [], software: String? = nil,
        capabilities: Capabilities, endsAt: Date? = nil
    ) {
        self.identity = identity
        self.address = address
        self.names = names
        self.software = software
        self.capabilities = capabilities
        self.endsAt = endsAt
    }
}

/// What signs in. Whoever has it can publish: it is kept sealed, and stands in no log, event or sentence.
package struct ConnectionSecret: Sendable, Equatable, Codable, CustomStringConvertible {
    /// A password made for this program alone.
    package var password: String?
    /// What each question carries.
    package var token: String?
    /// What a new token is had for; where the network takes each but once, the new one is kept before it is used.
    package var refreshToken: String?
    /// When the token runs out, where the network said so.
    package var tokenEnds: Date?
    /// When the permission as a whole does, and a person has to allow it anew.
    package var permissionEnds: Date?

    package init(
        password: String? = nil, token: String? = nil, refreshToken: String? = nil, tokenEnds: Date? = nil,
        permissionEnds: Date? = nil
    ) {
        self.password = password
        self.token = token
        self.refreshToken = refreshToken
        self.tokenEnds = tokenEnds
        self.permissionEnds = permissionEnds
    }

    package var description: String { "a secret" }
}

/// Keeps a secret that the network has changed, before it is used.
package typealias KeepSecret = @Sendable (ConnectionSecret) async throws -> Void
