import Foundation
import GRDB

/// What can go wrong with a database as a whole, each with a sentence for the person at the machine.
package enum StoreError: Error, Equatable {
    case newerDatabase(String)
    case diskFull
    case busy
    case damaged(String)
    case readOnly(String)
    case missing(String)
    case alreadyThere(String)
    /// A change said that it changed nothing, and rows were written.
    case changedWithoutEvent

    package var says: String {
        switch self {
        case .newerDatabase(let path):
            "\(path) was written by a newer release of Chaperone. Install that release or a later one; "
                + "nothing was changed."
        case .diskFull:
            "The disk is full, so nothing of this was saved. Free some space and try again."
        case .busy:
            "Another program held the database for too long, so nothing of this was saved. Try again."
        case .damaged(let path):
            "\(path) is no database of Chaperone, or is damaged. Restore it from a backup."
        case .readOnly(let path):
            "\(path) cannot be written. Check who owns the folder."
        case .missing(let path):
            "There is no \(path)."
        case .alreadyThere(let path):
            "There is a file at \(path) already, and it was left as it is. Name another."
        case .changedWithoutEvent:
            "A change was undone because it was not put on record."
        }
    }

    /// Runs the body and turns SQLite's result codes into these errors; all others pass unchanged.
    static func translating<Value>(_ body: () throws -> Value) throws -> Value {
        do { return try body() } catch let error as DatabaseError { throw translated(error) }
    }

    /// The same for a body that waits.
    static func translating<Value>(
        isolation: isolated (any _Concurrency.Actor)? = #isolation, _ body: () async throws -> Value
    ) async throws -> Value {
        do { return try await body() } catch let error as DatabaseError { throw translated(error) }
    }

    private static func translated(_ error: DatabaseError) -> any Error {
        switch error.resultCode {
        case .SQLITE_FULL: StoreError.diskFull
        case .SQLITE_BUSY, .SQLITE_LOCKED: StoreError.busy
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: StoreError.damaged("The database")
        case .SQLITE_READONLY, .SQLITE_PERM: StoreError.readOnly("The database")
        default: error
        }
    }
}
