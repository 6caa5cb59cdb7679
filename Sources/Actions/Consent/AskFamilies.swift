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
        let isMailOn = try await organisation.isMailOn()
        let address = try await organisation.installation.publicAddress() ?? ""
        let made = try await organisation.change(by: actor) { tx in
            let families = isMailOn ? try tx.familiesToAsk() : []
            var asked: Set<Identifier<Person>> = []
            for family in families {
                try tx.mailPictureLink(
                    to: family.email, called: family.name, from: address, notAtNight: true, organisation)
                asked.formUnion(family.pupils)
            }
            if !asked.isEmpty { try tx.markAsked(asked.sorted(), by: .link) }
            let paper = try tx.toAskOnPaper(ifMailIsOn: isMailOn)
            let tasks = try paper.filter { try !tx.isOpen(.askOnPaper, RecordSubject(.school, $0.school)) }.map {
                try tx.askOnPaper(at: $0.school, organisation)
            }
            guard !asked.isEmpty || !tasks.isEmpty else { return .unchanged(0) }
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
            let schools = try tx.schools().map(\.id).filter { try tx.toAskOnPaper(at: $0) == 0 }
            return Recorded(
                Event(.lettersGiven, .organisation, after: ["pupils": .number(people.count)]),
                tasks: schools.map { .close(.askOnPaper, RecordSubject(.school, $0)) })
        }
    }
}

extension WriteTransaction {
    /// A fresh link to one address; nothing of the child is in the mail but that it is about a child.
    /// - Parameter notAtNight: nobody asked for it, so it waits for the morning.
    func mailPictureLink(
        to email: String, called name: String, from address: String, notAtNight: Bool, _ organisation: Organisation
    ) throws {
        let link = Randomness.system.secret()
        let card = try card()
        let until = try insertPictureLink(tokenHash(link), for: email)
        let here = address + "/" + card.slug
        try queueMail(
            .pictures, to: nil, at: email, subject: MailWords.subject(.pictures, at: card.name),
            text: MailWords.pictures(
                to: name, at: card.name, link: here + "/pictures/" + link, until: Day(of: until).inWords,
                again: here + "/pictures"),
            sealing: organisation.installation.secrets, from: notAtNight ? MailChoice.awake(now) : nil)
    }

    func toAskOnPaper(ifMailIsOn isMailOn: Bool) throws -> [(school: Identifier<School>, pupils: Int)] {
        isMailOn ? try toAskOnPaper() : try toAskWithoutMail()
    }

    fileprivate func askOnPaper(at school: Identifier<School>, _ organisation: Organisation) throws -> TaskChange {
        let role = try [Role.office, .administrator, .headteacher].first { try !holders(of: $0, at: school).isEmpty }
        let policy = try organisation.policyInForce(at: school, on: now, self)?.policy
        return .open(
            NewTask(
                .askOnPaper, RecordSubject(.school, school), for: .role(role ?? .office, at: school),
                within: try within(7, at: school),
                rule: "Families without an e-mail address on record are asked about pictures by letter: "
                    + whoseRule(policy?.sections(carriedBy: .askFamilies) ?? [])))
    }
}
