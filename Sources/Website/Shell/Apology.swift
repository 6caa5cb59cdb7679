/// A page that is not what was asked for: what happened, what to do, and the number to tell.
package struct Apology: PageContent {
    package var says: [String]
    /// Shown where someone may have to look it up.
    package var reference: String?
    package var note: String?
    package var next: HeadAction?
    package var home: String?

    static func notFound(_ visit: Visit) -> Page {
        Page(
            "There is no such page", lead: "It may have been moved, or the address has a slip in it.", frame: .journey,
            Apology(
                says: ["Check the address, or start from the first page."], home: home(visit)))
    }

    static func wrongMethod(_ visit: Visit) -> Page {
        Page(
            "This address is not used that way", lead: "Nothing was done.", frame: .journey,
            Apology(says: ["Go to the first page and find your way from there."], home: home(visit)))
    }

    static func notPermitted(_ visit: Visit, says: String?, isOnRecord: Bool) -> Page {
        let who = visit.visitor.map { "You are signed in as \($0.name), \($0.says)." } ?? ""
        return Page(
            "This page is for other roles", lead: who, frame: .journey,
            Apology(
                says: [says.map { $0 + "." }].compactMap { $0 } + [
                    "If you need it, ask an administrator of Chaperone at your school, and give this number:"
                ],
                reference: visit.reference,
                note: isOnRecord ? "That you tried to open this page is on record, as it is for anyone." : nil,
                home: home(visit)))
    }

    static func linkIsOver(_ visit: Visit) -> Page {
        Page(
            "This link does not count any more", lead: "It was used already, or its time is over.", frame: .journey,
            Apology(
                says: ["If you have set a password, sign in with it. Else ask an administrator for a new link."],
                next: HeadAction("Sign in", visit.link(.signIn)), home: home(visit)))
    }

    static func conflict(_ visit: Visit, says: String) -> Page {
        Page(
            "This changed while you looked at it", lead: says, frame: .journey,
            Apology(
                says: ["Nothing of yours was saved over it. Go back, read what is new, and decide again."],
                home: home(visit)))
    }

    static func invalid(_ visit: Visit, _ problems: [Problem]) -> Page {
        Page(
            "This cannot be done as it stands", frame: .journey,
            Apology(says: problems.map(\.says), home: home(visit)))
    }

    static func formFromElsewhere(_ visit: Visit) -> Page {
        Page(
            "Send this form again", lead: "It did not come from a page of this session, so nothing was done.",
            frame: .journey,
            Apology(
                says: [
                    "This happens when you signed in again, or signed out, in another window.",
                    "Go back, load the page afresh, and send it once more.",
                ], home: home(visit)))
    }

    static func unreadable(_ visit: Visit) -> Page {
        Page(
            "The form arrived in pieces", lead: "Nothing was done.", frame: .journey,
            Apology(says: ["Go back and send it once more."], reference: visit.reference, home: home(visit)))
    }

    static func tooLarge(_ visit: Visit, limit: Int) -> Page {
        let most = limit >= 1_048_576 ? "\(limit / 1_048_576) MB" : "\(max(limit, 1024) / 1024) KB"
        return Page(
            "That is too large", lead: "This page takes at most \(most). Nothing was saved.", frame: .journey,
            Apology(says: ["Send less at a time, or a smaller file."], home: home(visit)))
    }

    static func later(_ visit: Visit, says: String) -> Page {
        Page("Not just now", lead: says, frame: .journey, Apology(says: ["Nothing was lost."], home: home(visit)))
    }

    static func notSaved(_ visit: Visit, says: String) -> Page {
        Page(
            "This could not be saved", lead: says, frame: .journey,
            Apology(
                says: ["Tell whoever looks after Chaperone, with this number:"], reference: visit.reference,
                home: home(visit)))
    }

    static func ours(_ visit: Visit) -> Page {
        Page(
            "Something went wrong on our side", lead: "Sorry. Nothing was published.", frame: .journey,
            Apology(
                says: ["Please try again. If it happens once more, give whoever looks after Chaperone this number:"],
                reference: visit.reference, note: When.full(visit.now), home: home(visit)))
    }

    private static func home(_ visit: Visit) -> String? {
        visit.organisation.map { (visit.visitor == nil ? SiteURL.signIn : .home).link(in: $0.key) }
            ?? SiteURL.start.link(in: "")
    }

    package static let examples = [
        Page(
            "Something went wrong on our side", lead: "Sorry. Nothing was published.", frame: .journey,
            Apology(
                says: ["Please try again. If it happens once more, give whoever looks after Chaperone this number:"],
                reference: "7K2M-40QD", note: "Friday 20 November 2026, 15:42",
                next: HeadAction("Back to your post", "/harbour/posts"), home: "/harbour"))
    ]
}
