import Actions
import Foundation
import Governance
import Testing

/// Inputs 17 to 21 and 23: cells that attack, damage or decorate.
@Suite struct ImportHostileTests {
    @Test func input17_formulasArePlainText() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        try await organisation.bring(
            listHeading + "P1,pupil,=HYPERLINK(1),-2+3,,quay,\nP2,pupil,+44,@SUM(A1),,quay,\n")
        #expect(try await organisation.onRoll("P1")?.given == "=HYPERLINK(1)")
        #expect(try await organisation.onRoll("P1")?.family == "-2+3")
        #expect(try await organisation.onRoll("P2")?.given == "+44")
    }

    @Test func input18_aRowWithNULIsHeldAndNoNameIsCut() async throws {
        let list = try await tried(listHeading + "P1,pupil,Jo,Fi\0eld,,quay,\nP2,pupil,Max,Day,,quay,\n")
        #expect(list.held.map(\.line) == [2])
        #expect(list.held.first?.says.contains("NUL") == true)
        #expect(list.added.map(\.ref) == ["P2"])
    }

    @Test(arguments: ["", "\""]) func input19_aCellOfAMegabyteIsRefusedForItsRow(quote: String) async throws {
        let huge = quote + String(repeating: "x", count: 1 << 20) + quote
        let list = try await tried(listHeading + "P1,pupil,\(huge),Day,,quay,yes\nP2,pupil,Max,Day,,quay,yes\n")
        #expect(list.held.map(\.line) == [2])
        #expect(list.held.first?.says.contains("10000 bytes") == true)
        #expect(list.held.allSatisfy { $0.value.count < 100 })
        #expect(list.added.map(\.ref) == ["P2"])
    }

    @Test(arguments: [2_000, 200_000]) func aRowWithoutEndIsHeldAndTheNextIsRead(cells: Int) async throws {
        let endless = "P1,pupil,Jo,Field,,quay,yes" + String(repeating: ",x", count: cells)
        let list = try await tried(listHeading + endless + "\nP2,pupil,Max,Day,,quay,yes\n")
        #expect(list.held.map(\.line) == [2])
        #expect(list.held.first?.says.contains("1000 values") == true)
        #expect(list.added.map(\.ref) == ["P2"])
    }

    @Test func input20_picturesInNamesAndConsentsAreKeptAndBreakNothing() async throws {
        let list = try await tried(listHeading + "P1,pupil,👩‍🚀,Day,,quay,Yes ✅\n")
        #expect(list.added.first?.given == "👩‍🚀")
        #expect(list.added.first?.consent.status == .granted)
    }

    @Test func input21_arabicIsKeptAndWhatTurnsWritingRoundIsTakenOut() async throws {
        let list = try await tried(listHeading + "P1,pupil,نور,Day,,quay,\nP2,pupil,Jo\u{202E},Day,,quay,\n")
        #expect(list.added.map(\.given) == ["نور", "Jo"])
        #expect(list.warnings.map(\.line) == [3])
    }

    @Test func input23_spacesAndCapitalsDoNotMakeAnother() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        try await organisation.bring(listHeading + "P1,pupil,Jo,Field,4B,quay,yes\n")
        let list = try await organisation.bring(
            listHeading + "\u{A0}P1 ,PUPIL, Jo\u{A0},Field ,4B, Quay School ,YES \n")
        #expect(list.counts.same == 1)
        #expect(list.held == [])
    }
}
