import Actions
import Foundation
import Governance
import Reading
import Store
import Testing

@Suite struct RollTests {
    private func pupil(_ ref: String, _ given: String, _ family: String, at school: String = "quay") -> Person {
        Person(ref: ref, kind: .pupil, given: given, family: family, school: school, consent: Consent(.granted))
    }

    @Test func withoutPupilsTheRollOfASchoolIsUnknownAndNotEmpty() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        #expect(try await organisation.database.roll(ofSchool: "quay") == nil)
        try await AddPerson(Person(ref: "S1", kind: .staff, given: "Ann", family: "Bell", school: "quay"))
            .perform(in: organisation, by: .console)
        #expect(try await organisation.database.roll(ofSchool: "quay") == nil)
        try await AddPerson(pupil("P1", "Jo", "Field")).perform(in: organisation, by: .console)
        #expect(try await organisation.database.roll(ofSchool: "quay")?.people.count == 2)
        #expect(try await organisation.database.roll(ofSchool: "mill") == nil)
        #expect(try await organisation.database.roll(ofSchool: nil) == nil)
        try await AddPerson(pupil("P2", "Max", "Day", at: "mill")).perform(in: organisation, by: .console)
        #expect(try await organisation.database.roll(ofSchool: nil)?.people.count == 3)
    }

    @Test func theSnapshotFollowsEveryChangeAndNoneThatWasUndone() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        let id = try await AddPerson(pupil("P1", "Jo", "Field")).perform(in: organisation, by: .console)
        #expect(try await organisation.database.roll(ofSchool: "quay")?["P1"]?.given == "Jo")
        var person = pupil("P1", "Joanna", "Field")
        person.consent = Consent(.refused)
        try await EditPerson(id, to: person).perform(in: organisation, by: .console)
        #expect(try await organisation.database.roll(ofSchool: "quay")?["P1"] == person)

        await #expect(throws: ActionError.notFound) {
            try await organisation.database.change(by: .console) { tx -> Recorded<Void> in
                try tx.write([RollEntry(id: tx.identifier(), person: pupil("P2", "Max", "Day"))])
                let quay = try tx.schools().first { $0.slug == "quay" }?.id
                #expect(try tx.roll(of: quay)?["P2"] != nil)
                throw ActionError.notFound
            }
        }
        #expect(try await organisation.database.roll(ofSchool: "quay")?["P2"] == nil)
        try await AddPerson(pupil("P3", "Rose", "Long")).perform(in: organisation, by: .console)
        let roll = try #require(try await organisation.database.roll(ofSchool: "quay"))
        #expect(Set(roll.people.map(\.ref)) == ["P1", "P3"])

        try await RecordLeaving(id, why: "moved").perform(in: organisation, by: .console)
        #expect(try await organisation.database.roll(ofSchool: "quay")?["P1"] == nil)
        try await RecordReturn(id).perform(in: organisation, by: .console)
        #expect(try await organisation.database.roll(ofSchool: "quay")?["P1"] == person)
        #expect(try await organisation.database.rollEntries().map(\.person.ref) == ["P1", "P3"])
    }

    @Test func anotherProcesssChangeIsSeen() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        try await AddPerson(pupil("P1", "Jo", "Field")).perform(in: organisation, by: .console)
        _ = try await organisation.database.roll(ofSchool: "quay")
        let other = try await scratch.installation().organisation("harbour-view")
        try await AddPerson(pupil("P2", "Max", "Day")).perform(in: other, by: .console)
        #expect(try await organisation.database.roll(ofSchool: "quay")?["P2"] != nil)
    }

    @Test func theChangeIsOnRecordWithBeforeAndAfter() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        let id = try await AddPerson(pupil("P1", "Jo", "Field")).perform(in: organisation, by: .console)
        var person = pupil("P1", "Jo", "Field")
        person.consent = Consent(.withdrawn)
        try await EditPerson(id, to: person, why: "letter").perform(in: organisation, by: .console)
        let line = try #require(try await organisation.database.timeline(of: RecordSubject(.person, id)).last)
        #expect(line.content?.before?["consent"]?["status"] == "granted")
        #expect(line.content?.after?["consent"]?["status"] == "withdrawn")
        #expect(line.content?.why == "letter")
    }

    @Test func onlyKeepersOfASchoolsRollChangeIt() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        let quay = try #require(try await organisation.database.schools().first { $0.slug == "quay" }?.id)
        let office = try await organisation.person("Ann Bell", .office, at: quay)
        let author = try await organisation.person("Ben Cole", .author)
        try await AddPerson(pupil("P1", "Jo", "Field")).perform(in: organisation, by: .user(office))
        for (actor, school) in [(office, "mill"), (author, "quay")] {
            await #expect(throws: ActionError.self) {
                try await AddPerson(pupil("P2", "Jo", "Field", at: school))
                    .perform(in: organisation, by: .user(actor))
            }
        }
    }
}
