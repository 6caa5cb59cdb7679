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
            var schools: Set<Identifier<School>> = []
            for person in people {
                let entry = try tx.rollEntry(person)
                let school = try tx.school(slug: entry.person.school)
                try tx.requireConsentKeeper(at: school)
                if let school { schools.insert(school) }
                guard entry.person.kind == .pupil else { throw ActionError.invalid("person", "Choose pupils") }
                _ = try tx.openPictureRequest(person, because: .office)
            }
            try tx.markAsked(people, by: .paper)
            return Recorded(
                Event(.lettersGiven, .organisation, after: ["pupils": .number(people.count)]),
                tasks: try tx.donePaperTasks(at: schools))
        }
    }
}

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
