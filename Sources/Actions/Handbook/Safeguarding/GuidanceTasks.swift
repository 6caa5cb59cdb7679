import Foundation
import Governance
import Store

extension WriteTransaction {
    /// How the tasks of reading the guidance on safeguarding change (HBK-16): open for whoever is bound by a policy that
    /// asks it and has not read the edition in force; closed for everyone else, and for every other edition.
    func guidanceTasks(
        _ facts: RegisterFacts, _ asking: Asking, of user: Identifier<User>?
    ) throws -> [TaskChange] {
        let editions = try editionFacts(of: user)
        let edition = editions.inForce(on: Day(of: now))
        var wanted: [Identifier<User>: NewTask] = [:]
        if let edition {
            let reckoned = try within(Acknowledgement.usualDays, at: nil)
            for person in facts.people where editions.read(edition, by: person.user.id) == nil {
                let asked = asking.asked(of: person.user.kind, holding: person.grants)
                guard let asked = asked.first(where: { $0.policy.asksForGuidance }) else { continue }
                wanted[person.user.id] = NewTask(
                    .readGuidance, RecordSubject(.guidanceEdition, String(edition.edition)),
                    for: .user(person.user.id), within: reckoned,
                    rule:
                        "\(asked.version.title) (\(asked.version.words.key)): know your duties under \(edition.name): "
                        + whoseRule(asked.policy.sections(carriedBy: .readGuidance)))
            }
        }
        let open = try openGuidanceTasks(of: user)
        let closing = open.filter { wanted[$0.user]?.subject.id != $0.edition }
        let kept = Set(open.map(\.user)).subtracting(closing.map(\.user))
        return closing.map { .closeFor(.readGuidance, RecordSubject(.guidanceEdition, $0.edition), .user($0.user)) }
            + wanted.filter { !kept.contains($0.key) }.sorted { $0.key.text < $1.key.text }.map { .open($0.value) }
    }
}
