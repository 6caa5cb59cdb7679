/// Who the designated safeguarding lead is, how to reach them, and what not to do.
package struct TellDSLPage: PageContent {
    package var leads: [Lead]
    package var anyLeads: Bool
    package var contact: String?
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

    static func page(leads: [Lead], contact: String?, clauses: [ClauseChip]) -> Page {
        Page(
            "Tell the safeguarding lead", title: "Tell the DSL",
            lead: "If something online worries you about a child, do not wait and do not look into it yourself.",
            TellDSLPage(leads: leads, anyLeads: !leads.isEmpty, contact: contact, clauses: clauses))
    }

    package static let examples = [
        page(
            leads: [Lead("Ruth Calder", role: "designated safeguarding lead", email: "r.calder@harbourview.example")],
            contact: "Call 0191 496 0123 and ask for the safeguarding lead.",
            clauses: [ClauseChip("6.3(h)", at: "/harbour-view/policy#c-6-3-h")]),
        page(leads: [], contact: nil, clauses: []),
    ]
}
