import Foundation
import Governance
import Store

/// Sends the question to every family that waits for it and has an e-mail address, one mail for all children of an
/// address, and gives the office the task of asking the others on paper. Done again, it asks nobody twice.
package struct AskFamilies: Sendable {
    package init() {}

    /// - Returns: how many mails that made.
    @discardableResult
    package func perform(in organisation: Organisation, by actor: Actor = .schedule) async throws -> Int {
        let post = try await organisation.familyPost()
        let made = try await organisation.change(by: actor) { tx in
            let families = post == nil ? [] : try tx.familiesToAsk()
            var asked: Set<Identifier<Person>> = []
            for family in families {
                guard let post else { break }
                try tx.mailPictureLink(
                    to: family.email, called: family.name, notAtNight: true, by: post)
                asked.formUnion(family.pupils)
            }
            let hasStopped = try post == nil && tx.hasQuestionsInQueue()
            // what waits where no mail goes out is asked on paper; were it sent later, it would ask twice
            if hasStopped { try tx.dropPictureMails() }
            let tasks = try tx.paperTasks(organisation)
            guard !asked.isEmpty || !tasks.isEmpty || hasStopped else { return .unchanged(0) }
            return Recorded(
                families.count,
                Event(
                    .familiesAsked, .organisation,
                    after: ["mails": .number(families.count), "pupils": .number(asked.count)]), tasks: tasks)
        }
        try await organisation.noteDue()
        return made
    }
}

/// Asks families again, or for the first time, whom the policy alone does not have asked: chosen ones, or all at a school
/// of whom nothing is on record.
package struct AskAgain: Sendable {
    package var people: [Identifier<Person>]

    package init(_ people: [Identifier<Person>]) { self.people = people }

    /// - Returns: how many requests that opened.
    @discardableResult
    package func perform(in organisation: Organisation, by actor: Actor) async throws -> Int {
        let opened = try await organisation.change(by: actor) { tx in
            var opened = 0
            for person in people {
                let entry = try tx.rollEntry(person)
                try tx.requireConsentKeeper(at: tx.school(slug: entry.person.school))
                guard entry.leftAt == nil, entry.person.kind == .pupil else { continue }
                if try tx.openPictureRequest(person, because: .office) { opened += 1 }
            }
            guard opened > 0 else { return .unchanged(0) }
            return Recorded(
                opened,
                Event(.requestsOpened, .organisation, after: ["pupils": .number(opened)], why: "The office asks"))
        }
        try await AskFamilies().perform(in: organisation)
        return opened
    }
}

/// Puts on record that letters with the question were given out: from here on these families were asked.
package struct GiveLetters: Sendable {
    package var people: [Identifier<Person>]

    package init(to people: [Identifier<Person>]) { self.people = people }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        try await organisation.change(by: actor) { tx in
            guard !people.isEmpty else { throw ActionError.invalid("person", "Choose whose families got a letter") }
            for person in people {
                let entry = try tx.rollEntry(person)
                try tx.requireConsentKeeper(at: tx.school(slug: entry.person.school))
                guard entry.person.kind == .pupil else { throw ActionError.invalid("person", "Choose pupils") }
                _ = try tx.openPictureRequest(person, because: .office)
            }
            try tx.markAsked(people, by: .paper)
            return Recorded(
                Event(.lettersGiven, .organisation, after: ["pupils": .number(people.count)]),
                tasks: try tx.donePaperTasks())
        }
    }
}

extension WriteTransaction {
    /// The tasks of asking on paper, as they are when whatever can be mailed is on its way: opened where somebody waits,
    /// closed where nobody does.
    func paperTasks(_ organisation: Organisation) throws -> [TaskChange] {
        let open = try toAskOnPaper().filter { try !isOpen(.askOnPaper, RecordSubject(.school, $0.school)) }
        return try open.map { try askOnPaper(at: $0.school, organisation) } + donePaperTasks()
    }

    /// The tasks of asking on paper that are done.
    func donePaperTasks() throws -> [TaskChange] {
        try schools().map(\.id).compactMap { school in
            let subject = RecordSubject(.school, school)
            guard try isOpen(.askOnPaper, subject), try toAskOnPaper(at: school) == 0 else { return nil }
            return .close(.askOnPaper, subject)
        }
    }

    private func askOnPaper(at school: Identifier<School>, _ organisation: Organisation) throws -> TaskChange {
        let role = try firstHeld([.office, .administrator, .headteacher], at: school)
        let policy = try organisation.policyInForce(at: school, on: now, self)?.policy
        return .open(
            NewTask(
                .askOnPaper, RecordSubject(.school, school), for: .role(role, at: school),
                within: try within(7, at: school),
                rule: "Families whom no mail reaches are asked about pictures by letter: "
                    + whoseRule(policy?.sections(carriedBy: .askFamilies) ?? [])))
    }
}
