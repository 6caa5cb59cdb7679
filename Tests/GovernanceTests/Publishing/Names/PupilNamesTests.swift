import Testing

@testable import Governance

@Suite("publishing.pupil-names")
struct PupilNamesTests {
    @Test("every example gives what it says", arguments: PupilNames.examples.indices)
    func example(_ index: Int) throws {
        let example = PupilNames.examples[index]
        let control = PupilNames(try Arguments(example.with, for: PupilNames.parameters))
        #expect(control.examine(example.act).map(\.code) == example.finds, "\(example.name)")
    }
}
