import Foundation
import GRDB
import Governance

extension TakedownOrder {
    /// The order that came while a placement was going out; nil: none did.
    package static func onceOut(_ placement: Identifier<Placement>, _ db: Database) throws -> TakedownOrder? {
        try Row.fetchOne(
            db, sql: "SELECT reason, section, deadline, by FROM orderOnceOut WHERE placement = ?",
            arguments: [placement.text]
        ).map { row in
            TakedownOrder(
                reason: row[0], section: row[1], deadline: Date(milliseconds: row[2]),
                by: (row[3] as String?).map(Identifier.init))
        }
    }
}

extension WriteTransaction {
    package func orderOnceOut(of placement: Identifier<Placement>) throws -> TakedownOrder? {
        try TakedownOrder.onceOut(placement, db)
    }

    /// One that stands already is only hastened: it keeps its reason and whose it is. Whether it is out is looked at as
    /// soon as can be, and not after the next pause.
    package func keep(_ order: TakedownOrder, onceOut placement: Identifier<Placement>) throws {
        try execute(
            """
            INSERT INTO orderOnceOut (placement, reason, section, deadline, by, at) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (placement) DO UPDATE SET deadline = min(deadline, excluded.deadline)
            """,
            [
                placement.text, order.reason, order.section, order.deadline.milliseconds, order.by?.text,
                now.milliseconds,
            ])
        try execute(
            "UPDATE dispatch SET nextAt = ? WHERE placement = ? AND work = ? AND state = ? AND nextAt > ?",
            [
                now.milliseconds, placement.text, Dispatch.Work.publish.rawValue, Dispatch.State.waiting.rawValue,
                now.milliseconds,
            ])
    }
}
