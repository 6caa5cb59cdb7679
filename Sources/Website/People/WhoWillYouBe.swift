import Governance

/// The demonstration's door: its people with their portraits, and one click to be one of them.
package struct WhoWillYouBe: PageContent {
    package var to: String
    package var people: [Persona]
    package var others: [Elsewhere]
    package var anyOthers: Bool
    /// A form that waits until someone is chosen.
    package var kept: [FormPage.Part.Hidden]
    package var keptNote: Note?

    /// One invented person.
    package struct Persona: Shows {
        package var id: String
        package var name: String
        package var role: String
        /// What to try as this person, in a sentence.
        package var says: String?
        package var initials: String
        package var shape: Int

        package init(id: String, name: String, roles: Set<Role>, says: String? = nil) {
            let visitor = Visitor(id: id, name: name, roles: roles)
            self.id = id
            self.name = name
            role = visitor.says
            self.says = says
            initials = visitor.initials
            shape = visitor.shape
        }
    }

    /// Another organisation of the demonstration.
    package struct Elsewhere: Shows {
        package var name: String
        package var link: String
        package init(_ name: String, _ link: String) {
            self.name = name
            self.link = link
        }
    }

    static func page(
        school: String, to link: String, people: [Persona], others: [Elsewhere], keeping kept: KeptForm? = nil
    ) -> Page {
        Page(
            "Who will you be?", lead: "Everyone at \(school) is invented. Pick someone and look around as they would.",
            frame: .journey,
            WhoWillYouBe(
                to: link, people: people, others: others, anyOthers: !others.isEmpty, kept: kept?.carried ?? [],
                keptNote: kept.map { _ in SignIn.keptNote }))
    }

    package static let examples = [
        page(
            school: "Harbour View School", to: "/harbour-view/who-will-you-be",
            people: [
                Persona(id: "1", name: "Priya Nair", roles: [.author], says: "Write a post and send it for approval."),
                Persona(id: "2", name: "Tom Ashworth", roles: [.moderator, .office], says: "Approve what waits."),
                Persona(id: "3", name: "Helen Osei", roles: [.headteacher]),
            ],
            others: [
                Elsewhere("Millbrook Academies Trust", "/millbrook/who-will-you-be")
            ],
            keeping: KeptForm(
                to: "/harbour-view/posts/new",
                fields: [FormPage.Part.Hidden(name: "text", value: "Open evening is on Thursday.")]))
    ]
}
