import Governance
import Store

/// Adds a school to the organisation.
package struct AddSchool: Sendable {
    package var name: String
    /// Nil: made from the name.
    package var slug: String?

    package init(name: String, slug: String? = nil) {
        self.name = name
        self.slug = slug
    }

    @discardableResult
    package func perform(in organisation: Organisation, by actor: Actor) async throws -> Identifier<School> {
        try await organisation.change(by: actor) { tx in
            try tx.require(.administrator, at: nil, "Only an administrator can add a school")
            let others = try tx.schools()
            let taken = Slug.reservedOfSchools.union(others.map(\.slug))
            let name = trimmed(name)
            let school = School(
                id: tx.identifier(), slug: slug ?? Slug.made(from: name, beside: taken), name: name)
            try check(school, beside: others)
            try tx.insert(school)
            return Recorded(school.id, .schoolAdded(school))
        }
    }
}

func check(_ school: School, beside others: [School]) throws {
    var errors: [FieldError] = []
    if school.name.isEmpty { errors.append(FieldError("name", "Enter the school's name")) }
    if others.contains(where: { $0.name == school.name }) {
        errors.append(FieldError("name", "There is a school of this name already"))
    }
    if !school.name.isEmpty, !Slug.isOne(school.slug) {
        errors.append(FieldError("slug", "Use small letters, digits and hyphens, for example harbour-view"))
    } else if Slug.reservedOfSchools.contains(school.slug) {
        errors.append(FieldError("slug", "This word stands in addresses of the program itself. Choose another"))
    } else if others.contains(where: { $0.slug == school.slug }) {
        errors.append(FieldError("slug", "There is a school with this short name already"))
    }
    guard errors.isEmpty else { throw ActionError.invalid(errors) }
}
