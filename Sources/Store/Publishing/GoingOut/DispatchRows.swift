import Foundation
import GRDB
import Governance

extension Dispatch {
    /// The columns that `init(_:)` reads, in its order.
    package static let columns =
        "placement, work, account, state, attempts, nextAt, begunAt, mayBeOut, trouble, prepared"

    package init(_ row: Row) throws {
        guard let work = Work(rawValue: row[1]), let state = State(rawValue: row[3]) else {
            throw StoreError.damaged("A dispatch's row")
        }
        self.init(
            placement: Identifier(row[0]), work: work, account: Identifier(row[2]), state: state, attempts: row[4],
            nextAt: Date(milliseconds: row[5]), begunAt: (row[6] as Int64?).map(Date.init(milliseconds:)),
            mayBeOut: row[7], trouble: row[8], prepared: row[9])
    }

    package static func fetch(
        _ db: Database, _ work: Work, of placement: Identifier<Placement>
    ) throws -> Dispatch? {
        try Row.fetchOne(
            db, sql: "SELECT \(columns) FROM dispatch WHERE placement = ? AND work = ?",
            arguments: [placement.text, work.rawValue]
        ).map(Dispatch.init)
    }
}

/// A dispatch that a run has taken; another takes it when the lease has run out.
package struct TakenDispatch: Sendable {
    package let dispatch: Dispatch
    package let lease: String
}

extension Bookkeeping {
    /// Takes the one that waits longest, of an account at which nobody is at work: what goes out on one account goes in
    /// order. A lease says only who is at work, so it needs no event.
    package func takeDispatch(lease: String, until leaseEnd: Date) throws -> TakenDispatch? {
        try Row.fetchOne(
            db,
            sql: """
                UPDATE dispatch SET lease = ?1, leasedUntil = ?2
                WHERE (placement, work) = (
                    SELECT placement, work FROM dispatch
                    WHERE state IN ('waiting', 'begun') AND nextAt <= ?3 AND (leasedUntil IS NULL OR leasedUntil <= ?3)
                        AND account NOT IN (
                            SELECT account FROM dispatch WHERE state IN ('waiting', 'begun') AND leasedUntil > ?3)
                    ORDER BY nextAt, placement, work LIMIT 1)
                RETURNING \(Dispatch.columns)
                """, arguments: [lease, leaseEnd.milliseconds, now.milliseconds]
        ).map { TakenDispatch(dispatch: try Dispatch($0), lease: lease) }
    }

    /// Lets another run take what a run had taken that is over.
    package func freeDispatch(_ lease: String) throws {
        try db.execute(
            sql: "UPDATE dispatch SET lease = NULL, leasedUntil = NULL WHERE lease = ?", arguments: [lease])
    }

    /// Holds it for so long from now on, and keeps what the network was given so far; false when another run has it. Both
    /// say only how far an attempt is, so they need no event.
    package func hold(_ taken: TakenDispatch, until leaseEnd: Date, prepared: String?) throws -> Bool {
        try db.execute(
            sql: """
                UPDATE dispatch SET leasedUntil = ?, prepared = coalesce(?, prepared)
                WHERE placement = ? AND work = ? AND lease = ? AND state IN ('waiting', 'begun')
                """,
            arguments: [
                leaseEnd.milliseconds, prepared, taken.dispatch.placement.text, taken.dispatch.work.rawValue,
                taken.lease,
            ])
        return db.changesCount > 0
    }

    /// Gives it back undone, for this moment.
    package func putBack(_ taken: TakenDispatch) throws {
        try db.execute(
            sql: "UPDATE dispatch SET lease = NULL, leasedUntil = NULL WHERE placement = ? AND work = ? AND lease = ?",
            arguments: [taken.dispatch.placement.text, taken.dispatch.work.rawValue, taken.lease])
    }
}

extension WriteTransaction {
    package func dispatch(_ work: Dispatch.Work, of placement: Identifier<Placement>) throws -> Dispatch? {
        try Dispatch.fetch(db, work, of: placement)
    }

    /// As it is now, if the run that took it still holds it.
    package func held(_ taken: TakenDispatch) throws -> Dispatch? {
        try Row.fetchOne(
            db,
            sql: """
                SELECT \(Dispatch.columns) FROM dispatch
                WHERE placement = ? AND work = ? AND lease = ? AND state IN ('waiting', 'begun')
                """,
            arguments: [taken.dispatch.placement.text, taken.dispatch.work.rawValue, taken.lease]
        ).map(Dispatch.init)
    }

