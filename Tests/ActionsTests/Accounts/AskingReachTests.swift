import Foundation
import Governance
import Reading
import Testing

@testable import Actions

@Suite("An account is asked for at one’s own school") struct AskingReachTests {
    @Test("so that nobody of the school next door opens a decision there, or stands in the way of its own people")
    func nextDoor() async throws {
        let school = try await AccountSchool("LLT")
        let mill = try await school.organisation.school(slug: "mill").id
        let stranger = try await school.organisation.person("Mona Mill", .slt, at: mill)
        let account = try await AddAccount(school: school.school, name: "Old X", network: .x, handle: "@old")
            .perform(in: school.organisation, by: .user(school.slt))
        let before = try await school.organisation.database.events().count
        for existing in [nil, account] {
            await #expect(throws: ActionError.self) {
                try await school.taken(school.asked { $0.existing = existing }, by: stranger)
            }
        }
        #expect(try await school.organisation.database.events().count == before)
        #expect(try await school.tasks(school.slt).allSatisfy { $0.kind != .decideAccount })
        _ = try await school.taken(school.asked { $0.existing = account })
    }

    @Test("and where nobody decides, whoever neither runs an account nor keeps the register takes none over")
    func nobodyDecides() async throws {
        let school = try await AccountSchool("LINK")
        let account = try await AddAccount(school: school.school, name: "Old X", network: .x, handle: "@old")
            .perform(in: school.organisation, by: .user(school.slt))
        let teacher = try await school.organisation.person("Tess Poe", .author, at: school.school)
        await #expect(throws: ActionError.self) {
            try await school.taken(school.asked { $0.existing = account }, by: teacher)
        }
        _ = try await school.taken(school.asked { $0.existing = account }, by: school.slt)
    }

    @Test("and who cannot read the register there finds no account on it to bring into order")
    func noReader() async throws {
        let school = try await AccountSchool("LLT")
        let member = try await school.organisation.person("Nora Page", .member, at: school.school)
        _ = try await school.taken(school.asked(), by: member)
        let account = try await AddAccount(school: school.school, name: "Old X", network: .x, handle: "@old")
            .perform(in: school.organisation, by: .user(school.slt))
        await #expect(throws: ActionError.notFound) {
            try await school.taken(school.asked { $0.existing = account }, by: member)
        }
    }
}
