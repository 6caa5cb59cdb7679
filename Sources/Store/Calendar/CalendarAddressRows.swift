import Foundation
import GRDB
import Governance

extension CalendarAddress {
    package static let columns = "user, school, madeAt"

    package init(_ row: Row) {
        self.init(
            user: Identifier(row[0]), school: (row[1] as String?).map(Identifier.init),
            madeAt: Date(milliseconds: row[2]))
    }
}

extension WriteTransaction {
    /// The one before of the same user for the same thing answers no more.
    package func insert(_ address: CalendarAddress, tokenHash: Data) throws {
        try removeCalendarAddress(of: address.user, for: address.school)
        try execute(
            "INSERT INTO calendarAddress (tokenHash, user, school, madeAt) VALUES (?, ?, ?, ?)",
            [tokenHash, address.user.text, address.school?.text, address.madeAt.milliseconds])
    }

    /// False when there was none.
    @discardableResult
    package func removeCalendarAddress(of user: Identifier<User>, for school: Identifier<School>?) throws -> Bool {
        try execute(
            "DELETE FROM calendarAddress WHERE user = ? AND school IS ?", [user.text, school?.text])
        return db.changesCount > 0
    }

    /// All of a user's: somebody else may know them.
    package func removeCalendarAddresses(of user: Identifier<User>) throws {
        try execute("DELETE FROM calendarAddress WHERE user = ?", [user.text])
    }
}

extension OrganisationDatabase {
    /// What an address stands for; nil when it is made up, was ended, or its user has left.
    package func calendarAddress(_ tokenHash: Data) async throws -> CalendarAddress? {
        try await read { db in
            try Row.fetchOne(
                db.cachedStatement(
                    sql: """
                        SELECT \(CalendarAddress.columns) FROM calendarAddress WHERE tokenHash = ?
                            AND EXISTS (SELECT 1 FROM user WHERE user.id = calendarAddress.user AND endedAt IS NULL)
                        """), arguments: [tokenHash]
            ).map(CalendarAddress.init)
        }
    }
}
