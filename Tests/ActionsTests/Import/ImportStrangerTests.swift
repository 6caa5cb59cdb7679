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

    @Test func oneNameAndNumberAtAnotherSchoolOrOfAnotherKindIsHeldAndSaysNotAtWhich() async throws {
        let (scratch, organisation) = try await trust()
        defer { withExtendedLifetime(scratch) {} }
        let list = try await organisation.bring(
            heading + "12,pupil,Joanna,FIELD,mill\n13,pupil,Ann,Bell,mill\n14,pupil,New,Comer,mill\n")
        #expect(
            list.held.map(\.says) == [
                "This reference belongs to a pupil at another school of the same family name",
                "This reference belongs to a member of staff at this school of the same family name",
            ])
        #expect(try await organisation.onRoll("12")?.given == "Jo")
        #expect(try await organisation.onRoll("13")?.kind == .staff)
        #expect(list.counts.added == 1 && list.counts.changed == 0 && list.counts.gone == 0)
    }

    @Test(
        "whoever comes anew with the name of somebody who must not be pictured is asked about",
        arguments: [true, false])
    func namesakeWhoMayNotBePictured(isLeaver: Bool) async throws {
        let (scratch, organisation) = try await trust()
        defer { withExtendedLifetime(scratch) {} }
        let jo = try #require(try await organisation.database.rollEntries().first { $0.person.number == "12" })
        try await SayNever(jo.id, reason: "Must not be found").perform(in: organisation, by: .console)
        if isLeaver { try await organisation.bring(heading + "16,pupil,Al,Reed,quay\n", leavers: .all, isSure: true) }
        let list = try await organisation.bring(heading + "77,pupil,JO,Field,\(isLeaver ? "quay" : "mill")\n")
        #expect(list.counts.added == 1)
        #expect(
            list.warnings.map(\.says) == [
                "A pupil of this name \(isLeaver ? "who left" : "at another school") must not be pictured"
            ])
    }

    @Test func schoolsCountAlike() async throws {
        let (scratch, organisation) = try await trust()
        defer { withExtendedLifetime(scratch) {} }
        let list = "12,pupil,Max,Day,mill\n13,pupil,Una,Lake,mill\n15,pupil,Al,Reed,mill\n15,pupil,Bo,Vale,quay\n"
        let first = try await organisation.bring(heading + "12,pupil,Jo,Field,quay\n" + list)
        #expect(first.held.isEmpty && first.counts.added == 4 && first.counts.gone == 0)
        let people = try await organisation.database.rollEntries().map(\.person)
        #expect(Set(people.map(\.ref)).count == 6)
        #expect(people.filter { $0.number == "12" }.map(\.family).sorted() == ["Day", "Field"])
        #expect(people.filter { $0.number == "13" }.map(\.family).sorted() == ["Bell", "Lake"])
        #expect(people.filter { $0.number == "15" }.map(\.family).sorted() == ["Reed", "Vale"])

        let again = try await organisation.bring(heading + "12,pupil,Jo,Field,quay\n" + list)
        #expect(again.counts.isNothing && again.counts.same == 5)
        let changed = try await organisation.bring(heading + list.replacing("Max", with: "Maxim"))
        #expect(changed.counts.changed == 1 && changed.counts.added == 0)
        #expect(try await organisation.onRoll("12")?.given == "Jo")
    }

    @Test func aConsentThatCouldBeTwoPeoplesIsNobodys() async throws {
        let (scratch, organisation) = try await trust()
        defer { withExtendedLifetime(scratch) {} }
        try await organisation.bring(heading + "12,pupil,Max,Day,mill\n")
        let consents = "Adno,Photo consent\n12,Yes\n"
        let nobodys = try await organisation.bring(consents, for: .consents)
        #expect(nobodys.held.map(\.says) == ["Several people have this reference"])
        try await organisation.bring(["list.csv": Array(consents.utf8)], for: .consents, school: "mill")
        let people = try await organisation.database.rollEntries().map(\.person).filter { $0.number == "12" }
        #expect(people.filter { $0.consent.status == .granted }.map(\.family) == ["Day"])
    }

    @Test func oneNameAndNumberAtTwoSchoolsOfOneListIsHeld() async throws {
        let (scratch, organisation) = try await trust()
        defer { withExtendedLifetime(scratch) {} }
        let list = try await organisation.bring(heading + "20,pupil,Sam,Moor,mill\n20,pupil,Sam,Moor,quay\n")
        #expect(list.held.map(\.line) == [2, 3] && list.counts.added == 0)
    }

    @Test func byHandANumberIsFreeAtAnotherSchoolAndTakenAtTheirOwn() async throws {
        let (scratch, organisation) = try await trust()
        defer { withExtendedLifetime(scratch) {} }
        let max = Person(ref: "12", kind: .pupil, given: "Max", family: "Day", school: "mill")
        let id = try await AddPerson(max).perform(in: organisation, by: .console)
        await #expect(throws: ActionError.self) { try await AddPerson(max).perform(in: organisation, by: .console) }
        var moved = try #require(try await organisation.database.rollEntry(id)).person
        moved.school = "quay"
        let edit = EditPerson(id, to: moved)
        await #expect(throws: ActionError.self) { try await edit.perform(in: organisation, by: .console) }
        #expect(try await organisation.database.rollEntry(id)?.person.school == "mill")
    }

    @Test func theChosenSchoolWinsOverTheKnownOne() async throws {
        let (scratch, organisation) = try await trust()
        defer { withExtendedLifetime(scratch) {} }
        let consents = try await organisation.bring(
            ["list.csv": Array("Adno,Photo consent\n12,Yes\n".utf8)], for: .consents, school: "mill")
        #expect(consents.held.map(\.line) == [2])
        let people = try await organisation.bring(
            ["list.csv": Array("ref,kind,given,family\n12,pupil,Max,Day\n".utf8)], school: "mill")
        #expect(people.held.isEmpty && people.counts.added == 1)
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
