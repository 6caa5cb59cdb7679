import Governance
import Synchronization

/// How many uploads of pictures come in at the same time: one person with many windows, or one school on one morning,
/// leaves room for the others.
package final class UploadTurns: Sendable {
    /// Of one person: a browser sends one after the other.
    private static let mostOfOne = 3
    private static let mostOfOrganisation = 12
    private static let mostOfAll = 40
    private struct State {
        var people: [String: Int] = [:]
        var organisations: [String: Int] = [:]
        var all = 0
    }
    private let state = Mutex(State())

    package init() {}

    /// Throws `.conflict` with a sentence when there is no room now.
    package func take<Value>(
        _ organisation: String, _ user: Identifier<User>, _ work: () async throws -> Value
    ) async throws -> Value {
        let person = organisation + " " + user.text
        try state.withLock { state in
            guard state.people[person, default: 0] < Self.mostOfOne else {
                throw ActionError.conflict(
                    "Pictures of yours are still being sent. Try again in a moment; nothing is lost")
            }
            guard state.organisations[organisation, default: 0] < Self.mostOfOrganisation, state.all < Self.mostOfAll
            else {
                throw ActionError.conflict("Many pictures are being sent now. Try again in a moment; nothing is lost")
            }
            state.people[person, default: 0] += 1
            state.organisations[organisation, default: 0] += 1
            state.all += 1
        }
        defer {
            state.withLock { state in
                state.people[person] = state.people[person].flatMap { $0 > 1 ? $0 - 1 : nil }
                state.organisations[organisation] = state.organisations[organisation].flatMap { $0 > 1 ? $0 - 1 : nil }
                state.all -= 1
            }
        }
        return try await work()
    }
}
