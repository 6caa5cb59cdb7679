import Testing

@testable import Governance

@Suite("Names in text: ordinary posts")
struct NamesOrdinaryTests {
    @Test("fewer than one ordinary post in a thousand is stopped", arguments: OrdinaryRolls.all)
    func fewFalseStops(_ sample: OrdinaryRolls) throws {
        let outcome = try sample.outcome(posts: 5_000)
        print("ordinary posts, \(sample): \(outcome.stopped.count) of \(outcome.read) stopped")
        for line in outcome.stopped.prefix(10) { print("   ", line.debugDescription) }
        #expect(outcome.stopped.count * 1_000 < outcome.read)
    }
}

/// A roll and the posts of its school.
struct OrdinaryRolls: CustomTestStringConvertible, Sendable {
    let count: Int
    let wordy: Int
    let seed: UInt64

    static let all = [
        OrdinaryRolls(count: 1_200, wordy: 6, seed: 3), OrdinaryRolls(count: 300, wordy: 40, seed: 5),
        OrdinaryRolls(count: 300, wordy: 80, seed: 8),
    ]

    var testDescription: String { "\(count) pupils, \(wordy)% with words for names" }

    func outcome(posts: Int) throws -> (read: Int, stopped: [String]) {
        let pupils = SampleRoll.make(count, seed: seed, wordy: wordy, besides: OrdinaryPosts.namesakes)
        let staff = SampleRoll.staff(80, seed: seed)
        let roll = Roll(pupils + staff)
        let control = PupilNames(
            try Arguments(["allowed": .words(["first-name", "initials"])], for: PupilNames.parameters))
        var writer = OrdinaryPosts(seed: seed, pupils: pupils, staff: staff)
        var stopped: [String] = []
        for _ in 0..<posts {
            let post = writer.next()
            let seen = control.examine(PublishPost(draft: Draft(text: post), roll: roll))
            if !seen.isEmpty {
                stopped.append(seen.map { "\($0.code) \($0.evidence)" }.joined(separator: "; ") + " — " + post)
            }
        }
        return (posts, stopped)
    }
}
