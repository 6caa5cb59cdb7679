import Foundation
import Governance
import Store

/// Sends the question to every family that waits for it and has an e-mail address, one mail for all children of an
/// address, and gives the office the task of asking the others on paper. Done again, it asks nobody twice.
package struct AskFamilies: Sendable {
    /// How many families one change asks: the organisation writes nothing else meanwhile.
    private let most: Int

    package init() { self.init(most: 500) }

    init(most: Int) { self.most = most }

    /// - Returns: how many mails that made.
    @discardableResult
    package func perform(in organisation: Organisation, by actor: Actor = .schedule) async throws -> Int {
        let post = try await organisation.familyPost()
        var made = 0
        if let post {
            var mails = 0
            repeat {
                mails = try await mail(by: post, in: organisation, actor)
                made += mails
            } while mails > 0
        }
        try await organisation.change(by: actor) { tx in
            let hasStopped = try post == nil && tx.hasQuestionsInQueue()
            // what waits where no mail goes out is asked on paper; were it sent later, it would ask twice
            if hasStopped { try tx.dropAllPictureMails() }
            let tasks = try tx.paperTasks(organisation)
            guard !tasks.isEmpty || hasStopped else { return .unchanged }
            return Recorded(Event(.familiesAsked, .organisation, after: ["mails": 0, "pupils": 0]), tasks: tasks)
        }
        try await organisation.noteDue()
        return made
    }

    /// - Returns: how many mails that made; 0: nobody is left whom a mail can ask.
    private func mail(by post: FamilyPost, in organisation: Organisation, _ actor: Actor) async throws -> Int {
        try await organisation.change(by: actor) { tx in
            let families = try tx.familiesToAsk(most: most)
            var asked: Set<Identifier<Person>> = []
            for family in families {
                try tx.mailPictureLink(
                    to: family.email, called: family.name, notAtNight: true, by: post)
                asked.formUnion(family.pupils)
            }
            guard !families.isEmpty else { return .unchanged(0) }
            return Recorded(
                families.count,
                Event(
                    .familiesAsked, .organisation,
                    after: ["mails": .number(families.count), "pupils": .number(asked.count)]))
        }
    }
}
