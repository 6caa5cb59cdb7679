import Actions
import Foundation
import Governance
import Testing

/// Inputs 14 to 16 and 24: what Excel does to days, references and classes.
@Suite struct ImportExcelTests {
    private func until(_ day: String, _ change: (inout ImportMapping) -> Void = { _ in }) async throws -> Tried {
        let headings = ["ref", "kind", "given", "family", "school", "consent", "until"]
        var mapping = withConsents(headings.joined(separator: ","))
        change(&mapping)
        return try await tried(
            headings.joined(separator: ",") + "\nP1,pupil,Jo,Field,quay,yes,\(day)\n", mapping: mapping)
    }

    @Test func input14_onlyCertainDaysAreReadAndTheRestIsAskedOnce() async throws {
        #expect(try await until("14/03/2027").added.first?.consent.until == Day("2027-03-14"))
        #expect(try await until("03/14/2027").added.first?.consent.until == Day("2027-03-14"))
        let either = try await until("2/9/16")
        #expect(either.added.first?.consent.status == .unreadable)
        #expect(either.trial.questions == [.dayOrder])
        #expect(try await until("2/9/16") { $0.days = .dayFirst }.added.first?.consent.until == Day("2016-09-02"))
        #expect(try await until("2/9/16") { $0.days = .monthFirst }.added.first?.consent.until == Day("2016-02-09"))
        let serial = try await until("42808")
        #expect(serial.trial.questions == [.serials])
        #expect(serial.doubtful.first?.says.contains("2017-03-14") == true)
        #expect(try await until("42808") { $0.serials = true }.added.first?.consent.until == Day("2017-03-14"))
        #expect(try await until("########").doubtful.first?.says.contains("too narrow") == true)
        #expect(try await until("00/00/0000").added.first?.consent.status == .unreadable)
    }

    @Test func input15_aReferenceThatExcelChangedIsHeldAndZerosCount() async throws {
        let list = try await tried(
            listHeading + "1.00E+03,pupil,Jo,Field,,quay,\n007,pupil,Max,Day,,quay,\n7,pupil,A,B,,quay,")
        #expect(list.held.map(\.says) == ["Excel has changed this reference"])
        #expect(list.added.map(\.ref) == ["007", "7"])
    }

    @Test func input16_aClassThatExcelMadeADayOfIsWarnedOf() async throws {
        let list = try await tried(listHeading + "P1,pupil,Max,Day,04-May,quay,\nP2,pupil,A,B,5E+00,quay,")
        #expect(list.warnings.map(\.column) == ["form", "form"])
        #expect(list.counts.added == 2)
    }

    @Test func input24_birthdaysThatCannotBeHoldTheirRowAndAreNeverKept() async throws {
        let days = ["29/02/2016", "29/02/2015", "01/01/2062", "01/01/1917", "00/00/0000", "2014-05-06 00:00:00"]
        let rows = days.enumerated().map { "P\($0),pupil,Jo,Field,quay,\($1)\n" }.joined()
        let list = try await tried("ref,kind,given,family,school,Date of birth\n" + rows)
        #expect(list.added.map(\.ref) == ["P0", "P5"])
        #expect(list.held.map(\.line) == [3, 4, 5, 6])
        #expect(list.held.allSatisfy { $0.column == "Date of birth" })
        #expect(!list.trial.notRead.contains("Date of birth"))
    }
}
