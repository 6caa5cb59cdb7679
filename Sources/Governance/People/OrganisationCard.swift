/// What an organisation is called, where it is, and whether it is a demonstration.
package struct OrganisationCard: Sendable, Equatable {
    package var slug: String
    package var name: String
    package var nation: Nation
    package var isDemonstration: Bool

    package init(slug: String, name: String, nation: Nation, isDemonstration: Bool) {
        self.slug = slug
        self.name = name
        self.nation = nation
        self.isDemonstration = isDemonstration
    }
}

/// One organisation as the installation lists it.
package struct ListedOrganisation: Sendable, Equatable {
    package let slug: String
    package let name: String

    package init(slug: String, name: String) {
        self.slug = slug
        self.name = name
    }
}
