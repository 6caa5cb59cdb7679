import Actions
import Foundation
import GRDB
import Governance
import Reading
import Testing

@Suite struct PolicyVersionTests {
    private func policy(_ key: String) -> [UInt8] {
        [UInt8](String(decoding: smallPolicy, as: UTF8.self).replacing("TEST", with: key).utf8)
    }

    @Test func aVersionIsDraftThenApprovedThenInForceThenReplaced() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        let id = try await AddPolicyVersion(bytes: policy("NEW")).perform(in: organisation, by: .console)
        func state() async throws -> PolicyVersion.State? {
            let history = try await organisation.database.policyHistory()
            return history.versions.first { $0.id == id }.map { history.state(of: $0, on: scratch.clock.now) }
        }
        #expect(try await state() == .draft)
        let day = try #require(Day("2026-11-02"))
        try await ApprovePolicyVersion(version: id, approvedBy: "Governing body", on: day, minute: "7b")
            .perform(in: organisation, by: .console)
        #expect(try await state() == .approved)
        #expect(try await organisation.policyInForce()?.policy.key == "TEST")
        try await PutPolicyInForce(version: id, from: scratch.clock.now + 60).perform(in: organisation, by: .console)
        #expect(try await state() == .coming)
        scratch.pass(60)
        #expect(try await state() == .inForce)
        #expect(try await organisation.policyInForce()?.policy.key == "NEW")
        scratch.pass(60)
        let next = try await AddPolicyVersion(bytes: policy("NEXT")).perform(in: organisation, by: .console)
        try await PutPolicyInForce(version: next).perform(in: organisation, by: .console)
        #expect(try await state() == .replaced)
    }

    @Test func aSchoolMayFollowItsOwnPolicyAndReturn() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        let schools = try await organisation.database.schools()
        let id = try await AddPolicyVersion(bytes: policy("OWN"), school: schools[0].id)
            .perform(in: organisation, by: .console)
        try await PutPolicyInForce(version: id).perform(in: organisation, by: .console)
        #expect(try await organisation.policyInForce(at: schools[0].id)?.policy.key == "OWN")
        #expect(try await organisation.policyInForce(at: schools[1].id)?.policy.key == "TEST")
        scratch.pass(1)
        try await EndSchoolsOwnPolicy(school: schools[0].id).perform(in: organisation, by: .console)
        #expect(try await organisation.policyInForce(at: schools[0].id)?.policy.key == "TEST")
    }

    @Test func aFaultyFileIsRefusedWithItsLine() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        let broken = String(decoding: smallPolicy, as: UTF8.self).replacing("nation: england", with: "nation: mars")
        let error = await #expect(throws: ActionError.self) {
            try await AddPolicyVersion(bytes: [UInt8](broken.utf8)).perform(in: organisation, by: .console)
        }
        guard case .invalid(let errors) = error else { throw Unexpected() }
        #expect(errors.first?.says.hasPrefix("Line 5: ") == true)
    }

    @Test func anAuthorMayNotChangeThePolicyAndAHeadMay() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        let author = try await organisation.person("Sam Poe", .author)
        let head = try await organisation.person("Eve Lund", .headteacher)
        await #expect(throws: ActionError.self) {
            try await AddPolicyVersion(bytes: policy("NEW")).perform(in: organisation, by: .user(author))
        }
        try await AddPolicyVersion(bytes: policy("NEW")).perform(in: organisation, by: .user(head))
    }

    @Test func aReleaseThatCannotReadAVersionInForceDoesNotStartAndNamesTheLine() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        try await scratch.installation().checkPolicies()
        let file = scratch.folder.appendingPathComponent("organisations/harbour-view/record.sqlite")
        try await DatabaseQueue(path: file.path).write { db in
            try db.execute(sql: "DROP TRIGGER policyBytesAreNeverChanged")
            try db.execute(
                sql: "UPDATE policyVersion SET bytes = ?, digest = ?",
                arguments: [
                    Data(policy("NEW") + Array("from-the-future: 1\n".utf8)), String(repeating: "0", count: 64),
                ])
        }
        _ = organisation
        let error = await #expect(throws: UnreadablePolicy.self) { try await scratch.installation().checkPolicies() }
        #expect(error?.says.contains("line 13") == true, "\(error?.says ?? "")")
    }
}
