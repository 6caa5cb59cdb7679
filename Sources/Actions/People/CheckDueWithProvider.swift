import Store

/// Asks for everyone whose turn has come, a few at a time, so that a provider that does not answer keeps nobody waiting
/// for long.
package struct CheckDueWithProvider: Sendable {
    static let most = 5

    package init() {}

    /// Returns how many were asked for.
    @discardableResult
    package func perform(in organisation: Organisation) async throws -> Int {
        let due = try await organisation.database.dueProviderChecks(most: Self.most)
        var asked = 0
        for check in due {
            asked += 1
            if try await CheckWithProvider(user: check.user).perform(in: organisation) == .unknown { break }
        }
        return asked
    }
}
