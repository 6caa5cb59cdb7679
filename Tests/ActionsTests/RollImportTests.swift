import Actions
import Foundation
import Governance
import Reading
import Testing

@Suite struct RollImportTests {
    private let heading = "ref,kind,given,family,preferred,form,school,consent,channels,from,until"

    private func file(_ rows: String..., heading: String? = nil) -> [UInt8] {
        [UInt8](([heading ?? self.heading] + rows).joined(separator: "\n").utf8)
    }

    private func trial(_ bytes: [UInt8]) async throws -> RollImport {
        let scratch = try Scratch()
        return try await ImportRoll(bytes: bytes).trial(in: scratch.organisation(), by: .console)
    }

    @Test func theSameFileAgainChangesNothing() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        let bytes = file(
            "P1,pupil,Jo,Field,,7A,quay,granted,website social,2026-09-01,2027-07-31",
            "P2,pupil,Zoë,\"O'Neill, the younger\",Zo,7B,Mill School,no,,,", "S1,staff,Ann,Bell,,,,objected,,,")
        let first = try await ImportRoll(bytes: bytes).perform(in: organisation, by: .console)
        #expect(first.added.map(\.ref) == ["P1", "P2", "S1"])
        #expect(first.held == [])
        let head = try await organisation.database.recordHead()
        let again = try await ImportRoll(bytes: bytes).perform(in: organisation, by: .console)
        #expect(again.unchanged == 3)
        #expect(try await organisation.database.recordHead() == head)
        let roll = try #require(try await organisation.database.roll(ofSchool: "quay"))
        #expect(roll["P2"]?.family == "O'Neill, the younger")
        #expect(
            roll["P1"]?.consent
                == Consent(
                    .granted, channels: [.website, .social], from: Day("2026-09-01"), until: Day("2027-07-31")))
    }

    @Test(arguments: ["Y/N?", "maybe", "yes please", "true", "1", "granted?", "yes,no"])
    func aConsentThatNobodyCanReadIsNeverAYes(word: String) async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        try await ImportRoll(bytes: file("P1,pupil,Jo,Field,,,quay,yes,,,")).perform(in: organisation, by: .console)
        let plan = try await ImportRoll(bytes: file("P1,pupil,Jo,Field,,,quay,\"\(word)\",,,"))
            .perform(in: organisation, by: .console)
        #expect(plan.doubtfulConsents.map(\.column) == ["consent"])
        #expect(try await organisation.database.roll(ofSchool: "quay")?["P1"]?.consent.status == .unreadable)
    }

    @Test(arguments: [
        ("granted,intranet,,", "channels"), ("granted,,31/02/2027,", "from"), ("granted,,,soon", "until"),
        ("granted,,2027-01-02,2027-01-01", "until"), (",website,,", "consent"),
    ])
    func neitherIsOneWithAnUnreadablePart(consent: String, column: String) async throws {
        let plan = try await trial(file("P1,pupil,Jo,Field,,,quay,\(consent)"))
        #expect(plan.added.first?.consent.status == .unreadable)
        #expect(plan.doubtfulConsents.map(\.column) == [column])
    }

    @Test(arguments: [
        (",pupil,Jo,Field,,,quay,,,,", "ref"), ("P1,horse,Jo,Field,,,quay,,,,", "kind"),
        ("P1,pupil,Jo,,,,quay,,,,", "family"), ("P1,pupil,,Field,,,quay,,,,", "given"),
        ("P1,pupil,Jo,Field,,,,,,,", "school"), ("P1,pupil,Jo,Field,,,elsewhere,,,,", "school"),
        ("P1,pupil,Jo,Field,,,quay,yes,website,social,,,", "ref"),
    ])
    func aRowThatCannotBeTakenInIsHeldWithItsPlace(row: String, column: String) async throws {
        let plan = try await trial(file("P0,pupil,Max,Day,,,quay,,,,", row))
        #expect(plan.added.map(\.ref) == ["P0"])
        #expect(plan.held.map(\.column) == [column])
        #expect(plan.held.map(\.line) == [3])
    }

    @Test func twoRowsOfOneReferenceThatDisagreeAreBothHeld() async throws {
        let plan = try await trial(
            file(
                "P1,pupil,Jo,Field,,,quay,,,,", "P1,pupil,Joe,Field,,,quay,,,,", "P2,pupil,A,B,,,quay,,,,",
                "P2,pupil,A,B,,,quay,,,,"))
        #expect(plan.held.map(\.line) == [2, 3])
        #expect(plan.added.map(\.ref) == ["P2"])
    }

    @Test func whoeverIsNotInTheFileIsNamedAndNotRemoved() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        try await ImportRoll(
            bytes: file("P1,pupil,Jo,Field,,,quay,,,,", "P2,pupil,Max,Day,,,quay,,,,", "P3,pupil,A,B,,,mill,,,,")
        ).perform(in: organisation, by: .console)
        let plan = try await ImportRoll(bytes: file("P1,pupil,Jo,Field,,,quay,,,,"))
            .perform(in: organisation, by: .console)
        #expect(plan.missing.map(\.person.ref) == ["P2"])
        #expect(try await organisation.database.roll(ofSchool: "quay")?.people.count == 3)
    }

    @Test func aColumnThatTheFileLacksLeavesWhatIsThere() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        try await ImportRoll(bytes: file("P1,pupil,Jo,Field,Joey,7A,quay,refused,,,"))
            .perform(in: organisation, by: .console)
        try await ImportRoll(bytes: file("P1,pupil,Jo,Meadow", heading: "ref,kind,given,family"))
            .perform(in: organisation, by: .console)
        let person = try await organisation.database.roll(ofSchool: "quay")?["P1"]
        #expect(
            person
                == Person(
                    ref: "P1", kind: .pupil, given: "Jo", family: "Meadow", preferred: "Joey", form: "7A",
                    school: "quay", consent: Consent(.refused)))
    }

    @Test func columnsThatNoDutyNeedsAreNotRead() async throws {
        let plan = try await trial(
            file("P1,pupil,Jo,Field,quay,secret", heading: "Ref,Kind,Forename,Legal Surname,School,Religion"))
        #expect(plan.notRead == ["Religion"])
        #expect(plan.added.map(\.family) == ["Field"])
    }

    @Test(arguments: [",", ";", "\t"])
    func filesOfManyProgramsAreRead(separator: String) async throws {
        let text =
            "\u{FEFF}ref,kind,given,family,school\r\nP1,pupil,\"Jo \"\"J\"\"\",Field,quay\r\n\r\nP2,pupil,Zoë,Day,quay\r\n"
            .replacing(",", with: separator)
        for encoding in [String.Encoding.utf8, .utf16LittleEndian] {
            let plan = try await trial([UInt8](try #require(text.data(using: encoding))))
            #expect(plan.added.map(\.given) == ["Jo \"J\"", "Zoë"])
        }
        let ansi = try #require(text.dropFirst().data(using: .windowsCP1252))
        #expect(try await trial([UInt8](ansi)).added.map(\.given) == ["Jo \"J\"", "Zoë"])
    }

    @Test(arguments: ["", "ref,kind\nP1,pupil", "ref,kind,given,family\nP1,pupil,\"Jo,Field\nP2,pupil,A,B"])
    func whatIsNoRollIsRefusedAsAWhole(text: String) async throws {
        await #expect(throws: ActionError.self) { try await trial([UInt8](text.utf8)) }
    }

    @Test func aRollThatChangedSinceTheTrialRunIsNotBroughtIn() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        let bytes = file("P1,pupil,Jo,Field,,,quay,,,,")
        let shown = try await ImportRoll(bytes: bytes).trial(in: organisation, by: .console)
        try await ImportRoll(bytes: bytes).perform(in: organisation, by: .console)
        await #expect(throws: ActionError.self) {
            try await ImportRoll(bytes: bytes, shown: shown).perform(in: organisation, by: .console)
        }
    }
}
