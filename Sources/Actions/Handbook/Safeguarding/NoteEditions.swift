import Governance
import Store

/// Sees, when the program starts, that the editions of the guidance on safeguarding which this release knows are asked for:
/// the one in force at once, one that is to come on its first day.
package struct NoteEditions: Sendable {
    package init() {}

    package func perform(in organisation: Organisation) async throws {
        let coming = try await organisation.change(by: .schedule) { tx in
            let facts = try tx.editionFacts()
            let coming = StatutoryEdition.all(in: facts.nation, added: facts.added).filter { $0.from.start() > tx.now }
            let people = try tx.registerFacts(of: nil)
            let policies = organisation.installation.policies
            let tasks = try tx.guidanceTasks(people, tx.asking(people, policies), of: nil)
            guard !tasks.isEmpty else { return .unchanged(coming) }
            let opened = tasks.count { if case .open = $0 { true } else { false } }
            return Recorded(
                coming,
                Event(
                    .trainingAsked, .organisation,
                    after: ["asked": .number(opened), "askedNoMore": .number(tasks.count - opened)]), tasks: tasks)
        }
        try await organisation.database.keep { book in
            for edition in coming {
                try book.setDue(.editionBegins, String(edition.edition), at: edition.from.start())
            }
        }
        try await organisation.noteDue()
    }
}

extension Installation {
    /// The same for every organisation of this machine.
    package func noteEditions() async throws {
        for listed in try await organisations() { try await NoteEditions().perform(in: organisation(listed.slug)) }
    }
}
