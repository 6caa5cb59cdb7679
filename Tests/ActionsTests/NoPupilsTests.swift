import Actions
import Foundation
import Governance
import Reading
import Testing

@Suite struct NoPupilsTests {
    @Test func aSchoolThatTrulyHasNoPupilsHasAKnownRollUntilOneComes() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        let quay = try await organisation.school(slug: "quay").id
        #expect(try await organisation.database.roll(ofSchool: "quay") == nil)
        await #expect(throws: ActionError.invalid("why", "Say why the school has no pupils")) {
            try await StateNoPupils(at: quay, why: " ").perform(in: organisation, by: .console)
        }
        try await StateNoPupils(at: quay, why: "It opens next year").perform(in: organisation, by: .console)
        #expect(try await organisation.database.roll(ofSchool: "quay")?.people.isEmpty == true)
        #expect(try await organisation.database.roll(ofSchool: "mill") == nil)
        #expect(try await organisation.database.schoolsWithoutPupils()[quay]?.why == "It opens next year")
        let head = try await organisation.database.recordHead()
        try await StateNoPupils(at: quay, why: "Again").perform(in: organisation, by: .console)
        #expect(try await organisation.database.recordHead() == head)

        let pupil = try await AddPerson(
            Person(ref: "P1", kind: .pupil, given: "Jo", family: "Field", school: "quay")
        ).perform(in: organisation, by: .console)
        #expect(try await organisation.database.schoolsWithoutPupils().isEmpty)
        let events = try await organisation.database.timeline(of: RecordSubject(.school, quay)).map(\.kind)
        #expect(events.suffix(2) == [.noPupilsStated, .noPupilsEnded])
        await #expect(throws: ActionError.conflict("There are pupils of this school on the roll")) {
            try await StateNoPupils(at: quay, why: "None").perform(in: organisation, by: .console)
        }
        try await RecordLeaving(pupil, why: "Moved").perform(in: organisation, by: .console)
        #expect(try await organisation.database.roll(ofSchool: "quay") == nil)
    }

    @Test func aFileWithAPupilEndsItAndItCanBeTakenBackByHand() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        for slug in ["quay", "mill"] {
            let school = try await organisation.school(slug: slug).id
            try await StateNoPupils(at: school, why: "Opens later").perform(in: organisation, by: .console)
        }
        try await ImportPeople(text: "ref,kind,given,family,school\nP1,pupil,Jo,Field,quay\nS1,staff,Ann,Bell,mill")
            .perform(in: organisation, by: .console)
        let mill = try await organisation.school(slug: "mill").id
        #expect(try await Array(organisation.database.schoolsWithoutPupils().keys) == [mill])
        try await TakeBackNoPupils(at: mill, why: "Opened early").perform(in: organisation, by: .console)
        #expect(try await organisation.database.roll(ofSchool: "mill") == nil)
    }

    @Test func onlyWhoeverKeepsTheRollStatesIt() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        let (quay, mill) = (
            try await organisation.school(slug: "quay").id, try await organisation.school(slug: "mill").id
        )
        let office = try await organisation.person("Sam Poe", .office, at: quay)
        try await StateNoPupils(at: quay, why: "None yet").perform(in: organisation, by: .user(office))
        await #expect(throws: ActionError.self) {
            try await StateNoPupils(at: mill, why: "None yet").perform(in: organisation, by: .user(office))
        }
    }
}
