import Actions
import Foundation
import Governance
import Reading
import Testing

/// A reference is somebody's of one school and one kind: no list makes another of them.
@Suite struct ImportStrangerTests {
    private let heading = "ref,kind,given,family,school\n"

    private func trust() async throws -> (Scratch, Organisation) {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        try await organisation.bring(heading + "12,pupil,Jo,Field,quay\n13,staff,Ann,Bell,mill\n")
        return (scratch, organisation)
    }

    @Test func aRowOfAnotherSchoolOrKindIsHeldAndSaysWhose() async throws {
        let (scratch, organisation) = try await trust()
        defer { withExtendedLifetime(scratch) {} }
        let list = try await organisation.bring(
            heading + "12,pupil,Max,Day,mill\n13,pupil,Max,Day,mill\n14,pupil,New,Comer,mill\n")
        #expect(
            list.held.map(\.says) == [
                "This reference belongs to someone at Quay School",
                "This reference belongs to a member of staff at Mill School",
            ])
        #expect(try await organisation.onRoll("12")?.family == "Field")
        #expect(try await organisation.onRoll("13")?.kind == .staff)
        #expect(list.counts.added == 1 && list.counts.changed == 0)
    }

    @Test func theChosenSchoolWinsOverTheKnownOne() async throws {
        let (scratch, organisation) = try await trust()
        defer { withExtendedLifetime(scratch) {} }
        let people = try await organisation.bring(
            ["list.csv": Array("ref,kind,given,family\n12,pupil,Max,Day\n".utf8)], school: "mill")
        #expect(people.held.map(\.line) == [2])
        let consents = try await organisation.bring(
            ["list.csv": Array("Adno,Photo consent\n12,Yes\n".utf8)], for: .consents, school: "mill")
        #expect(consents.held.map(\.line) == [2])
        #expect(try await organisation.onRoll("12")?.given == "Jo")
        #expect(try await organisation.onRoll("12")?.consent == Consent(.notRecorded))
    }

    @Test func whoeverLeftOneSchoolDoesNotReturnAtAnotherByAList() async throws {
        let (scratch, organisation) = try await trust()
        defer { withExtendedLifetime(scratch) {} }
        try await organisation.bring(heading + "15,pupil,A,B,quay\n", leavers: .all)
        let list = try await organisation.bring(heading + "12,pupil,Jo,Field,mill\n")
        #expect(list.held.map(\.line) == [2])
        #expect(list.counts.returning == 0)
    }

    @Test func consentsOfStaffAreTakenWhereNothingSaysTheirKind() async throws {
        let (scratch, organisation) = try await trust()
        defer { withExtendedLifetime(scratch) {} }
        let list = try await organisation.bring("ref,consent\n13,yes\n", for: .consents)
        #expect(list.held == [])
        #expect(try await organisation.onRoll("13")?.consent == Consent(.granted))
    }
}
