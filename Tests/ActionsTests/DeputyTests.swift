import Actions
import Foundation
import Governance
import Reading
import Testing

@Suite struct DeputyTests {
    @Test func aStandInIsToldWhenItBeginsAndWhenItEndsEarly() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        let head = try await organisation.person("Eve Lund", .headteacher)
        let deputy = try await organisation.person("Sam Poe", .slt)
        let now = scratch.clock.now
        let id = try await NameDeputy(absent: head, deputy: deputy, from: now, until: now + 3 * 24 * 3600)
            .perform(in: organisation, by: .user(head))
        let told = try await organisation.database.news(to: deputy)
        #expect(told.map(\.kind) == [.deputyNamed])
        #expect(told[0].says.hasPrefix("You stand in for Eve Lund from "))
        try await EndDeputy(deputising: id, why: "Back early").perform(in: organisation, by: .user(head))
        #expect(try await organisation.database.news(to: deputy).count == 2)
        #expect(try await organisation.database.events(most: 1).first?.content?.why == "Back early")
    }

    @Test func nobodyStandsInTwiceAtOnceNorForLongerThanAYear() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        let head = try await organisation.person("Eve Lund", .headteacher)
        let deputy = try await organisation.person("Sam Poe", .slt)
        let now = scratch.clock.now
        let day: TimeInterval = 24 * 3600
        func name(_ from: Double, _ until: Double) async throws {
            try await NameDeputy(absent: head, deputy: deputy, from: now + from * day, until: now + until * day)
                .perform(in: organisation, by: .user(head))
        }
        try await name(1, 5)
        await #expect(throws: ActionError.invalid("deputy", "This person stands in for them then already")) {
            try await name(4, 8)
        }
        try await name(5, 8)
        await #expect(throws: ActionError.self) { try await name(10, 10 + 400) }
        await #expect(throws: ActionError.self) { try await name(3, 2) }
    }

    @Test func nobodyNamesAStandInForSomebodyElseButAnAdministrator() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        let ida = try await organisation.user(email: "ida@school.example").id
        let head = try await organisation.person("Eve Lund", .headteacher)
        let author = try await organisation.person("Sam Poe", .author)
        let now = scratch.clock.now
        await #expect(throws: ActionError.self) {
            try await NameDeputy(absent: head, deputy: ida, from: now, until: now + 60)
                .perform(in: organisation, by: .user(author))
        }
        try await NameDeputy(absent: head, deputy: author, from: now, until: now + 60)
            .perform(in: organisation, by: .user(ida))
    }
}
