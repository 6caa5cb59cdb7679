import Foundation
import GRDB
import Governance
import Store

/// A post as anybody may read it: its words, when it went out, and where it stands. No author, no picture: a picture on a
/// website is another purpose than one on a social network, and has its own consent.
package struct NewsItem: Sendable, Equatable {
    package let placement: Identifier<Placement>
    package let school: Identifier<School>
    package let schoolName: String
    package let text: String
    package let at: Date
    /// Where it was published, each with its address where one is known.
    package let places: [Place]

    package struct Place: Sendable, Equatable {
        package let account: String
        package let address: String?
    }
}

extension OrganisationDatabase {
    /// What is out now at these schools, the latest first: the same words at several accounts once.
    package func news(of schools: [Identifier<School>], most: Int = 50) async throws -> [NewsItem] {
        try await read { db in
            let names = Dictionary(
                uniqueKeysWithValues: try Row.fetchAll(db, sql: "SELECT id, name FROM school").map {
                    ($0[0] as String, $0[1] as String)
                })
            var items: [NewsItem] = []
            let ids = try String.fetchAll(
                db,
                sql: """
                    SELECT publication.placement FROM publication
                    JOIN placementState ON placementState.placement = publication.placement
                        AND placementState.until IS NULL AND placementState.state = 'published'
                    JOIN placement ON placement.id = publication.placement
                    JOIN account ON account.id = placement.account
                    WHERE account.school IN (SELECT value FROM json_each(?))
                    ORDER BY publication.at DESC LIMIT ?
                    """, arguments: [StoredJSON.text(schools.map(\.text)), most * 3])
            for id in ids {
                guard let placement = try Placement.fetch(db, where: "placement.id = ?", [id]).first,
                    let publication = try Publication.of(placement.id, db)
                else { continue }
                let place = NewsItem.Place(account: placement.account.name, address: publication.proof.address)
                let words = placement.draft.text
                if let same = items.firstIndex(where: { $0.text == words && $0.school == placement.account.school }) {
                    let item = items[same]
                    items[same] = NewsItem(
                        placement: item.placement, school: item.school, schoolName: item.schoolName, text: words,
                        at: item.at, places: item.places + [place])
                } else if items.count < most {
                    items.append(
                        NewsItem(
                            placement: placement.id, school: placement.account.school,
                            schoolName: names[placement.account.school.text] ?? "", text: words, at: publication.at,
                            places: [place]))
                }
            }
            return items
        }
    }
}
