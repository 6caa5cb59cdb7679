import Actions
import Foundation
import GRDB
import Governance
import Store
import Testing

/// Parents come and change by a list; none goes by one.
@Suite struct ImportParentTests {
    private let heading = "Adno,Forename,Surname,School,Parent 1,Parent 1 email,Parent 2\n"

    private func parents(_ organisation: Organisation) async throws -> [String] {
        try await DatabaseQueue(path: organisation.database.folder.path + "/record.sqlite").read { db in
            try String.fetchAll(db, sql: "SELECT name || ' ' || coalesce(email, '-') FROM parent ORDER BY name")
        }
    }

    @Test func aListThatNamesFewerParentsTakesNoneAway() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        try await organisation.bring(heading + "P1,Jo,Field,quay,Rosa Field,rosa@home.example,Max Field\n")
        let list = try await organisation.bring(heading + "P1,Jo,Field,quay,Rosa Field,,\n")
        #expect(list.counts.parents == 0 && list.counts.isNothing)
        #expect(try await parents(organisation) == ["Max Field -", "Rosa Field rosa@home.example"])
        let other = try await organisation.bring(heading + "P1,Jo,Field,quay,Ann Field,ann@home.example,\n")
        #expect(other.counts.parents == 1)
        #expect(
            try await parents(organisation) == [
                "Ann Field ann@home.example", "Max Field -", "Rosa Field rosa@home.example",
            ])
    }

    @Test func parentsStandByTheirOwnChildWhereSchoolsCountAlike() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        try await organisation.bring(
            heading + "12,Jo,Field,quay,Kit Field,,\n12,Max,Day,mill,Pat Day,,\n")
        let pairs = try await DatabaseQueue(path: organisation.database.folder.path + "/record.sqlite").read { db in
            try String.fetchAll(
                db, sql: "SELECT family || ': ' || name FROM parent JOIN person ON person.id = pupil ORDER BY family")
        }
        #expect(pairs == ["Day: Pat Day", "Field: Kit Field"])
    }

    @Test func aParentWhoComesByAListBringsBackWhatTheOtherCouldLift() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        let rosa = "rosa@home.example"
        try await organisation.bring(heading + "P1,Jo,Field,quay,Rosa Field,\(rosa),\n")
        try await organisation.bring("Adno,Photo consent\nP1,No\n", for: .consents)
        try await organisation.answerByLink(
            of: rosa, about: #require(try await organisation.person(ref: "P1")),
            allowing: Set(Consent.Channel.allCases), signed: "Rosa Field")
        #expect(try await organisation.onRoll("P1")?.consent == Consent(.granted))
        try await organisation.bring(heading + "P1,Jo,Field,quay,Rosa Field,,Max Field\n")
        #expect(try await organisation.onRoll("P1")?.consent == Consent(.refused), "the list's no may be Max's")
    }

    @Test func consentsAloneBringNoParents() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        try await organisation.bring(heading + "P1,Jo,Field,quay,Rosa Field,,\n")
        try await organisation.bring("Adno,Photo consent,Parent 1\nP1,Yes,Ann Field\n", for: .consents)
        #expect(try await parents(organisation) == ["Rosa Field -"])
    }
}
