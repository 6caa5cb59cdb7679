import Foundation
import GRDB
import Governance

extension ConsentAnswer {
    /// The columns that `init(_:)` reads, in its order.
    package static let columns = """
        number, person, giver,
            coalesce((SELECT name FROM parentRenamed WHERE pupil = person AND was = giverName), giverName), status, channels, fromDay, untilDay, withdrawnOn, way, wording, language,
            saidOn, at, by, signedAs, takesBack
        """

    package init(_ row: Row) throws {
        guard let giver = Giver(row[2], name: row[3]), let way = Way(rawValue: row[9]),
            let day = Day(row[12] as String), let by = Actor(signature: row[14])
        else { throw StoreError.damaged("An answer about pictures") }
        self.init(
            number: row[0], person: Identifier(row[1]), giver: giver,
            consent: Consent(row[4], channels: row[5], from: row[6], until: row[7], withdrawnOn: row[8]),
            takesBack: row[16], way: way,
            wording: row[10], language: row[11], signedAs: row[15], on: day, at: Date(milliseconds: row[13]), by: by)
    }

    /// All that were ever given about somebody, the first one first. A parent has the name that they have on record now.
    package static func fetch(_ db: Database, of person: Identifier<Person>) throws -> [ConsentAnswer] {
        try db.rows(
            "SELECT \(columns) FROM consentAnswer WHERE person = ? ORDER BY number", [person.text], ConsentAnswer.init)
    }

    /// The names of the parents on record, and of whoever was one before or answered as one, since a form that names
    /// nobody may be theirs; empty where no parent is on record.
    package static func parentsEver(_ db: Database, of pupil: Identifier<Person>) throws -> [String] {
        try String.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT name FROM parent WHERE pupil = ?1
                    UNION SELECT was FROM parentRenamed
                        WHERE pupil = ?1 AND name IS NULL AND EXISTS (SELECT 1 FROM parent WHERE pupil = ?1)
                    UNION SELECT coalesce(
                        (SELECT name FROM parentRenamed WHERE pupil = ?1 AND was = giverName), giverName)
                        FROM consentAnswer WHERE person = ?1 AND giver = 'parent'
                            AND EXISTS (SELECT 1 FROM parent WHERE pupil = ?1)
                    ORDER BY 1
                    """), arguments: [pupil.text])
    }
}

extension ConsentAnswer.Giver {
    fileprivate init?(_ word: String, name: String?) {
        switch (word, name) {
        case ("parent", let name?): self = .parent(name)
        case ("themselves", _): self = .themselves
        case ("form", _): self = .form
        case ("school", _): self = .school
        default: return nil
        }
    }

    fileprivate var word: String {
        switch self {
        case .parent: "parent"
        case .themselves: "themselves"
        case .form: "form"
        case .school: "school"
        }
    }

    fileprivate var name: String? {
        if case .parent(let name) = self { name } else { nil }
    }
}

extension WriteTransaction {
    package func consentAnswers(of person: Identifier<Person>) throws -> [ConsentAnswer] {
        try ConsentAnswer.fetch(db, of: person)
    }

    /// The names of the parents, and of whoever was one.
    package func parentsEver(of pupil: Identifier<Person>) throws -> [String] {
        try ConsentAnswer.parentsEver(db, of: pupil)
    }

    /// Puts an answer on file.
    /// - Returns: its number.
    package func insert(_ answer: ConsentAnswer) throws -> ConsentAnswer.Number {
        let consent = answer.consent
        try execute(
            """
            INSERT INTO consentAnswer (person, giver, giverName, status, channels, fromDay, untilDay, withdrawnOn, way,
                wording, language, saidOn, at, by, signedAs, takesBack)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                answer.person.text, answer.giver.word, answer.giver.name, consent.status.rawValue,
                consent.channelsColumn, consent.from?.description, consent.until?.description,
                consent.withdrawnOn?.description, answer.way.rawValue, answer.wording, answer.language,
                answer.on.description, answer.at.milliseconds, answer.by.signature,
                answer.signedAs, answer.takesBack,
            ])
        return Int(db.lastInsertedRowID)
    }

    /// Why the school says that somebody must never be pictured, sealed.
    package func keep(reason sealed: Data, of answer: ConsentAnswer.Number) throws {
        try execute("INSERT INTO consentReason (answer, reason) VALUES (?, ?)", [answer, sealed])
    }

    /// The same as it was kept; nil where the school gave no reason.
    package func reason(of answer: ConsentAnswer.Number) throws -> Data? {
        try Data.fetchOne(db, sql: "SELECT reason FROM consentReason WHERE answer = ?", arguments: [answer])
    }
}
