import Actions
import Foundation
import Governance
import Testing

/// Inputs 8 to 11 and 28 to 32: rows that are none, and files that are no lists.
@Suite struct ImportShapeTests {
    @Test func input08_quotedCommasQuotesAndLineEndsMakeOneRow() async throws {
        let list = try await tried(
            listHeading
                + "P1,pupil,\"Jo\n\"\"Ann\"\"\",\"Field, the younger\",7A,quay,yes\nP2,pupil,A,B,,quay,\nP3,x,A,B,,quay,"
        )
        #expect(list.added.map(\.given) == ["Jo \"Ann\"", "A"])
        #expect(list.added.first?.family == "Field, the younger")
        #expect(list.held.map(\.line) == [5])
    }

    @Test func input09_rowsTooShortOrTooLongAreHeldAndTheOthersOffered() async throws {
        let list = try await tried(
            listHeading + "P1,pupil,Jo,Field\nP2,pupil,Max,Day,,quay,yes\nP3,pupil,A,B,7A,quay,yes,more")
        #expect(list.held.map(\.line) == [2, 4])
        #expect(list.held.map(\.column) == ["form", "ref"])
        #expect(list.added.map(\.ref) == ["P2"])
    }

    @Test func input10_blankRowsAndTotalsAreSkippedAndCounted() async throws {
        let list = try await tried(listHeading + "P1,pupil,Jo,Field,7A,quay,\n,,,,,,\n\nTotal,1,,,,,\n")
        #expect(list.added.map(\.ref) == ["P1"])
        #expect(list.trial.skipped == 3)
        #expect(list.held == [])
    }

    @Test func input11_titlesAboveTheHeadingsAreFoundOrTheRowIsChosen() async throws {
        let text = "Pupil list,,,,,,\nMade on 21/11/2026,,,,,,\n" + listHeading + "P1,pupil,Jo,Field,7A,quay,yes\n"
        #expect(try await tried(text).added.map(\.ref) == ["P1"])
        var chosen = ImportMapping()
        chosen.headingRow = 2
        #expect(try await tried(text, mapping: chosen).trial.headings.first == "Made on 21/11/2026")
    }

    @Test func input28_headingsAloneAreNobodyWhoLeft() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        try await organisation.bring(listHeading + "P1,pupil,Jo,Field,,quay,\n")
        let list = try await organisation.bring(listHeading, leavers: .all)
        #expect(list.trial.rows == 0 && list.counts.gone == 0 && list.counts.isNothing)
        #expect(try await organisation.onRoll("P1") != nil)
    }

    @Test func input29To31_whatIsNoListIsCalledByItsName() async throws {
        #expect(try await refusal(of: []).hasPrefix("The file is empty"))
        #expect(try await refusal(of: [0xD0, 0xCF, 0x11, 0xE0]).hasPrefix("This is an Excel workbook"))
        #expect(try await refusal(of: zip(["[Content_Types].xml": "<x/>"])).hasPrefix("This is an Excel workbook"))
        #expect(try await refusal(of: Array("\n <!DOCTYPE html><html>Sign in".utf8)).hasPrefix("This is a web page"))
        #expect(try await refusal(of: Array("%PDF-1.7".utf8)).hasPrefix("This is a PDF"))
        #expect(try await refusal(of: [0x50, 0x4B, 3, 4, 20, 0]).hasPrefix("The zip file is damaged"))
    }

    @Test func input32_aQuoteThatNeverClosesCostsItsOwnRowOnly() async throws {
        let rows = (2...400).map { "P\($0),pupil,Jo\($0),Field,,quay,\n" }.joined()
        let list = try await tried(listHeading + "P0,pupil,A,B,,quay,\nP1,pupil,\"Jo,Field,,quay,\n" + rows)
        #expect(list.held.map(\.line) == [3])
        #expect(list.held.first?.says.contains("quotation mark opens here") == true)
        #expect(list.counts.added == 400)
    }
}
