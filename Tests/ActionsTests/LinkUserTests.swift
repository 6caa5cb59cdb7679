import Actions
import Foundation
import Governance
import Reading
import Testing

@Suite struct LinkUserTests {
    private func staff(_ organisation: Organisation, _ ref: String, email: String? = nil) async throws
        -> Identifier<Person>
    {
        try await AddPerson(
            Person(ref: ref, kind: .staff, given: "Sam", family: "Poe", school: "quay", email: email)
        ).perform(in: organisation, by: .console)
    }

    @Test func anEqualAddressProposesAndOnlyAnAdministratorSays() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        let sam = try await organisation.person("Sam Poe", .author)
        let office = try await organisation.person("Ann Bell", .office)
        let person = try await staff(organisation, "S1", email: "sam.poe@school.example")
        #expect(try await organisation.database.unlinkedUsers(email: "sam.poe@school.example").first?.id == sam)
        #expect(try await organisation.database.user(of: person) == nil)
        await #expect(throws: ActionError.self) {
            try await LinkUser(person, to: sam).perform(in: organisation, by: .user(office))
        }
        try await LinkUser(person, to: sam).perform(in: organisation, by: .console)
        try await LinkUser(person, to: sam).perform(in: organisation, by: .console)
        #expect(try await organisation.database.user(of: person)?.id == sam)
        #expect(try await organisation.database.person(of: sam)?.id == person)
        #expect(try await !organisation.database.unlinkedUsers(email: nil).map(\.id).contains(sam))
    }

    @Test func nobodyIsTwoPeople() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        let sam = try await organisation.person("Sam Poe", .author)
        let ann = try await organisation.person("Ann Bell", .author)
        let (one, other) = (try await staff(organisation, "S1"), try await staff(organisation, "S2"))
        try await LinkUser(one, to: sam).perform(in: organisation, by: .console)
        for (person, user) in [(other, sam), (one, ann)] {
            await #expect(throws: ActionError.self) {
                try await LinkUser(person, to: user).perform(in: organisation, by: .console)
            }
        }
        try await UnlinkUser(one, why: "namesakes").perform(in: organisation, by: .console)
        try await LinkUser(other, to: sam).perform(in: organisation, by: .console)
        #expect(try await organisation.database.person(of: sam)?.id == other)
    }

    @Test func aLeaverIsKnownByTheirUser() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        let sam = try await organisation.person("Sam Poe", .author)
        let (one, other) = (try await staff(organisation, "S1"), try await staff(organisation, "S2"))
        try await LinkUser(one, to: sam).perform(in: organisation, by: .console)
        #expect(try await RecordLeaving(other, why: "moved").perform(in: organisation, by: .console) == nil)
        #expect(try await RecordLeaving(one, why: "moved").perform(in: organisation, by: .console) == sam)
        let line = try #require(try await organisation.database.timeline(of: RecordSubject(.person, one)).last)
        #expect(line.content?.after?["user"] == .text(sam.text))
    }
}
