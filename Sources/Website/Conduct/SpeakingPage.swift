import Governance

/// The register of who may speak for the school, and who only proposes.
struct SpeakingPage: PageContent {
    let clauses: [ClauseChip]
    let told: String
    let lines: [Line]
    let anyLines: Bool
    let blank: Blank

    struct Line: Shows {
        let name: String
        let tag: Tag
        let given: [Given]
        /// What is said where nothing was ever given.
        let none: String?
        let give: HeadAction?
    }

    struct Given: Shows {
        let says: String
        let back: HeadAction?
    }

    static func page(_ desk: SpeakingDesk, tabs: [Tab]) -> Page {
        let visit = desk.visit
        let lines = desk.lines.map { line in
            let given = desk.shown(line).map { authority in
                Given(
                    says: desk.words(authority),
                    back: desk.mayTakeBack(authority)
                        ? HeadAction("Take back", visit.link(.authorityEnd(.value(authority.id.text)))) : nil)
            }
            let isMe = line.user.id.text == visit.visitor?.id
            return Line(
                name: line.user.name, tag: desk.tag(of: line), given: given,
                none: given.isEmpty ? "Nobody has given it: what they write waits for a manager." : nil,
                give: desk.places.isEmpty || isMe
                    ? nil : HeadAction("Give", visit.link(.newAuthority) + "?user=\(line.user.id.text)"))
        }
        return Page(
            desk.heading, title: "Authority to speak",
            actions: desk.places.isEmpty
                ? [] : [HeadAction("Give authority", icon: .plus, visit.link(.newAuthority), filled: true)],
            tabs: tabs, room: .policy,
            SpeakingPage(
                clauses: desk.sections.map {
                    ClauseChip($0, at: visit.link(.policy) + "#" + ClauseChip.anchor($0))
                },
                told: "Whoever has no authority can write and send a post. It goes out once a manager has let it go.",
                lines: lines, anyLines: !lines.isEmpty, blank: blank(desk)))
    }

    private static func blank(_ desk: SpeakingDesk) -> Blank {
        desk.sections.isEmpty
            ? Blank("No policy in force asks for it", "Whoever holds a role that writes may write for the school.")
            : Blank("Nobody writes for the school yet", "An administrator gives roles.")
    }

    package static var examples: [Page] {
        let here = "/harbour-view/policy/speaking"
        let blank = Blank("Nobody writes for the school yet", "An administrator gives roles.")
        let told = "Whoever has no authority can write and send a post."
        return [
            Page(
                "1 of the 2 who write may speak for the school", title: "Authority to speak", room: .policy,
                SpeakingPage(
                    clauses: [ClauseChip("4.4", at: "/harbour-view/policy#c-4-4")], told: told,
                    lines: [
                        Line(
                            name: "Priya Nair", tag: Tag(.clear, "May speak", icon: .check),
                            given: [
                                Given(
                                    says: "Until 31 August 2027. Given by Helen Osei on 3 September 2026: Sport",
                                    back: HeadAction("Take back", here + "/1/end"))
                            ], none: nil, give: HeadAction("Give", here + "/new?user=1")),
                        Line(
                            name: "Tom Ashworth", tag: Tag(.hold, "Only proposes", icon: .pen), given: [],
                            none: "Nobody has given it.", give: nil),
                    ], anyLines: true, blank: blank)),
            Page(
                "Who may speak for the school", title: "Authority to speak", room: .policy,
                SpeakingPage(clauses: [], told: told, lines: [], anyLines: false, blank: blank)),
        ]
    }
}
