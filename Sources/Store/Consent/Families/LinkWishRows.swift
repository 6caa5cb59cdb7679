import Foundation
import GRDB
import Governance

extension WriteTransaction {
    /// The address of a wish for a link, sealed, and the language of the page; nil when it is gone.
    package func linkWish(_ id: String) throws -> (email: Data, language: String?)? {
        try Row.fetchOne(db, sql: "SELECT email, language FROM pictureLinkWish WHERE id = ?", arguments: [id])
            .map { ($0[0], $0[1]) }
    }

    package func endLinkWish(_ id: String) throws {
        try execute("DELETE FROM pictureLinkWish WHERE id = ?", [id])
    }
}

extension Bookkeeping {
    /// Somebody asks for a link. Whether the address is known is looked up later, so that nobody can tell by the time it
    /// takes; a wish that comes to nothing is no event.
    package func wishForLink(_ id: String, sealed: Data, language: String) throws {
        try db.execute(
            sql: "INSERT INTO pictureLinkWish (id, email, at, language) VALUES (?, ?, ?, ?)",
            arguments: [id, sealed, now.milliseconds, language])
        try setDue(.linkWished, id, at: now)
    }

    /// The wish is for nobody whom we know.
    package func dropLinkWish(_ id: String) throws {
        try db.execute(sql: "DELETE FROM pictureLinkWish WHERE id = ?", arguments: [id])
    }
}
