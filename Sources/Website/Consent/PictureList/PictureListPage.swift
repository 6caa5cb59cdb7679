import Governance

/// The list of those who must not be published, of one school: what is not allowed, since when, and who knows it.
struct PictureListPage: PageContent {
    /// Who else may be refused; nil: nobody.
    let beside: String?
    let lines: [Line]
    let anyLines: Bool
    let blank: Blank
    /// The reader is asked to say that they know it.
    let know: Know?
    let known: Tag?
    let others: Note?
    let unread: [String]
    let anyUnread: Bool
    let foot: String

    struct Line: Shows {
        let name: String
        let form: String
        let shut: String
        let since: String
        let isNew: Tag?
        /// Where the objection of a visitor is taken off; nil for who only reads, and for people on the roll.
        let end: String?
    }

    struct Know: Shows {
        let to: String
        let version: Int
        let clause: ClauseChip?
    }

    static func beside(silent: Int, ended: Int) -> String? {
        let parts = [
            silent > 0 ? "nothing is on record of \(silent)" : nil, ended > 0 ? "the yes of \(ended) has ended" : nil,
        ].compactMap(\.self)
        guard !parts.isEmpty else { return nil }
        return
            "The list has those who said no, or set a limit. \(Consent.list(parts).capitalisedFirst): whether they may be "
            + "shown, the page of each picture says."
    }

    package static var examples: [Page] {
        let here = "/harbour-view/consent/list/quay"
        return [
            Page(
                "Pupils who must not be pictured", room: .consent,
                PictureListPage(
                    beside: PictureListPage.beside(silent: 40, ended: 1),
                    lines: [
                        Line(
                            name: "Zofia K.", form: "8B", shut: "Social media", since: "20 November 2026",
                            isNew: Tag(.warn, "New", icon: .bell), end: nil),
                        Line(
                            name: "Rosa Whitlock", form: "Visitor: grandmother of Zofia K.", shut: "Anything, anywhere",
                            since: "20 November 2026", isNew: nil, end: "/harbour-view/consent/visitors/1/end"),
                    ], anyLines: true, blank: Blank("", ""),
                    know: Know(to: here, version: 4, clause: ClauseChip("7.2", at: "/harbour-view/policy#c-7-2")),
                    known: nil,
                    others: Note(
                        .hold, "6 of 44 have not read the last change.", "They cannot send pictures until they have."),
                    unread: ["Tom Ashworth"], anyUnread: true, foot: "Version 4.")),
            Page(
                "Nobody is on the list", room: .consent,
                PictureListPage(
                    beside: nil, lines: [], anyLines: false,
                    blank: Blank("Nobody has said no", "Whoever does stands here."),
                    know: nil, known: Tag(.clear, "You have read this version"), others: nil, unread: [],
                    anyUnread: false, foot: "Version 0.")),
        ]
    }
}
