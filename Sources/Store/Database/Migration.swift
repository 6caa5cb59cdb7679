/// One step of a schema, as text. Once released it is never edited; what must change is a new step.
struct Migration: Sendable {
    let name: String
    let sql: String

    init(_ name: String, sql: String) {
        self.name = name
        self.sql = sql
    }
}
