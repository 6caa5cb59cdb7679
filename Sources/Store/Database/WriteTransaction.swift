import Foundation
import GRDB
import Governance

/// One change in the making: typed reads and writes of every room, each in an extension beside its tables.
/// It is valid only inside the closure that receives it.
package struct WriteTransaction {
    let db: Database
    let randomness: Randomness
    let rollCache: RollCache
    let rollChanges = RollChanges()
    let chain: EventChain
    let rollRevisionBefore: Int
    package let actor: Actor
    /// When the change happens, for every row and event of it.
    package let now: Date
    /// The number that the first event of this change will have.
    package let nextEvent: Int

    /// A fresh identifier.
    package func identifier<Named>(_: Named.Type = Named.self) -> Identifier<Named> { randomness.identifier() }

    func execute(_ sql: String, _ arguments: StatementArguments = StatementArguments()) throws {
        try db.cachedStatement(sql: sql).execute(arguments: arguments)
    }
}
