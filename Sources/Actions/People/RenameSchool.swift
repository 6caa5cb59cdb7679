import Governance
import Store

/// Renames a school; its short name stays, since it stands in addresses and files.
package struct RenameSchool: Sendable {
    package var school: Identifier<School>
    package var name: String
    package var why: String?

    package init(school: Identifier<School>, name: String, why: String? = nil) {
        self.school = school
        self.name = name
        self.why = why
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
                    after: ["name": .text(school.name)], why: why))
        }
    }
}
