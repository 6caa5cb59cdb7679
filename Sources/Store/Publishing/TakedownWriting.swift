import Foundation
import GRDB
import Governance

extension Takedown {
    package static let columns =
        "takedown.id, takedown.placement, takedown.reason, takedown.section, takedown.deadline, takedown.by, "
        + "takedown.at, takedown.overdueAt, takedown.proof, takedown.doneBy, takedown.doneAt"

    package init(_ row: Row) throws {
        try self.init(
            id: Identifier(row[0]),
            placement: Identifier(row[1]),
            reason: row[2],
            section: row[3],
            deadline: Date(milliseconds: row[4]),
            by: (row[5] as String?).map(Identifier.init),
            at: Date(milliseconds: row[6]),
            overdueAt: (row[7] as Int64?).map(Date.init(milliseconds:)),
            proof: (row[8] as String?).map { try StoredJSON.value($0) },
            doneBy: (row[9] as String?).map(Identifier.init),
            doneAt: (row[10] as Int64?).map(Date.init(milliseconds:)))
    }
}

extension PostReview {
    package static let columns = "id, placement, askedAt, dueAt, outcome, by, at"

    package init(_ row: Row) throws {
        let outcome = (row[4] as String?).flatMap(Outcome.init)
        guard (outcome == nil) == (row[4] as String? == nil) else { throw StoreError.damaged("The review of a post") }
        self.init(
            id: Identifier(row[0]),
            placement: Identifier(row[1]),
            askedAt: Date(milliseconds: row[2]),
            dueAt: Date(milliseconds: row[3]),
            outcome: outcome,
            by: (row[5] as String?).map(Identifier.init),
            at: (row[6] as Int64?).map(Date.init(milliseconds:)))
    }
}

extension WriteTransaction {
    package func takedown(of placement: Identifier<Placement>) throws -> Takedown? {
        try Row.fetchOne(
            db, sql: "SELECT \(Takedown.columns) FROM takedown WHERE placement = ?", arguments: [placement.text]
        ).map(Takedown.init)
    }

    /// - Parameter user: nil: no person ordered it.
    package func orderTakedown(
        of placement: Identifier<Placement>, reason: String, section: String?, deadline: Date,
        by user: Identifier<User>?
    ) throws {
        let id: Identifier<Takedown> = identifier()
        try execute(
            "INSERT INTO takedown (id, placement, reason, section, deadline, by, at) VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                id.text, placement.text, reason, section, deadline.milliseconds, user?.text, now.milliseconds,
            ])
    }

    /// It is to be gone earlier than was said first.
    package func bringForward(_ takedown: Takedown, to deadline: Date) throws {
        try execute(
            "UPDATE takedown SET deadline = ?, overdueAt = NULL WHERE id = ?",
            [deadline.milliseconds, takedown.id.text])
    }

    package func markOverdue(_ takedown: Takedown) throws {
        try execute("UPDATE takedown SET overdueAt = ? WHERE id = ?", [now.milliseconds, takedown.id.text])
    }

    /// - Parameter user: nil: the network took it off by itself, and said so.
    package func record(_ proof: Proof, of takedown: Takedown, by user: Identifier<User>?) throws {
        try execute(
            "UPDATE takedown SET proof = ?, doneBy = ?, doneAt = ? WHERE id = ?",
            [try StoredJSON.text(proof), user?.text, now.milliseconds, takedown.id.text])
    }

    package func askReview(of placement: Identifier<Placement>, dueAt: Date) throws {
        let id: Identifier<PostReview> = identifier()
        try execute(
            "INSERT INTO postReview (id, placement, askedAt, dueAt) VALUES (?, ?, ?, ?)",
            [id.text, placement.text, now.milliseconds, dueAt.milliseconds])
    }

    package func openReview(of placement: Identifier<Placement>) throws -> PostReview? {
        try Row.fetchOne(
            db, sql: "SELECT \(PostReview.columns) FROM postReview WHERE placement = ? AND outcome IS NULL",
            arguments: [placement.text]
        ).map(PostReview.init)
    }

    package func settle(_ review: PostReview, as outcome: PostReview.Outcome, by user: Identifier<User>) throws {
        try execute(
            "UPDATE postReview SET outcome = ?, by = ?, at = ? WHERE id = ?",
            [outcome.rawValue, user.text, now.milliseconds, review.id.text])
    }
}
