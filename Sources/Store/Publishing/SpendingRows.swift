import Foundation
import GRDB
import Governance

extension WriteTransaction {
    /// What posts that the program sent to a network have cost a school in the month of now.
    package func spending(on network: Network, at school: Identifier<School>) throws -> MonthlySpending {
        MonthlySpending(
            spent: try MonthlySpending.spent(db, on: network, at: school, now: now),
            limit: try settings(at: school).limit(on: network))
    }
}

extension MonthlySpending {
    /// Costs the month's publications, by an index. What was taken down since was paid for too.
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
        return try drafts.reduce(0) { sum, text in
            let draft: Draft = try StoredJSON.value(text)
            return sum + price.of(draft.text, links: draft.links)
        }
    }
}
