import Governance

/// The register of consent: who may be shown where, and who was never asked.
struct ConsentPage: PageContent {
    let to: String
    let search: String
    /// Which lines are shown, for the search.
    let show: String
    let formGroups: [Forms]
    let lines: [Line]
    let anyLines: Bool
    let none: String
    let showing: String
    let pager: Pager?
    let note: Note?
    /// Asks many families at once; nil for who only reads, and where nobody is to be asked.
    let ask: Ask?
    let links: [HeadAction]

    struct Ask: Shows {
        let to: String
        let which: String
        let text: String
    }

    /// The forms of one school.
    struct Forms: Shows {
        /// Nil where there is one school.
        let school: String?
        let isOpen: Bool
        let forms: [Tab]
    }

    struct Line: Shows {
        let name: String
        let link: String
        let form: String
        let tag: Tag
        /// Empty where the tag has said it.
        let allowed: String
        /// The tag says enough of it for a phone.
        let isPlain: Bool
        let about: String
        /// Nobody waits for anything: a phone leaves out when it was said.
        let isSettled: Bool

        init(
            name: String, link: String, form: String, tag: Tag, allowed: String, about: String, isPlain: Bool = false,
            isSettled: Bool = false
        ) {
            self.name = name
            self.link = link
            self.form = form
            self.tag = tag
            self.allowed = allowed == tag.text ? "" : allowed
            self.about = about
            self.isPlain = isPlain
            self.isSettled = isSettled
        }
    }

    package static var examples: [Page] {
        let here = "/harbour-view/consent"
        return [
            Page(
                "The families of 12 pupils were never asked", title: "Pictures and consent",
                tabs: [Tab("Everyone", here, count: 214, current: true)], room: .consent,
                ConsentPage(
                    to: here, search: "", show: "everyone",
                    formGroups: [
                        Forms(
                            school: "Quay School", isOpen: true,
                            forms: [Tab("8B", here + "?form=8B&school=quay", current: true)]),
                        Forms(school: nil, isOpen: false, forms: [Tab("7A", here + "?form=7A&school=quay")]),
                    ],
                    lines: [
                        Line(
                            name: "Zofia K.", link: here + "/people/1", form: "8B",
                            tag: Tag(.hold, "Pictures: some", icon: .image), allowed: "Only the website",
                            about: "Asked by mail on 20 November 2026"),
                        Line(
                            name: "Jamie T.", link: here + "/people/2", form: "8B",
                            tag: Tag(.clear, "Pictures: yes", icon: .check), allowed: "Yes, everywhere",
                            about: "20 November 2026, by a link", isPlain: true, isSettled: true),
                    ], anyLines: true, none: "", showing: "The first 50",
                    pager: Pager(
                        here, keeping: ["show"], of: Form(urlEncoded: "show=no"), page: 2, of: 3, "Before", "More"),
                    note: Note(.warn, "12 families were never asked.", "Silence is no answer before they are."),
                    ask: Ask(to: here + "/ask", which: "never", text: "Ask all families who were never asked"),
                    links: [HeadAction("Letters to print", icon: .print, here + "/letters")])),
            Page(
                "Nobody is on the roll yet", title: "Pictures and consent", room: .consent,
                ConsentPage(
                    to: here, search: "", show: "everyone", formGroups: [], lines: [], anyLines: false,
                    none: "Nobody.", showing: "", pager: nil, note: nil, ask: nil, links: [])),
        ]
    }
}
