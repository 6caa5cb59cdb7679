import Foundation
import GRDB
import Governance

extension WriteTransaction {
    /// What the program sent to a network and read there has cost a school in the month of now.
    package func spending(on network: Network, at school: Identifier<School>) throws -> MonthlySpending {
        MonthlySpending(
            spent: try MonthlySpending.spent(db, on: network, at: school, now: now),
            limit: try settings(at: school).limit(on: network))
    }
}

extension Bookkeeping {
    /// Keeps what was read just now. It is a bill and no change of anything, so it needs no event.
    package func count(_ reads: NetworkReads, on account: Identifier<PostingAccount>) throws {
        try db.execute(
            sql: """
                INSERT INTO networkRead (account, day, users, posts) VALUES (?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET users = users + excluded.users, posts = posts + excluded.posts
                """, arguments: [account.text, MonthlySpending.dayOfUTC(now), reads.users, reads.posts])
    }
}

extension MonthlySpending {
    /// Days of UTC since 1970.
    static func dayOfUTC(_ instant: Date) -> Int { Int((instant.timeIntervalSince1970 / 86_400).rounded(.down)) }

    /// Costs the month's publications, by an index, and what was read. What was taken down since was paid for too.
    package static func spent(
        _ db: Database, on network: Network, at school: Identifier<School>, now: Date
    ) throws -> Int {
        guard let price = network.price else { return 0 }
        let today = Day(of: now)
        let first = today.adding(days: 1 - today.day).start()
        let drafts = try String.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT placement.draft FROM publication
                    JOIN placement ON placement.id = publication.placement
                    JOIN account ON account.id = placement.account
                    WHERE publication.at >= ? AND publication.by IS NULL AND account.network = ? AND account.school = ?
                    """), arguments: [first.milliseconds, network.rawValue, school.text])
        let sent = try drafts.reduce(0) { sum, text in
            let draft: Draft = try StoredJSON.value(text)
            return sum + price.of(draft.text, links: draft.links)
        }
        let reads = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT users, posts FROM networkRead JOIN account ON account.id = networkRead.account
                    WHERE day >= ? AND account.network = ? AND account.school = ?
                    """), arguments: [dayOfUTC(first), network.rawValue, school.text])
        return reads.reduce(sent) { sum, row in sum + price.of(NetworkReads(users: row[0], posts: row[1])) }
    }
}
