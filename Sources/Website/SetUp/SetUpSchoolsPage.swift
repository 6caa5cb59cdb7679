/// The schools of a trust, named one after the other during set-up.
package struct SetUpSchoolsPage: PageContent {
    package var to: String
    package var schools: [Line]
    package var anySchools: Bool
    package var name: TextField
    package var short: TextField
    /// Nil until there is a school.
    package var next: String?

    package struct Line: Shows {
        package var name: String
        package var slug: String
        package var to: String
        package init(_ name: String, slug: String) {
            self.name = name
            self.slug = slug
            to = SiteURL.setUpSchools.link(in: "")
        }
    }

    static func page(_ schools: [Line], form: Form = Form(), problems: [Problem] = []) -> Page {
        Page(
            schools.isEmpty
                ? "Which schools belong to it?"
                : schools.count == 1 ? "One school so far" : "\(schools.count) schools so far",
            title: "Schools", lead: "Each gets its own roll, settings and accounts. More can be added at any time.",
            crumb: Crumb("Set-up", SiteURL.setUp.link(in: "")), problems: problems, frame: .journey,
            SetUpSchoolsPage(
                to: SiteURL.setUpSchools.link(in: ""), schools: schools, anySchools: !schools.isEmpty,
                name: TextField(
                    "name", "The school’s name", hint: "As parents write it.", value: form["name"],
                    autocomplete: "off", problems: problems),
                short: TextField(
                    "slug", "A short name for files and addresses",
                    hint: "Small letters, figures and hyphens: quay-primary. Empty: it is made of the name.",
                    value: form["slug"], autocomplete: "off", short: true, problems: problems),
                next: schools.isEmpty ? nil : SiteURL.setUp.link(in: "")))
    }

    package static let examples = [
        page([]),
        page(
            [Line("Quay Primary School", slug: "quay-primary-school"), Line("Mill House", slug: "mill-house")],
            problems: [Problem("name", "There is a school of this name already")]),
    ]
}
