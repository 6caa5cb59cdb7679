import Actions
import Governance
import Reading
import Testing

@Suite struct AddSchoolTests {
    @Test func aSchoolIsAddedTogetherWithItsEvent() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        let id = try await AddSchool(name: "Pier", slug: "pier").perform(in: organisation, by: .console)
        #expect(try await organisation.database.schools().contains(School(id: id, slug: "pier", name: "Pier")))
        #expect(try await organisation.database.recordHead().number == 7)
    }

    @Test func aRefusedSchoolLeavesNothing() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        await #expect(throws: ActionError.invalid("name", "Enter the school's name")) {
            try await AddSchool(name: " ", slug: "x").perform(in: organisation, by: .console)
        }
        #expect(try await organisation.database.schools().count == 2)
        #expect(try await organisation.database.recordHead().number == 6)
    }

    @Test func renamingToTheSameNameIsNoEvent() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        let school = try #require(try await organisation.database.schools().first)
        try await RenameSchool(school: school.id, name: school.name).perform(in: organisation, by: .console)
        #expect(try await organisation.database.recordHead().number == 6)
    }

    @Test func aSchoolsShortNameIsMadeOfItsNameAndNeverAWordOfTheProgram() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        let id = try await AddSchool(name: "St Aidan’s").perform(in: organisation, by: .console)
        #expect(try await organisation.school(slug: "st-aidans").id == id)
        try await AddSchool(name: "St Aidans").perform(in: organisation, by: .console)
        #expect(try await organisation.school(slug: "st-aidans-2").name == "St Aidans")
        try await AddSchool(name: "New").perform(in: organisation, by: .console)
        #expect(try await organisation.school(slug: "new-2").name == "New")
        for (name, slug) in [("Other", "new"), ("學校", nil)] {
            await #expect(throws: ActionError.self) {
                try await AddSchool(name: name, slug: slug).perform(in: organisation, by: .console)
            }
        }
    }
}
