import Actions
import Foundation
import Governance
import Reading
import Testing

/// Files as schools really hand them in.
@Suite struct RollFileTests {
    private func trial(_ text: String) async throws -> RollImport { try await trial(Array(text.utf8)) }

    private func trial(_ bytes: [UInt8]) async throws -> RollImport {
        let scratch = try Scratch()
        return try await ImportRoll(bytes: bytes).trial(in: scratch.organisation(), by: .console)
    }

    private func refusal(of bytes: [UInt8]) async throws -> String {
        let error = await #expect(throws: ActionError.self) { try await trial(bytes) }
        guard case .invalid(let errors) = error else { throw Unexpected() }
        return errors.map(\.says).joined()
    }

    private let heading = "ref,kind,given,family,form,school,consent\n"

    @Test func whatIsNoListAtAllIsCalledByItsName() async throws {
        #expect(try await refusal(of: [0x50, 0x4B, 3, 4, 20, 0]).hasPrefix("This is an Excel workbook"))
        #expect(try await refusal(of: Array("\n <!DOCTYPE html><html>Sign in".utf8)).hasPrefix("This is a web page"))
        #expect(try await refusal(of: Array("%PDF-1.7".utf8)).hasPrefix("This is a PDF"))
        #expect(try await refusal(of: []).hasPrefix("The file is empty"))
        let damaged = heading + "P1,pupil,Jo,Fi\0eld,,quay,\n"
        #expect(try await refusal(of: Array(damaged.utf8)).hasPrefix("Line 2 holds a sign"))
    }

    @Test func headingsAloneChangeNothingAndNobodyIsTakenToHaveLeft() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        try await ImportRoll(bytes: Array((heading + "P1,pupil,Jo,Field,,quay,\n").utf8))
            .perform(in: organisation, by: .console)
        let plan = try await ImportRoll(bytes: Array(heading.utf8)).trial(in: organisation, by: .console)
        #expect(plan.added.isEmpty && plan.changed.isEmpty && plan.missing.isEmpty)
    }

    @Test func titlesAboveTheHeadingsAndTotalsBelowTheRowsAreSkipped() async throws {
        let plan = try await trial(
            "Pupil list,,,,,,\nMade on 21/11/2026,,,,,,\n" + heading
                + "P1,pupil,Jo,Field,7A,quay,yes\n,,,,,,\nTotal,1,,,,,\n")
        #expect(plan.added.map(\.ref) == ["P1"])
        #expect(plan.skipped == 2)
        #expect(plan.held == [])
    }

    @Test func lineEndsOfOldMacsAndLineEndsInACellAreNoRows() async throws {
        let plan = try await trial(
            (heading + "P1,pupil,\"Jo\nAnn\",Field,7A,quay,yes\nP2,pupil,Max,Day,,quay,\n")
                .replacing("\n", with: "\r"))
        #expect(plan.added.map(\.given) == ["Jo Ann", "Max"])
    }

    @Test func guessedLettersAreShownAndDamagedOnesAreHeld() async throws {
        let ansi = try #require((heading + "P1,pupil,Zoë,O’Brien,,quay,").data(using: .windowsCP1252))
        let guessed = try await trial([UInt8](ansi))
        #expect(guessed.guessedNames == ["Zoë", "O’Brien"])
        let plan = try await trial(heading + "P1,pupil,ZoÃ«,Day,,quay,\nP2,pupil,Zoë,Âme,,quay,")
        #expect(plan.held.map(\.column) == ["given"])
        #expect(plan.held.first?.says.contains("“Zoë”") == true)
        #expect(plan.added.map(\.ref) == ["P2"])
        #expect(plan.guessedNames == [])
    }

    @Test func whatExcelMadeOfReferencesAndClassesIsNoticed() async throws {
        let plan = try await trial(
            heading + "1.00E+03,pupil,Jo,Field,,quay,\n007,pupil,Max,Day,04-May,quay,\n7,pupil,A,B,5E+00,quay,")
        #expect(plan.held.map(\.column) == ["ref"])
        #expect(plan.added.map(\.ref) == ["007", "7"])
        #expect(plan.warnings.map(\.column) == ["form", "form"])
    }

    @Test func shortRowsAndHugeCellsAreHeldAndTheOthersOffered() async throws {
        let plan = try await trial(
            heading + "P1,pupil,Jo,Field\nP2,pupil,Max,Day,,quay,yes\nP3,pupil,"
                + String(repeating: "x", count: 1 << 20) + ",Day,,quay,yes")
        #expect(plan.held.map(\.line) == [2, 4])
        #expect(plan.held.map(\.column) == ["form", "given"])
        #expect(plan.held.allSatisfy { $0.value.count < 100 })
        #expect(plan.added.map(\.ref) == ["P2"])
    }

    @Test func namesAreKeptAsTypedWithoutWhatTurnsWritingRound() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        let plan = try await ImportRoll(
            bytes: Array(
                (heading + "P1,pupil,Jo\u{202E},=HYPERLINK(1),,quay,Yes ✅\nP2,pupil,نور,-2+3,,quay,yes\u{200B}\n"
                    + "P3,pupil,\u{A0}Zoe\u{308} ,Null,,quay,?\nP4,pupil,👩‍🚀,VAN DER BERG,,quay,").utf8)
        ).perform(in: organisation, by: .console)
        #expect(plan.held == [])
        #expect(plan.added.map(\.given) == ["Jo", "نور", "Zo\u{EB}", "👩‍🚀"])
        #expect(plan.added.map(\.family) == ["=HYPERLINK(1)", "-2+3", "Null", "VAN DER BERG"])
        #expect(plan.added.map(\.consent.status) == [.granted, .granted, .unreadable, .notRecorded])
        #expect(plan.warnings.map(\.column) == ["given"])
        #expect(Array(plan.added[2].given.utf8) == Array("Zo\u{EB}".utf8))
    }

    @Test(arguments: ["42808", "03/14/2017", "2/9/16", "########", "29/02/2027", "00/00/0000"])
    func aDayThatIsNotCertainIsNoConsent(day: String) async throws {
        let plan = try await trial(
            "ref,kind,given,family,school,consent,until\nP1,pupil,Jo,Field,quay,yes,\(day)")
        #expect(plan.added.first?.consent.status == .unreadable)
        #expect(plan.doubtfulConsents.first?.advice == "Write the day as 2027-07-31")
    }
}
