import Actions
import Foundation
import Governance
import Testing

/// Inputs 1 to 7: how files write letters, separate values and end lines.
@Suite struct ImportEncodingTests {
    private let rows = "ref,kind,given,family,school\r\nP1,pupil,Zoë,O’Brien,quay\r\nP2,pupil,Max,Day,quay\r\n"

    @Test func input01_aMarkOfUTF8IsNoPartOfTheFirstHeading() async throws {
        let list = try await tried("\u{FEFF}" + rows)
        #expect(list.added.map(\.given) == ["Zoë", "Max"])
        #expect(list.trial.headings.first == "ref")
    }

    @Test(arguments: [String.Encoding.utf16LittleEndian, .utf16BigEndian])
    func input02_unicodeTextOfExcelIsRead(encoding: String.Encoding) async throws {
        let data = try #require(("\u{FEFF}" + rows.replacing(",", with: "\t")).data(using: encoding))
        #expect(try await tried([UInt8](data)).added.map(\.family) == ["O’Brien", "Day"])
    }

    @Test func input03_guessedLettersAreShownForAYes() async throws {
        let ansi = try #require(rows.data(using: .windowsCP1252))
        let list = try await tried([UInt8](ansi))
        #expect(list.added.map(\.given) == ["Zoë", "Max"])
        #expect(list.trial.guessedNames == ["Zoë", "O’Brien"])
    }

    @Test func input04_damagedLettersAreHeldWithTheLikelyRepair() async throws {
        let list = try await tried(rows.replacing("Zoë", with: "ZoÃ«"))
        #expect(list.held.map(\.column) == ["given"])
        #expect(list.held.first?.says.contains("“Zoë”") == true)
        #expect(list.added.map(\.ref) == ["P2"])
    }

    @Test(arguments: [";", "\t"]) func input05And06_otherSeparatorsAreFound(separator: String) async throws {
        let list = try await tried(rows.replacing(",", with: separator))
        #expect(list.added.map(\.given) == ["Zoë", "Max"])
    }

    @Test func input07_lineEndsOfOldMacsEndLines() async throws {
        let list = try await tried(rows.replacing("\r\n", with: "\r") + "P3,pupil,,Field,quay")
        #expect(list.added.count == 2)
        #expect(list.held.map(\.line) == [4])
    }
}
