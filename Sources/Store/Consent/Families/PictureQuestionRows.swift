import Foundation
import GRDB
import Governance

/// Begins at the parents of the address: a school may ask thousands.
let questionToAddress = """
    INSERT INTO pictureQuestion (mail, request, email)
    SELECT ?1, pictureRequest.id, ?2 FROM pictureRequest
    WHERE closedAt IS NULL AND askedAt IS NULL AND pictureRequest.person IN (
        SELECT pupil FROM parent JOIN person ON person.id = parent.pupil AND person.leftAt IS NULL
        WHERE parent.email = ?2)
    """

/// A mail with a link that has not gone, and is not being handed over at this moment.
private let unsentPictureMail = "kind = ?1 AND text IS NOT NULL AND (leasedUntil IS NULL OR leasedUntil <= ?2)"

/// A question whose mail is no more.
private let questionWithoutMail = """
    deliveredAt IS NULL AND failedAt IS NULL
        AND NOT EXISTS (SELECT 1 FROM mail WHERE mail.id = pictureQuestion.mail)
    """

let dropMailsToAddress = "DELETE FROM mail WHERE recipient = ?3 AND \(unsentPictureMail)"
let dropQuestionsToAddress = "DELETE FROM pictureQuestion WHERE email = ? AND \(questionWithoutMail)"

/// Questions to families on their way by mail: one goes out once the mail server has taken it.
extension WriteTransaction {
    /// Notes that a mail asks whatever waits for an answer of this address.
    package func insertPictureQuestion(_ mail: Identifier<QueuedMail>, to email: String) throws {
        try execute(questionToAddress, [mail.text, email])
    }

    /// Takes mails with links to an address out of the queue that have not gone. What is being handed over at this moment
    /// stays.
    package func dropPictureMails(to email: String) throws {
        try execute(dropMailsToAddress, [MailKind.pictures.rawValue, now.milliseconds, email])
        try execute(dropQuestionsToAddress, [email])
    }

    /// The same of every address.
    package func dropAllPictureMails() throws {
        try execute(
            "DELETE FROM mail WHERE \(unsentPictureMail)", [MailKind.pictures.rawValue, now.milliseconds])
        try execute("DELETE FROM pictureQuestion WHERE \(questionWithoutMail)")
    }

    /// Whether a mail with a question waits to go out.
    package func hasQuestionsInQueue() throws -> Bool {
        try Bool.fetchOne(
            db.cachedStatement(
                sql: "SELECT EXISTS (SELECT 1 FROM pictureQuestion WHERE deliveredAt IS NULL AND failedAt IS NULL)"))
            ?? false
    }

    /// The mail server has taken it: from here on silence has begun.
    /// - Returns: whom it asked about.
    package func markDelivered(_ mail: QueuedMail) throws -> [Identifier<Person>] {
        try execute(
            """
            UPDATE mail SET text = NULL, sentAt = ?, trouble = NULL, lease = NULL, leasedUntil = NULL WHERE id = ?
            """, [now.milliseconds, mail.id.text])
        let pupils = try pupilsAsked(by: mail.id)
        try execute(
            "UPDATE pictureQuestion SET deliveredAt = ? WHERE mail = ?", [now.milliseconds, mail.id.text])
        try markAsked(pupils, by: .link)
        return pupils
    }

    /// The mail is tried no more, so its families are asked on paper.
    /// - Returns: whom it was to ask about.
    package func markFailed(_ mail: QueuedMail) throws -> [Identifier<Person>] {
        let pupils = try pupilsAsked(by: mail.id)
        try execute("UPDATE pictureQuestion SET failedAt = ? WHERE mail = ?", [now.milliseconds, mail.id.text])
        return pupils
    }

    private func pupilsAsked(by mail: Identifier<QueuedMail>) throws -> [Identifier<Person>] {
        try PictureRequest.asked(by: mail, db)
    }
}

extension PictureRequest {
    fileprivate static func asked(by mail: Identifier<QueuedMail>, _ db: Database) throws -> [Identifier<Person>] {
        try db.rows(
            """
            SELECT DISTINCT pictureRequest.person FROM pictureQuestion
                JOIN pictureRequest ON pictureRequest.id = pictureQuestion.request
            WHERE mail = ? AND deliveredAt IS NULL AND failedAt IS NULL ORDER BY pictureRequest.person
            """, [mail.text]
        ) { (row: Row) -> Identifier<Person>? in Identifier(row[0]) }
    }
}

extension OrganisationDatabase {
    /// Whether a mail asks a family, so that its delivery is put on record.
    package func isQuestion(_ mail: QueuedMail) async throws -> Bool {
        guard mail.kind == .pictures else { return false }
        return try await read { try !PictureRequest.asked(by: mail.id, $0).isEmpty }
    }
}
