import Governance

/// Who the designated safeguarding lead is, how to reach them at once, and what not to do.
package struct TellDSLPage: PageContent {
    /// That they have been told.
    package var told: Note?
    package var leads: [Lead]
    package var anyLeads: Bool
    package var contact: String?
    package var form: Form?
    package var clauses: [ClauseChip]

    package struct Lead: Shows {
        package var name: String
        package var role: String
        package var email: String
        package init(_ name: String, role: String, email: String) {
            self.name = name
            self.role = role
            self.email = email
        }
    }

    /// Asks them to come, saying what kind of thing it is and from which page, and nothing more.
    package struct Form: Shows {
        package var to: String
        package var page: String?
        /// What that page shows.
        package var from: String?
        package var about: ChoiceField

        package init(
            to link: String, page: String?, from name: String?, chosen: String = "", _ problems: [Problem] = []
        ) {
            to = link
            self.page = page
            from = name
            let asked: [(Concern.About, String)] = [
                (.ownActivity, "Something I did online, or was drawn into"),
                (.others, "What a child or a colleague does online"),
                (.learnedOnline, "Something about a child that I saw or learned online"),
                (
                    .statutory,
                    "A child who may be missing from education, exploited, at risk of female genital mutilation, or "
                        + "drawn to extremism"
                ),
            ]
            about = ChoiceField(
                "about", "What is it about?", asked.map { ($0.rawValue, $1, nil) }, chosen: [chosen],
                problems: problems)
        }
    }

    static func page(
        leads: [Lead], contact: String?, clauses: [ClauseChip], isTold: Bool = false, form: Form,
        problems: [Problem] = []
    ) -> Page {
        Page(
            "Tell the safeguarding lead", title: "Tell the DSL",
            lead: "If something online worries you about a child, do not wait and do not look into it yourself.",
            problems: problems,
            TellDSLPage(
                told: isTold
                    ? Note(.clear, "They have been told.", "If nobody has spoken with you within the hour, call.")
                    : nil,
                leads: leads, anyLeads: !leads.isEmpty, contact: contact, form: isTold ? nil : form, clauses: clauses))
    }

    package static var examples: [Page] {
        let to = "/harbour-view/tell-the-dsl"
        let problem = Problem("about", "Choose what it is about")
        return [
            page(
                leads: [
                    Lead("Ruth Calder", role: "designated safeguarding lead", email: "r.calder@harbourview.example")
                ],
                contact: "Call 0191 496 0123 and ask for the safeguarding lead.",
                clauses: [ClauseChip("6.3(h)", at: "/harbour-view/policy#c-6-3-h")],
                form: Form(to: to, page: "/posts/7", from: "A post", [problem]), problems: [problem]),
            page(leads: [], contact: nil, clauses: [], form: Form(to: to, page: nil, from: nil)),
            page(leads: [], contact: nil, clauses: [], isTold: true, form: Form(to: to, page: nil, from: nil)),
        ]
    }
}
