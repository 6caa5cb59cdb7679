import Foundation
import GRDB
import Governance

extension LinkDestination {
    /// Where these links led, as far as they were followed.
    package static func fetch(_ db: Database, of links: [String]) throws -> [LinkDestination] {
        guard !links.isEmpty else { return [] }
        return try Row.fetchAll(
            db,
            sql: """
                SELECT link, followedAt, destination, ending, hops FROM linkDestination
                WHERE link IN (SELECT value FROM json_each(?))
                """, arguments: [StoredJSON.text(links)]
        ).map { row in
            guard let ending = Ending(rawValue: row[3]) else { throw StoreError.damaged("A link's row") }
            return LinkDestination(
                link: row[0], followedAt: Date(milliseconds: row[1]), destination: row[2], ending: ending, hops: row[4])
        }
    }
}

extension WriteTransaction {
    /// Where these links led, as far as they were followed.
    package func destinations(of links: [String]) throws -> [LinkDestination] {
        try LinkDestination.fetch(db, of: links)
    }
}

extension OrganisationDatabase {
    /// Where these links led, as far as they were followed.
    package func destinations(of links: [String]) async throws -> [LinkDestination] {
        guard !links.isEmpty else { return [] }
        return try await read { db in try LinkDestination.fetch(db, of: links) }
    }
}

extension Bookkeeping {
    /// Keeps where a link led, over what was found before. It is a look at the world outside, which decides nothing by
    /// itself, so it needs no event.
    package func keep(_ destination: LinkDestination) throws {
        // what was asked a month ago helps nobody any more
        try db.execute(
            sql: "DELETE FROM linkDestination WHERE followedAt < ?",
            arguments: [destination.followedAt.milliseconds - 30 * 86_400_000])
        try db.execute(
            sql: """
                INSERT INTO linkDestination (link, followedAt, destination, ending, hops) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (link) DO UPDATE SET followedAt = excluded.followedAt, destination = excluded.destination,
                    ending = excluded.ending, hops = excluded.hops
                """,
            arguments: [
                destination.link, destination.followedAt.milliseconds, destination.destination,
                destination.ending.rawValue, destination.hops,
            ])
    }
}
