/// The first page of an installation that has several organisations.
package struct StartPage: PageContent {
    package var organisations: [Entry]
    package var anyOrganisations: Bool
    package var blank: Blank

    package struct Entry: Shows {
        package var name: String
        package var link: String
        package var says: String?
        package init(_ name: String, _ link: String, says: String? = nil) {
            self.name = name
            self.link = link
            self.says = says
        }
    }

    static func page(_ organisations: [Entry]) -> Page {
        Page(
            "Which school?", title: "Chaperone", frame: .journey,
            StartPage(
                organisations: organisations, anyOrganisations: !organisations.isEmpty,
                blank: Blank("Nothing is set up here yet", "The console shows the address at which set-up begins.")))
    }

    package static let examples = [
        page([Entry("Harbour View School", "/harbour-view", says: "uses The Link School’s policy")]), page([]),
    ]
}
