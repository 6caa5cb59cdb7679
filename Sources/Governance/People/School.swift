/// A school of an organisation; an organisation that is one school has exactly one.
package struct School: Sendable, Equatable {
    package var id: Identifier<School>
    /// Short name in addresses and files, for example `harbour-view`.
    package var slug: String
    package var name: String

    package init(id: Identifier<School>, slug: String, name: String) {
        self.id = id
        self.slug = slug
        self.name = name
    }
}
