import Actions
import Governance
import Synchronization
import Testing

@Suite("Uploads of pictures") struct UploadsOfSchoolsTests {
    private let turns = UploadTurns()

    /// Takes a turn each for these and keeps all of them while the rest is done.
    private func holding(
        _ taken: ArraySlice<(school: String, user: String)>, _ rest: () async throws -> Void
    ) async throws {
        guard let first = taken.first else { return try await rest() }
        try await turns.take("trust", Identifier(first.school), Identifier(first.user)) {
            try await holding(taken.dropFirst(), rest)
        }
    }

    private func isTaken(_ school: String, _ user: String) async -> Bool {
        (try? await turns.take("trust", Identifier(school), Identifier(user)) { true }) ?? false
    }

    @Test("of one school leave the others of its organisation their turns, and one person leaves some to their school")
    func oneSchool() async throws {
        let three = { (school: String, user: String) in Array(repeating: (school: school, user: user), count: 3) }
        let four = (1...4).flatMap { three("quay", "teacher \($0)") }
        try await holding(four.prefix(3)) {
            #expect(await !isTaken("quay", "teacher 1"))
            #expect(await isTaken("quay", "teacher 2"))
        }
        try await holding(four[...]) {
            #expect(await !isTaken("quay", "teacher 5"))
            #expect(await isTaken("mill", "teacher 6"))
        }
        #expect(await isTaken("quay", "teacher 5"))
    }

    @Test("of many schools leave each other one its share") func manySchools() async throws {
        let busy = (0..<40).map { (school: "school \($0 / 10)", user: "teacher \($0)") }
        try await holding(busy[...]) {
            #expect(await !isTaken("school 0", "teacher 50"))
            try await holding([("quay", "teacher 51")]) {
                #expect(await isTaken("quay", "teacher 52"))
                try await holding([("quay", "teacher 53")]) { #expect(await !isTaken("quay", "teacher 54")) }
            }
        }
    }
}