    package func insert(_ dispatch: Dispatch) throws {
        try execute(
            """
            INSERT INTO dispatch (placement, work, account, state, nextAt, begunAt, mayBeOut, prepared)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (placement, work) DO NOTHING
            """,
            [
                dispatch.placement.text, dispatch.work.rawValue, dispatch.account.text, dispatch.state.rawValue,
                dispatch.nextAt.milliseconds, dispatch.begunAt?.milliseconds, dispatch.mayBeOut, dispatch.prepared,
            ])
    }

    /// The run that holds it goes on with it.
    package func write(_ dispatch: Dispatch) throws { try write(dispatch, isReleased: false) }

    /// The run that holds it, if one does, is done with it.
    package func release(_ dispatch: Dispatch) throws { try write(dispatch, isReleased: true) }

    private func write(_ dispatch: Dispatch, isReleased: Bool) throws {
        try execute(
            """
            UPDATE dispatch SET state = ?, attempts = ?, nextAt = ?, begunAt = ?, mayBeOut = ?, trouble = ?,
                lease = iif(?, NULL, lease), leasedUntil = iif(?, NULL, leasedUntil)
            WHERE placement = ? AND work = ?
            """,
            [
                dispatch.state.rawValue, dispatch.attempts, dispatch.nextAt.milliseconds,
                dispatch.begunAt?.milliseconds, dispatch.mayBeOut, dispatch.trouble, isReleased, isReleased,
                dispatch.placement.text, dispatch.work.rawValue,
            ])
    }

    /// Whether an attempt to send it is on its way, so that nothing else can be decided of it for some minutes.
    package func isGoingOutNow(_ placement: Identifier<Placement>) throws -> Bool {
        try dispatch(.publish, of: placement)?.isGoingOutNow ?? false
    }

    /// Before anything else is decided of a placement that goes out by itself, or did not. Throws while an attempt is on
    /// its way. What earlier attempts may have left on the network is looked for there and taken away.
    func dropDispatch(of placement: Identifier<Placement>) throws {
        guard var dispatch = try dispatch(.publish, of: placement) else { return }
        switch dispatch.state {
        case .waiting, .begun:
            guard !dispatch.isGoingOutNow else {
                throw ActionError.conflict(
                    "This post is going out at this moment, or may be out already. Look at it again in a few minutes")
            }
            dispatch.state = .dropped
            try release(dispatch)
        case .givenUp: break
        case .done, .dropped: return
        }
        guard let begunAt = dispatch.begunAt else { return }
        try insert(
            Dispatch(
                placement: placement, work: .clearUp, account: dispatch.account, nextAt: now, begunAt: begunAt,
                mayBeOut: dispatch.mayBeOut, prepared: dispatch.prepared))
    }

    /// What the network calls a placement that the program published by this connection; nil for any other.
    package func networkID(of placement: Identifier<Placement>, by connection: Connection) throws -> String? {
        try String.fetchOne(
            db, sql: "SELECT networkID FROM publication WHERE placement = ? AND networkAccount = ?",
            arguments: [placement.text, connection.networkAccount])
    }

    /// The address that a person brought as the proof that it is out; nil where they brought none, or nobody did.
    package func proofAddress(of placement: Identifier<Placement>) throws -> String? {
        try String.fetchOne(
            db, sql: "SELECT proof FROM publication WHERE placement = ? AND by IS NOT NULL",
            arguments: [placement.text]
        ).flatMap { (try StoredJSON.value($0) as Proof).address }
    }

    /// How a placement was proved to be out; nil when it never was.
    package func proof(of placement: Identifier<Placement>) throws -> Proof? {
        try String.fetchOne(db, sql: "SELECT proof FROM publication WHERE placement = ?", arguments: [placement.text])
            .map { try StoredJSON.value($0) }
    }

    /// What the network calls the posts of ours on this account since then.
    package func networkIDs(on account: Identifier<PostingAccount>, since: Date) throws -> Set<String> {
        Set(
            try String.fetchAll(
                db,
                sql: """
                    SELECT networkID FROM publication JOIN placement ON placement.id = publication.placement
                    WHERE placement.account = ? AND publication.at >= ? AND networkID IS NOT NULL
                    """, arguments: [account.text, since.milliseconds]))
    }
}

extension OrganisationDatabase {
    /// The leases under which something is being done now.
    package func leasedDispatches() async throws -> [String] {
        try await read { db in
            try String.fetchAll(
                db,
                sql: "SELECT lease FROM dispatch WHERE state IN ('waiting', 'begun') AND lease IS NOT NULL")
        }
    }

    /// When something is to be done on a network next; nil when nothing waits.
    package func nextDispatch() async throws -> Date? {
        try await read { db in
            try Int64.fetchOne(
                db,
                sql: """
                    SELECT min(nextAt) FROM dispatch WHERE state IN ('waiting', 'begun')
                    """)
        }.map(Date.init(milliseconds:))
    }
}
