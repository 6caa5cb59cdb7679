extension StringProtocol {
    /// With a capital at its beginning, as a sentence or a line of a table has it.
    package var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
