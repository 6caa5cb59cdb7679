import Actions
import Foundation
import Governance
import Testing

/// A closing quotation mark that was lost costs its own row, which is named, and joins no others to it.
@Suite struct ImportLostQuoteTests {
    @Test func aMarkThatAnotherRowsMarkSeemsToCloseHoldsItsOwnRow() async throws {
        let list = try await tried(
            listHeading
                + "1,pupil,\"Ann,Smith,7A,quay,yes\n2,pupil,\"Bob\",Jones,7A,quay,yes\n3,pupil,Cy,Ray,7A,quay,yes\n")
        #expect(list.held.map(\.line) == [2])
        #expect(list.held.map(\.says) == ["A quotation mark opens here and never closes"])
        #expect(list.added.map(\.ref) == ["2", "3"])
        #expect(list.added.first?.given == "Bob")
    }

    @Test func wholeRowsInsideMarksAreNoValue() async throws {
        let rows = (2...9).map { "\($0),pupil,Given\($0),Family,7A,quay,yes\n" }.joined()
        let list = try await tried(
            listHeading + "1,pupil,\"Ann,Smith,7A,quay,yes\n" + rows + "10,pupil,\"\",Last,7A,quay,yes\n"
                + "11,pupil,Max,\"Day\",7A,quay,yes\n")
        #expect(list.held.map(\.line) == [2, 11])
        #expect(list.added.count == 9)
    }

    @Test func aValueWithLineEndsAndDoubledMarksStaysOneValue() async throws {
        let list = try await tried(
            listHeading + "1,pupil,\"Ann\nMarie\",\"O\"\"Neil\nBell\",7A,quay,yes\n2,pupil,Bob,Jones,7A,quay,yes\n")
        #expect(list.held == [])
        #expect(list.added.map(\.ref) == ["1", "2"])
        #expect(list.added.first?.given == "Ann Marie")
    }

    @Test func moreLinesThanACellHasAreToldWithoutCommasToo() async throws {
        let lines = (0..<60).map { "line \($0)\n" }.joined()
        let list = try await tried(listHeading + "1,pupil,Ann,\"Smith\n" + lines + "\",7A,quay,yes\n")
        #expect(list.held.first?.line == 2)
        #expect(list.held.first?.says == "A quotation mark opens here and never closes")
    }
}
