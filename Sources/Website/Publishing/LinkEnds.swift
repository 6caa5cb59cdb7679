import Actions
import Foundation
import Governance
import Reading

/// Where the links of a post lead, as they were found when somebody followed them from outside.
struct LinkEnds: Shows {
    let ends: [End]
    let anyEnds: Bool
    /// The post's own address, where they are followed again; nil where that is done with the form around it.
    let action: String?

    struct End: Shows {
        let text: String
        let when: String
        /// It leads to another site than it names, or nothing is there.
        let isDoubtful: Bool

        init(text: String, when: String, isDoubtful: Bool) {
            self.text = text
            self.when = when
            self.isDoubtful = isDoubtful
        }

        /// Of a link that nobody follows: it is named, so that whoever decides looks for themselves.
        init(left link: String) {
            let name = link.count > 80 ? link.prefix(80) + "…" : link
            self.init(
                text:
                    "\(name) is not followed: at most \(LinkDestination.most) links of a post are, and none of more than "
                    + "\(LinkDestination.longestLink.formatted()) characters. Open it yourself.", when: "",
                isDoubtful: true)
        }
    }

    /// Nil where there are no links, or where links are not followed.
    init?(_ drafts: [Draft], in desk: PublishingDesk, action: String?) async throws {
        guard desk.work.followsLinks else { return nil }
        let links = LinksOfPost(drafts)
        guard !links.followed.isEmpty || !links.left.isEmpty else { return nil }
        let known = try await desk.work.database.linkDestinations(of: links.followed)
        self.init(
            links.followed.map { link in
                guard let found = known.first(where: { $0.link == link }) else {
                    return End(text: "\(link) was not followed yet.", when: "", isDoubtful: false)
                }
                return End(
                    text: found.says + ".", when: "Looked at \(When.near(found.followedAt, now: desk.visit.now)).",
                    isDoubtful: found.ending != .arrived || found.leadsElsewhere)
            } + links.left.map(End.init(left:)), action: action)
    }

    init(_ ends: [End], action: String?) {
        self.ends = ends
        anyEnds = !ends.isEmpty
        self.action = action
    }

    static let example = LinkEnds(
        [
            End(
                text: "bit.ly/hv-boats leads to video.example/watch.", when: "Looked at today at 15:40.",
                isDoubtful: true),
            End(text: "harbourview.example leads where it says.", when: "Looked at today at 15:40.", isDoubtful: false),
        ], action: "/harbour-view/approvals/p1")
}
