import Foundation
import GRDB
import Governance

/// Ends with the first of the school that is found.
let waitingForPaper = """
    SELECT EXISTS (SELECT 1 FROM pictureRequest JOIN person ON person.id = pictureRequest.person
        WHERE person.school = ? AND person.leftAt IS NULL AND \(PictureRequest.isForPaper))
    """

extension WriteTransaction {
    /// The schools with pupils who are to be asked and to whose families no mail is on its way, with how many they are.
    package func toAskOnPaper() throws -> [(school: Identifier<School>, pupils: Int)] {
        try db.rows(
            """
            SELECT person.school, count(*) FROM pictureRequest
                JOIN person ON person.id = pictureRequest.person AND person.leftAt IS NULL
            WHERE person.school IS NOT NULL AND \(PictureRequest.isForPaper)
            GROUP BY person.school ORDER BY person.school
            """
        ) { row -> (school: Identifier<School>, pupils: Int)? in (Identifier(row[0]), row[1]) }
    }

    /// Whether anybody waits for paper at a school.
    package func waitsForPaper(at school: Identifier<School>) throws -> Bool {
        try Bool.fetchOne(db.cachedStatement(sql: waitingForPaper), arguments: [school.text]) ?? false
    }
}
