import Foundation
import Governance
import Store

extension WriteTransaction {
    /// The tasks of asking on paper, as they are when whatever can be mailed is on its way: opened where somebody waits,
    /// closed where nobody does.
    func paperTasks(_ organisation: Organisation) throws -> [TaskChange] {
        let open = try toAskOnPaper().filter { try !isOpen(.askOnPaper, RecordSubject(.school, $0.school)) }
        return try open.map { try askOnPaper(at: $0.school, organisation) }
            + donePaperTasks(at: Set(schools().map(\.id)))
    }

    /// The tasks of asking on paper that are done at these schools.
    func donePaperTasks(at schools: Set<Identifier<School>>) throws -> [TaskChange] {
        try schools.sorted().compactMap { school in
            let subject = RecordSubject(.school, school)
            guard try isOpen(.askOnPaper, subject), try !waitsForPaper(at: school) else { return nil }
            return .close(.askOnPaper, subject)
        }
    }

    private func askOnPaper(at school: Identifier<School>, _ organisation: Organisation) throws -> TaskChange {
        let role = try firstHeld(ConsentRoles.asking, at: school)
        let policy = try organisation.policyInForce(at: school, on: now, self)?.policy
        return .open(
            NewTask(
                .askOnPaper, RecordSubject(.school, school), for: .role(role, at: school),
                within: try within(7, at: school),
                rule: "Families whom no mail reaches are asked about pictures by letter: "
                    + whoseRule(policy?.sections(carriedBy: .askFamilies) ?? [])))
    }
}
