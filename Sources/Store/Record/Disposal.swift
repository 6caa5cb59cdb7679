import GRDB
import Governance

extension WriteTransaction {
    /// Deletes the content of an event for good; the event that this change returns first must tell of it.
    package func dispose(contentOf event: Int, why: String) throws {
        let exists = try Bool.fetchOne(
            db, sql: "SELECT count(*) FROM eventContent WHERE event = ?", arguments: [event])
        guard exists == true else { throw ActionError.notFound }
        try execute("INSERT INTO disposal (event, why, recordedBy) VALUES (?, ?, ?)", [event, why, nextEvent])
        try execute("DELETE FROM eventContent WHERE event = ?", [event])
    }
}
