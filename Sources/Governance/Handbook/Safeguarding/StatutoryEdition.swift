import Foundation

/// One edition of the statutory guidance on safeguarding that staff are to know (HBK-16).
package struct StatutoryEdition: Sendable, Equatable, Codable {
    package var title: String
    /// The year by which it is called.
    package var edition: Int
    /// The first day on which it is in force.
    package var from: Day
    /// Where it is to be read.
    package var link: String

    package init(title: String, edition: Int, from: Day, link: String) {
        self.title = title
        self.edition = edition
        self.from = from
        self.link = link
    }

    /// `Keeping Children Safe in Education 2025`.
    package var name: String { "\(title) \(edition)" }

    /// What the guidance is called in a nation, and where the government publishes it; nil where this program knows of
    /// none.
    package static func guidance(in nation: Nation) -> (title: String, link: String)? {
        guard nation == .england else { return nil }
        return (
            "Keeping Children Safe in Education",
            "https://www.gov.uk/government/publications/keeping-children-safe-in-education--2"
        )
    }

    /// The editions that this program knows of, with those that the organisation added, the latest last.
    package static func all(in nation: Nation, added: [StatutoryEdition]) -> [StatutoryEdition] {
        guard let guidance = guidance(in: nation) else { return [] }
        let known = guidanceEditions.filter { $0.nation == nation && $0.title == guidance.title }.compactMap { known in
            known.from?.firstDay.map {
                StatutoryEdition(title: known.title, edition: known.edition, from: $0, link: guidance.link)
            }
        }
        let extra = added.filter { one in !known.contains { $0.edition == one.edition } }
        return (known + extra).sorted { ($0.from, $0.edition) < ($1.from, $1.edition) }
    }

    /// The edition in force on a day.
    package static func inForce(on day: Day, in nation: Nation, added: [StatutoryEdition]) -> StatutoryEdition? {
        all(in: nation, added: added).last { $0.from <= day }
    }
}

/// That someone has read an edition and said so.
package struct EditionRead: Sendable, Equatable {
    package let user: Identifier<User>
    package let edition: Int
    package let at: Date

    package init(user: Identifier<User>, edition: Int, at: Date) {
        self.user = user
        self.edition = edition
        self.at = at
    }
}

/// What the guidance's page and its tasks rest on.
package struct EditionFacts: Sendable {
    package let added: [StatutoryEdition]
    package let nation: Nation
    private let reads: [Identifier<User>: [EditionRead]]

    package init(added: [StatutoryEdition], nation: Nation, reads: [EditionRead]) {
        self.added = added
        self.nation = nation
        self.reads = Dictionary(grouping: reads, by: \.user)
    }

    package func inForce(on day: Day) -> StatutoryEdition? {
        StatutoryEdition.inForce(on: day, in: nation, added: added)
    }

    /// Every edition that somebody said they read, the latest first.
    package func reads(by user: Identifier<User>) -> [EditionRead] {
        (reads[user] ?? []).sorted { ($0.edition, $0.at) > ($1.edition, $1.at) }
    }

    package func read(_ edition: StatutoryEdition, by user: Identifier<User>) -> EditionRead? {
        reads[user]?.first { $0.edition == edition.edition }
    }
}

extension Policy {
    /// Whether whoever it binds is to read the statutory guidance and say so.
    package var asksForGuidance: Bool { !sections(carriedBy: .readGuidance).isEmpty }
}

extension Event.Kind {
    package static let editionAdded = Self("handbook.edition-added")
    package static let editionRead = Self("handbook.edition-read")
}

extension NewTask.Kind {
    /// To read the edition of the guidance in force and say so. Nobody does it for another, so no deputy sees it.
    package static let readGuidance = Self("handbook.read-guidance")
}

extension RecordSubject.Kind {
    package static let guidanceEdition = Self("guidance-edition")
}

extension DueItem.Kind {
    /// The first day of an edition.
    package static let editionBegins = Self("handbook.edition-begins")
}
