import Actions
import Foundation
import Governance
import Reading
import Testing

/// Inputs 35 to 37: too much, half of it, and the wrong list.
@Suite struct ImportSizeTests {
    private func list(_ refs: ClosedRange<Int>) -> String {
        listHeading + refs.map { "P\($0),pupil,Jo,Field\($0),,quay,\n" }.joined()
    }

    @Test func input35_aListManyTimesTheRollIsAskedAbout() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        try await organisation.bring(list(1...20))
        await #expect(
            throws: ActionError.invalid("sure", "This list is 40 times your roll. Say that it is the right one")
        ) { try await organisation.bring(list(1...800)) }
        #expect(try await organisation.database.rollCounts().first?.people == 20)
        try await organisation.bring(list(1...800), isSure: true)
        #expect(try await organisation.database.rollCounts().first?.people == 800)
    }

    @Test func input36_aStaleTrialAndASecondClickChangeNothing() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        try await ImportWorkplace.use { staged in
            let file = staged.deletingLastPathComponent().appendingPathComponent("list.csv")
            try Data(list(1...3).utf8).write(to: file)
            let trial = try await TryImport([ImportFile(file)])
                .perform(in: organisation, by: .console, staged: staged)
            try await ConfirmImport(trial, staged: staged).perform(in: organisation, by: .console)
            let head = try await organisation.database.recordHead()
            await #expect(throws: ActionError.self) {
                try await ConfirmImport(trial, staged: staged).perform(in: organisation, by: .console)
            }
            #expect(try await organisation.database.recordHead() == head)
        }
    }

    @Test func input37_muchOfTheRollMissingIsAskedAboutAndNobodyIsRemoved() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        try await organisation.bring(list(1...20) + "M1,pupil,A,B,,mill,\n")
        let part = try await organisation.bring(list(1...8))
        #expect(part.counts.gone == 12 && part.counts.inScope == 20)
        #expect(part.trial.isPartOfRoll)
        #expect(try await organisation.database.rollCounts().reduce(0) { $0 + $1.people } == 21)
        let chosen = try #require(try await organisation.database.rollEntries().first { $0.person.ref == "P9" })
        try await organisation.bring(list(1...8), leavers: .these([chosen.id]))
        #expect(try await organisation.database.rollCounts().reduce(0) { $0 + $1.people } == 20)
        let head = try await organisation.database.recordHead()
        await #expect(throws: ActionError.self, "half a file takes nobody off the roll by itself") {
            try await organisation.bring(list(1...8), leavers: .all)
        }
        #expect(try await organisation.database.recordHead() == head)
        try await organisation.bring(list(1...8), leavers: .all, isSure: true)
        #expect(Set(try await organisation.database.rollEntries().map(\.person.ref)).count == 9)
        let back = try await organisation.bring(list(9...9))
        #expect(back.counts.returning == 1)
        #expect(try await organisation.onRoll("P9") != nil)
    }

    @Test func everyChangeIsOnRecordAndTheChainHolds() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        try await organisation.bring(list(1...3))
        try await organisation.bring(list(1...3).replacing("Jo,Field2", with: "Max,\"Fie\"\"ld\\2\""))
        let entry = try #require(try await organisation.database.rollEntries().first { $0.person.ref == "P2" })
        let line = try #require(try await organisation.database.timeline(of: RecordSubject(.person, entry.id)).last)
        #expect(line.content?.before?["given"] == "Jo")
        #expect(line.content?.after?["family"] == .text("Fie\"ld\\2"))
        #expect(try await organisation.database.roll(ofSchool: nil) == nil)
    }
}
