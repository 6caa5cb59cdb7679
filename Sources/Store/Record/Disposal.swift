import GRDB
import Governance

extension WriteTransaction {
    /// Deletes the content of an event for good; an event of this change must tell of it.
    /// - Parameter place: of that event among those that this change returns; 0: the first.
    package func dispose(contentOf event: Int, why: String, toldAt place: Int = 0) throws {
        let exists = try Bool.fetchOne(
            db, sql: "SELECT count(*) FROM eventContent WHERE event = ?", arguments: [event])
        guard exists == true else { throw ActionError.notFound }
        try execute("INSERT INTO disposal (event, why, recordedBy) VALUES (?, ?, ?)", [event, why, nextEvent + place])
        try execute("DELETE FROM eventContent WHERE event = ?", [event])
    }
}
