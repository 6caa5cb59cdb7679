/// What a list would do to the roll, counted.
package struct ImportCounts: Sendable, Equatable, Codable {
    package var added = 0
    package var changed = 0
    /// Back on the roll, having left.
    package var returning = 0
    package var same = 0
    /// Rows that stay out.
    package var held = 0
    package var doubtfulConsents = 0
    package var warnings = 0
    /// On the roll, of a kind and school that the list speaks of, and not in it; or, in a list of changes, said to be
    /// gone.
    package var gone = 0
    /// Everyone on the roll of those kinds and schools.
    package var inScope = 0
    package var parents = 0
    package var classes = 0
    /// Staff who seem to be users that are nobody on the roll yet.
    package var users = 0
    /// Of the roll that it was compared with.
    package var revision = 0
    /// The number of the last answer about pictures at that moment; nil: there was none.
    package var lastAnswer: Int?

    package init() {}

    /// Whether confirming would do nothing at all.
    package var isNothing: Bool {
        added + changed + returning + gone + parents + classes + users == 0
    }
}
