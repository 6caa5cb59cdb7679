import Foundation
import Governance
import Store

/// Puts a new edition of the guidance on safeguarding on the register; from its first day on it is asked of everyone
/// whose policy asks it.
package struct AddEdition: Sendable {
    package static let keepers: [Role] = [.dsl, .headteacher, .administrator, .slt, .trustExecutive, .trustCEO]

    package var edition: Int
    package var from: Day
    package var link: String

    package init(edition: Int, from: Day, link: String) {
        self.edition = edition
        self.from = from
        self.link = link
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        try await organisation.change(by: actor) { tx in
            let authority = try tx.authority()
            guard authority.isMachine || authority.schools(holdingAny: Self.keepers)?.isEmpty != true else {
                throw ActionError.notPermitted(
                    "The safeguarding lead, a senior leader or an administrator adds editions")
            }
            let facts = try tx.editionFacts()
            guard let guidance = StatutoryEdition.guidance(in: facts.nation) else {
                throw ActionError.conflict("No guidance on safeguarding of this kind is known for this nation")
            }
            let link = try required(link, "link", "Enter the address where it is to be read", most: 500)
            guard let url = URL(string: link), url.scheme == "https", url.host() != nil else {
                throw ActionError.invalid("link", "Enter an address that begins with https://")
            }
            guard abs(edition - from.year) <= 1, (2020...2100).contains(edition) else {
                throw ActionError.invalid("edition", "Enter the year by which the edition is called")
            }
            guard !StatutoryEdition.all(in: facts.nation, added: facts.added).contains(where: { $0.edition == edition })
            else { throw ActionError.invalid("edition", "This edition is on the register already") }
            let added = StatutoryEdition(title: guidance.title, edition: edition, from: from, link: link)
            try tx.insert(added)
            if from.start() > tx.now { try tx.setDue(.editionBegins, String(edition), at: from.start()) }
            return Recorded(
                Event(
                    .editionAdded, RecordSubject(.guidanceEdition, String(edition)),
                    after: try RecordValue(encoding: added)),
                tasks: try tx.acknowledgementTasks(organisation.installation.policies))
        }
        try await organisation.noteDue()
    }
}

/// Says that one has read the edition in force and will keep to it. Anyone may, asked or not; once.
package struct ReadEdition: Sendable {
    package var edition: Int

    package init(edition: Int) {
        self.edition = edition
    }

    package func perform(in organisation: Organisation, by user: Identifier<User>) async throws {
        try await organisation.change(by: .user(user)) { tx in
            let facts = try tx.editionFacts(of: user)
            guard let inForce = facts.inForce(on: Day(of: tx.now)), inForce.edition == edition else {
                throw ActionError.conflict("This is not the edition in force. Look at the page again")
            }
            guard facts.read(inForce, by: user) == nil else { return .unchanged }
            try tx.insert(EditionRead(user: user, edition: edition, at: tx.now))
            return Recorded(
                Event(
                    .editionRead, RecordSubject(.guidanceEdition, String(edition)),
                    after: ["title": .text(inForce.title)]),
                tasks: try tx.acknowledgementTasks(organisation.installation.policies, of: user))
        }
    }
}
