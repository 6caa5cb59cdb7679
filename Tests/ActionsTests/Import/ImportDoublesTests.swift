import Actions
import Foundation
import Governance
import Testing

/// Inputs 12, 13, 22, 33 and 34: who is who.
@Suite struct ImportDoublesTests {
    @Test func input12_twoPupilsOfOneReferenceAreBothHeld() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        try await organisation.bring(listHeading + "P1,pupil,Old,Name,,quay,\n")
        let list = try await organisation.bring(
            listHeading
                + "P1,pupil,Jo,Field,,quay,\nP1,pupil,Joe,Field,,quay,\nP2,pupil,A,B,,quay,\nP2,pupil,A,B,,quay,\n")
        #expect(list.held.map(\.line) == [2, 3])
        #expect(list.added.map(\.ref) == ["P2"])
        #expect(try await organisation.onRoll("P1")?.given == "Old")
    }

    @Test func aRowBesideAHeldOneOfTheSameReferenceIsHeldToo() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        try await organisation.bring(listHeading + "P1,pupil,Jo,Field,,quay,no\n")
        let list = try await organisation.bring(
            listHeading + "P1,pupil,,Field,,quay,no\nP1,pupil,Max,Day,,quay,yes\nP2,pupil,A,B,,quay,\n")
        #expect(list.held.map(\.line) == [2, 3])
        #expect(list.added.map(\.ref) == ["P2"])
        #expect(list.counts.gone == 0)
        #expect(try await organisation.onRoll("P1")?.consent == Consent(.refused))
    }

    @Test func input13_onePupilWithYesAndNoIsTakenForNoUntilSolved() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        let list = try await organisation.bring(
            listHeading + "P1,pupil,Jo,Field,,quay,yes\nP1,pupil,Jo,Field,,quay,no\n")
        #expect(list.doubtful.map(\.line) == [2, 3])
        #expect(try await organisation.onRoll("P1")?.consent == Consent(.unreadable))
    }

    @Test func input22_oneNameInTwoSpellingsOfUnicodeIsOnePupil() async throws {
        let list = try await tried(
            listHeading + "P1,pupil,Zo\u{EB},Field,,quay,yes\nP1,pupil,Zoe\u{308},Field,,quay,no\n")
        #expect(list.held == [])
        #expect(list.doubtful.count == 2)
        #expect(list.added.map(\.given) == ["Zoë"])
    }

    @Test func input33_singleNamesCapitalsAndDashesAreKept() async throws {
        let list = try await tried(
            listHeading + "P1,pupil,Aisha,-,,quay,\nP2,pupil,ANNA,VAN DER BERG,,quay,\nP3,pupil,-,-,,quay,\n")
        #expect(list.added.map(\.family) == ["-", "VAN DER BERG"])
        #expect(list.held.map(\.line) == [4])
    }

    @Test func input34_wordsThatProgramsTakeForNothingAreNames() async throws {
        let list = try await tried(
            "ref,kind,given,family,school,dob\nP1,pupil,Null,True,quay,\nP2,pupil,NA,Nan,quay,\n"
                + "P3,pupil,Test,Test,quay,01/01/1900\n")
        #expect(list.added.map(\.given) == ["Null", "NA", "Test"])
        #expect(list.warnings.map(\.line) == [4])
    }
}
