import GRDB

extension Database {
    /// Every row that a statement gives, made into a value as it comes; nil leaves one out.
    /// - Parameter isOneOfFew: a statement is prepared once a connection and kept, which a text that varies must not be.
    package func rows<Value>(
        _ sql: String, _ arguments: StatementArguments = StatementArguments(), isOneOfFew: Bool = true,
        _ make: (Row) throws -> Value?
    ) throws -> [Value] {
        let statement = try isOneOfFew ? cachedStatement(sql: sql) : makeStatement(sql: sql)
        let rows = try Row.fetchCursor(statement, arguments: arguments)
        var values: [Value] = []
        while let row = try rows.next() {
            if let value = try make(row) { values.append(value) }
        }
        return values
    }
}
