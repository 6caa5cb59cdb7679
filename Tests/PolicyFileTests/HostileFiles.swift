import Governance
import Testing

@testable import PolicyFile

private let mebibyte = 1 << 20

/// Reads bytes and gives their problems; without its bounds the reading would take minutes, or never end.
private func refuse(_ bytes: [UInt8]) -> [PolicyProblem] {
    var problems: [PolicyProblem] = []
    let taken = ContinuousClock().measure {
        if case .failure(let faults) = PolicyFile.read(bytes, controls: sampleControls) { problems = faults.problems }
    }
    #expect(taken < .seconds(20))
    return problems
}

private func refuse(_ text: String) -> [PolicyProblem] { refuse(Array(text.utf8)) }

/// Numbers that look random and are the same on every run.
private struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}

@Suite struct HostileFiles {
    @Test func aFileLargerThanAMebibyteIsRefused() {
        let found = refuse([UInt8](repeating: 0x20, count: mebibyte + 1))
        #expect(found.map(\.says) == ["The file is larger than one mebibyte (1048577 bytes)."])
    }

    @Test(arguments: ["", " ", "\n\n", "# only a comment\n", "---\n", "\u{FEFF}"])
    func anEmptyFileIsRefused(text: String) {
        let found = refuse(text)
        #expect(found.count == 1)
    }

    @Test(arguments: [
        "[", "{", "[{", "- ", "? ", "a: ", "\"", "'", "|", "&", "*", "!", "%", "@", "`", "\n", "\t", ": ",
    ])
    func aMebibyteOfOneThingIsRefused(piece: String) {
        let bytes = String(repeating: piece, count: mebibyte / piece.utf8.count).utf8
        #expect((1...2).contains(refuse(Array(bytes)).count))
    }

    @Test func deepNestingNamesItsPlace() {
        let found = refuse("policy: " + String(repeating: "[", count: 500_000))
        #expect(found.map { "\($0.line):\($0.column)" } == ["1:109"])
        #expect(found.first?.says.contains("nested") == true)
    }

    @Test func deepNestingByIndentationIsRefused() {
        let lines = (0..<1_400).map { String(repeating: " ", count: $0) + "a:\n" }
        #expect(refuse(lines.joined()).count == 1)
    }

    @Test func manyLaughsAreRefusedAtTheFirstAnchor() {
        var text = "a0: &a0 [x, x]\n"
        for level in 1..<60 {
            text += "a\(level): &a\(level) [\(Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ","))]\n"
        }
        let found = refuse(text)
        #expect(found.map { "\($0.line):\($0.column)" } == ["1:5"])
        #expect(found.first?.says.contains("anchor") == true)
    }

    @Test func anAnchorWithinItselfIsRefused() {
        #expect(refuse("a: &a [*a,*a,*a]\n").first?.says.contains("anchor") == true)
    }

    @Test func anAmpersandInTextIsNone() {
        #expect(
            problems(sample("Reports go to the head.", becomes: "Q & A, R&D and https://x.org/?a=1&b=2 go.")).isEmpty)
    }

    @Test func manyKeysAreRefusedQuickly() {
        #expect(refuse((0..<15_000).map { "key\($0): \($0)\n" }.joined()).count == 51)
        #expect(!refuse((0..<60_000).map { "key\($0): \($0)\n" }.joined()).isEmpty)
        #expect(!refuse("{" + (0..<60_000).map { "k\($0): \($0)" }.joined(separator: ", ") + "}").isEmpty)
        #expect(!refuse("policy: " + String(repeating: "x", count: 1_000_000)).isEmpty)
        #expect(!refuse("tone: [" + String(repeating: "a,", count: 500_000) + "]").isEmpty)
    }

    @Test func bytesThatAreNoTextNameTheFirst() {
        let found = refuse(Array("policy: LINK\ntitle: Zo".utf8) + [0xEB, 0x0A])
        #expect(found.map { "\($0.line):\($0.column)" } == ["2:10"])
        #expect(found.first?.advice.contains("UTF-8") == true)
        #expect(refuse([0xFF, 0xFE, 0x70, 0x00]).first?.says.contains("UTF-16") == true)
        #expect(refuse([0x70, 0x00, 0x6F]).first?.says.contains("control character") == true)
    }

    @Test func randomBytesAreRefused() {
        for seed in UInt64(0)..<300 {
            var dice = Dice(state: seed)
            let bytes = (0..<2_000).map { _ in UInt8.random(in: 0...255, using: &dice) }
            #expect(!refuse(bytes).isEmpty)
        }
    }

    @Test func randomSignsOfYamlAreRefused() {
        let signs = Array("[]{}:,-?|>'\"#&*!%@` \n\tab1".utf8)
        for seed in UInt64(0)..<2_000 {
            var dice = Dice(state: seed)
            let bytes = (0..<400).map { _ in signs[Int.random(in: 0..<signs.count, using: &dice)] }
            #expect(!refuse(bytes).isEmpty)
        }
    }

    @Test func aFileCutOffBeforeItsLastKeyIsRefused() throws {
        let bytes = Array(samplePolicy.utf8)
        let last = try #require(samplePolicy.utf8.firstRange(of: "\nremarks:".utf8))
        let whole = samplePolicy.utf8.distance(from: samplePolicy.utf8.startIndex, to: last.upperBound)
        for length in 0..<bytes.count {
            let found = refuse(Array(bytes[..<length]))
            if length < whole { #expect(!found.isEmpty, "cut after \(length) bytes") }
        }
    }
}
