import Foundation
import GRDB
import Governance

/// A parent with an e-mail address, and the pupils for whom they have not been asked yet.
package struct FamilyToAsk: Sendable, Equatable {
    package let email: String
    /// As the first of their children's records has it; all of them where several have the address.
    package let name: String
    package let pupils: [Identifier<Person>]
}

extension WriteTransaction {
    /// Parents to whom the question can go by mail and has not, each with all the children for whom it waits: the first of
    /// them by address.
    package func familiesToAsk(most: Int) throws -> [FamilyToAsk] {
        let rows: [(String, String, Identifier<Person>)] = try db.rows(
            """
            SELECT parent.email, parent.name, person.id FROM pictureRequest
                JOIN person ON person.id = pictureRequest.person AND person.leftAt IS NULL
                JOIN parent ON parent.pupil = person.id AND parent.email IS NOT NULL
            WHERE pictureRequest.closedAt IS NULL AND pictureRequest.askedAt IS NULL
                AND NOT EXISTS (SELECT 1 FROM pictureQuestion AS q
                    WHERE q.request = pictureRequest.id AND q.email = parent.email)
            ORDER BY parent.email, person.rowid, parent.name
            """
        ) { row in (row[0], row[1], Identifier(row[2])) }
        var families: [FamilyToAsk] = []
        for (email, name, pupil) in rows {
            if let last = families.last, last.email == email {
                let isSame = last.pupils.last == pupil
                families[families.count - 1] = FamilyToAsk(
                    email: email, name: isSame && last.pupils.count == 1 ? "\(last.name), \(name)" : last.name,
                    pupils: isSame ? last.pupils : last.pupils + [pupil])
            } else {
                families.append(FamilyToAsk(email: email, name: name, pupils: [pupil]))
            }
        }
        return Array(families.prefix(most))
    }
}

extension OrganisationDatabase {
    /// Pupils with an open request who have not been asked, in the order in which they came.
    package func pupilsToAsk() async throws -> [Identifier<Person>] {
        try await read { db in
            try db.rows(
                """
                SELECT person.id FROM pictureRequest JOIN person ON person.id = pictureRequest.person
                WHERE closedAt IS NULL AND askedAt IS NULL AND leftAt IS NULL ORDER BY person.rowid
                """
            ) { (row: Row) -> Identifier<Person>? in Identifier(row[0]) }
        }
    }
}
