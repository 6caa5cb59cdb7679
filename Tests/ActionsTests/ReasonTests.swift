import Actions
import Foundation
import Governance
import Reading
import Testing

@Suite struct ReasonTests {
    @Test func nothingEndsWithoutSayingWhy() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        let sam = try await organisation.person("Sam Poe", .author)
        let grant = try #require(try await organisation.database.user(sam)?.grants.first?.id)
        let pupil = try await AddPerson(
            Person(ref: "P1", kind: .pupil, given: "Jo", family: "Field", school: "quay")
        ).perform(in: organisation, by: .console)
        let head = try await organisation.database.recordHead()
        await #expect(throws: ActionError.invalid("why", "Say why the role ends")) {
            try await EndGrant(grant: grant, why: " \n").perform(in: organisation, by: .console)
        }
        await #expect(throws: ActionError.invalid("why", "Say why this person is shut out")) {
            try await EndUser(user: sam, why: "").perform(in: organisation, by: .console)
        }
        await #expect(throws: ActionError.invalid("why", "Say why this person comes off the roll")) {
            try await RecordLeaving(pupil, why: "").perform(in: organisation, by: .console)
        }
        #expect(try await organisation.database.recordHead() == head)
        try await EndGrant(grant: grant, why: " Left the team ").perform(in: organisation, by: .console)
        #expect(try await organisation.database.events(most: 1).first?.content?.why == "Left the team")
    }

    @Test func nobodyGivesARoleWithoutSayingWhy() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        let ida = try await organisation.user(email: "ida@school.example").id
        let sam = try await organisation.person("Sam Poe")
        await #expect(throws: ActionError.invalid("why", "Say why this person gets the role")) {
            try await GrantRole(user: sam, role: .author).perform(in: organisation, by: .user(ida))
        }
        await #expect(throws: ActionError.invalid("why", "Say why this person gets the roles")) {
            try await InviteUser(name: "Eve Lund", email: "eve@school.example", roles: [.author])
                .perform(in: organisation, by: .user(ida))
        }
        try await GrantRole(user: sam, role: .author, why: "Writes for Year 7").perform(
            in: organisation, by: .user(ida))
        #expect(try await organisation.database.user(sam)?.grants.first?.why == "Writes for Year 7")
    }
}
