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
            try requireKeeper(tx)
            let facts = try tx.editionFacts()
            guard let guidance = StatutoryEdition.guidance(in: facts.nation) else {
                throw ActionError.conflict("No guidance on safeguarding of this kind is known for this nation")
            }
            let link = try required(link, "link", "Enter the address where it is to be read", most: 500)
            guard let url = URL(string: link), url.scheme == "https", let host = url.host()?.lowercased(),
                host == "gov.uk" || host.hasSuffix(".gov.uk"), url.user() == nil
            else { throw ActionError.invalid("link", "Enter its address at gov.uk, which begins with https://") }
            guard abs(edition - from.year) <= 1, (2020...2100).contains(edition) else {
                throw ActionError.invalid("edition", "Enter the year by which the edition is called")
            }
            let latest = StatutoryEdition.all(in: facts.nation, added: facts.added).last
            guard latest.map({ $0.edition < edition }) ?? true else {
                throw ActionError.invalid(
                    "edition",
                    "The edition of \(latest?.edition ?? edition) is on the register already: add a later one")
            }
            guard latest.map({ $0.from < from }) ?? true else {
                throw ActionError.invalid("from", "Its first day comes after that of the edition before")
            }
            let added = StatutoryEdition(title: guidance.title, edition: edition, from: from, link: link)
            try tx.insert(added)
            if from.start() > tx.now { try tx.setDue(.editionBegins, String(edition), at: from.start()) }
            return Recorded(
                Event(
                    .editionAdded, RecordSubject(.guidanceEdition, String(edition)),
                    after: try RecordValue(encoding: added)),
                tasks: try tx.handbookTasks(organisation.installation.policies))
        }
        try await organisation.noteDue()
    }

    /// An edition counts everywhere, so whoever adds one holds the role everywhere, or at the only school.
    private func requireKeeper(_ tx: WriteTransaction) throws {
        let schools = try tx.schools()
        guard try tx.authority().holds(any: Self.keepers, at: schools.count == 1 ? schools[0].id : nil) else {
            throw ActionError.notPermitted(
                "The safeguarding lead, a senior leader or an administrator of the whole organisation adds editions")
        }
    }
}
