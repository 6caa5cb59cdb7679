import Actions
import Foundation
import Governance

/// What became of invitations: on their way, or slips to print, shown once.
package struct InvitedPage: PageContent {
    package var mailed: String?
    package var slips: [Slip]
    package var back: String

    /// For one person, to cut out and hand over.
    package struct Slip: Shows {
        package var name: String
        package var at: String
        package var link: String
        package var until: String
    }

    /// - Parameters:
    ///   - isWhole: whether it is known at which address people reach this program.
    ///   - link: the address of a link, by its secret.
    static func page(
        _ invitations: Invitations, at organisation: String, isWhole: Bool = true, link: (String) -> String,
        back: Crumb, now: Date
    ) -> Page {
        let count = invitations.each.count
        let until = invitations.each.first.map { When.near($0.until, now: now) } ?? ""
        guard !invitations.areMailed else {
            return Page(
                count == 1 ? "One invitation is on its way" : "\(count) invitations are on their way",
                title: "Invited", crumb: back, room: .users,
                InvitedPage(mailed: "Each link works once, and counts until \(until).", slips: [], back: back.link))
        }
        return Page(
            count == 1 ? "A link to hand over" : "\(count) links to hand over", title: "Invited",
            lead: "Print this page now: the links are not shown again. Each is for one person, works once, and counts "
                + "until \(until)."
                + (isWhole
                    ? ""
                    : " Before each goes the address at which people reach Chaperone, which nobody has said yet: whoever "
                        + "looks after the machine says it with `chaperone address`."),
            crumb: back, room: .users,
            InvitedPage(
                slips: invitations.each.map {
                    Slip(name: $0.user.name, at: organisation, link: link($0.link), until: until)
                },
                back: back.link))
    }

    package static let examples = [
        page(
            example(areMailed: true), at: "Harbour View", link: { $0 },
            back: Crumb("Invite staff", "/harbour-view/users/invitations"),
            now: Date(timeIntervalSince1970: 1_700_000_000)),
        page(
            example(areMailed: false), at: "Harbour View",
            link: { "https://chaperone.harbourview.example/harbour-view/new-password/\($0)" },
            back: Crumb("Invite staff", "/harbour-view/users/invitations"),
            now: Date(timeIntervalSince1970: 1_700_000_000)),
    ]

    private static func example(areMailed: Bool) -> Invitations {
        Invitations(
            each: [
                Invitation(
                    user: User(id: Identifier("2"), name: "Tom Ashworth", email: "t.ashworth@harbourview.example"),
                    link: "3k9…", until: Date(timeIntervalSince1970: 1_701_209_600))
            ], areMailed: areMailed)
    }
}
