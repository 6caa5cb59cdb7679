import Foundation
import Governance

/// The invented school in which the examples of these pages are set.
struct ExampleVisit: Linking {
    static let visit = ExampleVisit()
    var now: Date { Self.now }
    func link(_ url: SiteURL) -> String { url.link(in: "harbour-view") }

    /// Friday 20 November 2026, 15:42.
    static let now = Date(timeIntervalSince1970: 1_795_189_320)

    static let accounts = [
        account("a1", "School Facebook", .facebook, "facebook.com/harbourview.example"),
        account("a2", "School Instagram", .instagram, "@harbourviewschool"),
        account("a3", "School X", .x, "@harbourview"),
    ]
    static let teaching = PostingAccount(
        id: Identifier("a4"), school: Identifier("s1"), name: "Reading club", network: .mastodon,
        handle: "@reading@harbourview.example", type: .teaching, readers: .children)

    static let policy = Policy(
        key: "LINK", title: "Social Media Policy", organisation: "The Link School", names: [], nation: .england,
        facts: DocumentFacts(), binds: [], roles: [], related: [], tone: ["Warm", "plain", "proud of the work"],
        clauses: [
            Clause(
                at: "6.3(d)", says: "Posts keep to the school’s tone.",
                carriers: [.told(place: .compose, text: "Say what pupils did. One thanks, one invitation, no more.")])
        ], remarks: [])

    private static func account(_ id: String, _ name: String, _ network: Network, _ handle: String) -> PostingAccount {
        PostingAccount(id: Identifier(id), school: Identifier("s1"), name: name, network: network, handle: handle)
    }
}
