import Actions
import Foundation
import Governance

/// A group of staff of an invented organisation: its creator looks at it week after week, save the last.
struct DemoGroup {
    let demo: DemoOrganisation
    let organisation: DemoOrganisationMade
    let creator: Identifier<User>

    /// Nil where nobody teaches.
    init?(demo: DemoOrganisation, organisation: DemoOrganisationMade) {
        guard let creator = organisation.actor(.teacher).user else { return nil }
        self.demo = demo
        self.organisation = organisation
        self.creator = creator
    }

    func register() async throws -> Identifier<StaffGroup> {
        try await RegisterGroup(
            school: organisation.school, name: "Ideas for lessons", network: .facebook,
            address: "groups/\(demo.slug)-lessons", purpose: "Teachers share ideas for lessons", everyDays: 7
        ).perform(in: organisation.organisation, by: .user(creator))
    }

    /// What was seen, by how many days before the demonstration's today.
    static let looks: [(day: Int, found: String)] = [
        (-29, "Twelve members, all of them staff. Worksheets, and a question about glue"),
        (-22, "Somebody wrote of a class by its teacher’s name. Taken down, and the rule said again"),
        (-15, "All as it should be"),
        (-9, "A supply teacher who has gone was still in it. Taken out"),
    ]

    func look(at group: Identifier<StaffGroup>, found: String) async throws {
        try await CheckGroup(group, found: found).perform(in: organisation.organisation, by: .user(creator))
    }
}
