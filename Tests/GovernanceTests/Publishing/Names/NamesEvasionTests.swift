import Testing

@testable import Governance

@Suite("Names in text: evasions")
struct NamesEvasionTests {
    @Test("no full name gets past, however it is written", arguments: [11, 29] as [UInt64])
    func nothingGetsPast(_ seed: UInt64) throws {
        let people = SampleRoll.make(600, seed: seed, wordy: 10)
        var evasions = Evasions(seed: seed)
        let missed = try missed(of: people, rounds: 10) { evasions.attempt(on: $0) }
        #expect(missed == 0)
    }

    @Test("nor where both names are everyday words", arguments: [11, 29, 53] as [UInt64])
    func noWordsGetPast(_ seed: UInt64) throws {
        let people = SampleRoll.words(200, seed: seed)
        var evasions = Evasions(seed: seed)
        let missed = try missed(of: people, rounds: 10) { evasions.attempt(onWords: $0) }
        #expect(missed == 0)
    }

    private func missed(
        of people: [Person], rounds: Int, attempt: (Person) -> Evasions.Attempt
    ) throws -> Int {
        let roll = Roll(people)
        let control = PupilNames(
            try Arguments(["allowed": .words(["first-name", "initials"])], for: PupilNames.parameters))
        var missed: [String: [String]] = [:]
        var tried = 0
        for _ in 0..<rounds {
            for person in people where !Evasions.isSetPhrase(person) {
                tried += 1
                let attempt = attempt(person)
                let seen = control.examine(PublishPost(draft: attempt.post, roll: roll))
                let isFound = seen.contains { $0.code == "pupil_full_name" && $0.refs.contains(attempt.ref) }
                let isOther = seen.contains { $0.code == "pupil_full_name" }
                // part of a surname may be somebody else's whole one
                let isNamesake = isOther && person.family.contains("-")
                if !isFound, !isNamesake {
                    missed[isOther ? "someone else" : attempt.how, default: []].append(
                        "\(person.given)|\(person.preferred ?? "")|\(person.middle ?? "")|\(person.family): \(attempt.post.readable.last?.text ?? "") [\(attempt.how)]"
                    )
                }
            }
        }
        let count = missed.values.map(\.count).reduce(0, +)
        print("evasions: missed \(count) of \(tried)")
        for (_, examples) in missed { for example in examples.prefix(2) { print("   ", example.debugDescription) } }
        return count
    }
}
