import Governance
import Synchronization

/// How many uploads of pictures come in at the same time: one person with many windows leaves room for the others of their
/// school, and one school on one morning for the other schools, of its organisation and of others.
package final class UploadTurns: Sendable {
    /// Of one person: a browser sends one after the other.
    private static let mostOfOne = 3
    private static let mostOfSchool = 12
    private static let mostOfAll = 40
    /// What each school has, however many the others send.
    private static let shareOfSchool = 2
    private struct State {
        var people: [String: Int] = [:]
        var schools: [String: Int] = [:]
        var all = 0
    }
    private let state = Mutex(State())

    package init() {}

    /// Throws `.conflict` with a sentence when there is no room now.
    package func take<Value>(
        _ organisation: String, _ school: Identifier<School>, _ user: Identifier<User>, _ work: () async throws -> Value
    ) async throws -> Value {
        let person = organisation + " " + user.text
        let place = organisation + " " + school.text
        try state.withLock { state in
            guard state.people[person, default: 0] < Self.mostOfOne else {
                throw ActionError.conflict(
                    "Pictures of yours are still being sent. Try again in a moment; nothing is lost")
            }
            let ofSchool = state.schools[place, default: 0]
            guard ofSchool < Self.mostOfSchool, state.all < Self.mostOfAll || ofSchool < Self.shareOfSchool else {
                throw ActionError.conflict("Many pictures are being sent now. Try again in a moment; nothing is lost")
            }
            state.people[person, default: 0] += 1
            state.schools[place, default: 0] += 1
            state.all += 1
        }
        defer {
            state.withLock { state in
                state.people[person] = state.people[person].flatMap { $0 > 1 ? $0 - 1 : nil }
                state.schools[place] = state.schools[place].flatMap { $0 > 1 ? $0 - 1 : nil }
                state.all -= 1
            }
        }
        return try await work()
    }
}
