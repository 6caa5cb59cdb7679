/// One value that stands in the way or that somebody should look at: where, what, why, and what to do.
package struct ImportDoubt: Sendable, Equatable {
    /// What comes of it.
    package enum Weight: String, Sendable {
        /// The row stays out.
        case held
        /// The person comes in with a consent that counts as none.
        case consent
        /// The row comes in.
        case warning
    }

    package var weight: Weight
    /// The file's name, where there are several.
    package var file: String
    package var line: Int
    package var column: String
    package var value: String
    package var says: String
    package var advice: String

    package init(
        _ weight: Weight, file: String = "", line: Int, column: String, value: String, says: String, advice: String
    ) {
        self.weight = weight
        self.file = file
        self.line = line
        self.column = column
        self.value = value.count > 60 ? value.prefix(60) + "…" : value
        self.says = says
        self.advice = advice
    }
}
