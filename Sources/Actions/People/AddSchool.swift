import Governance
import Store

/// Adds a school to the organisation.
package struct AddSchool: Sendable {
    package var name: String
    package var slug: String

    package init(name: String, slug: String) {
        self.name = name
        self.slug = slug
    }

    @discardableResult
    package func perform(in organisation: Organisation, by actor: Actor) async throws -> Identifier<School> {
        try await organisation.change(by: actor) { tx in
            try tx.require(.administrator, at: nil, "Only an administrator can add a school")
            let school = School(id: tx.identifier(), slug: slug, name: trimmed(name))
            try check(school, beside: tx.schools())
            try tx.insert(school)
            return Recorded(school.id, .schoolAdded(school))
        }
    }
}

/// Renames a school.
package struct RenameSchool: Sendable {
    package var school: Identifier<School>
    package var name: String

    package init(school: Identifier<School>, name: String) {
        self.school = school
        self.name = name
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        try await organisation.change(by: actor) { tx in
            try tx.require(.administrator, at: nil, "Only an administrator can rename a school")
            var school = try tx.school(school)
            let before = school.name
            school.name = trimmed(name)
            guard school.name != before else { return .unchanged }
            try check(school, beside: tx.schools().filter { $0.id != school.id })
            try tx.update(school)
            return Recorded(
                Event(
                    .schoolRenamed, RecordSubject(.school, school.id), before: ["name": .text(before)],
                    after: ["name": .text(school.name)]))
        }
    }
}

private func check(_ school: School, beside others: [School]) throws {
    var errors: [FieldError] = []
    if school.name.isEmpty { errors.append(FieldError("name", "Enter the school's name")) }
    if others.contains(where: { $0.name == school.name }) {
        errors.append(FieldError("name", "There is a school of this name already"))
    }
    if !isSlug(school.slug) {
        errors.append(FieldError("slug", "Use small letters, digits and hyphens, for example harbour-view"))
    } else if others.contains(where: { $0.slug == school.slug }) {
        errors.append(FieldError("slug", "There is a school with this short name already"))
    }
    guard errors.isEmpty else { throw ActionError.invalid(errors) }
}
