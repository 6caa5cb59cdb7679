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
        try await PutPolicyInForce(version: id, from: scratch.clock.now + 60, why: "A test").perform(
            in: organisation, by: .console)
        #expect(try await state() == .coming)
        scratch.pass(60)
        #expect(try await state() == .inForce)
        #expect(try await organisation.policyInForce()?.policy.key == "NEW")
        scratch.pass(60)
        let next = try await AddPolicyVersion(bytes: policy("NEXT")).perform(in: organisation, by: .console)
        try await PutPolicyInForce(version: next, why: "A test").perform(in: organisation, by: .console)
        #expect(try await state() == .replaced)
    }

    @Test func aSchoolMayFollowItsOwnPolicyAndReturn() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        let schools = try await organisation.database.schools()
        let id = try await AddPolicyVersion(bytes: policy("OWN"), school: schools[0].id)
            .perform(in: organisation, by: .console)
        try await PutPolicyInForce(version: id, why: "A test").perform(in: organisation, by: .console)
        #expect(try await organisation.policyInForce(at: schools[0].id)?.policy.key == "OWN")
        #expect(try await organisation.policyInForce(at: schools[1].id)?.policy.key == "TEST")
        scratch.pass(1)
        try await EndSchoolsOwnPolicy(school: schools[0].id, why: "A test").perform(in: organisation, by: .console)
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

    @Test func everyChangeOfAVersionIsOnRecordWithWhoAndWhy() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        let head = try await organisation.person("Eve Lund", .headteacher)
        let id = try await AddPolicyVersion(bytes: policy("NEW")).perform(in: organisation, by: .user(head))
        try await ApprovePolicyVersion(
            version: id, approvedBy: " Governing body ", on: try #require(Day("2026-11-02")), minute: " "
        ).perform(in: organisation, by: .user(head))
        try await PutPolicyInForce(version: id, why: "The governors decided it").perform(
            in: organisation, by: .user(head))
        let events = try await organisation.database.timeline(of: RecordSubject(.policyVersion, id))
        #expect(events.map(\.kind) == [.policyAdded, .policyApproved, .policyPutInForce])
        #expect(events.allSatisfy { $0.actor == .user(head) })
        #expect(events[1].content?.after?["by"] == "Governing body")
        #expect(events[1].content?.after?["minute"] == RecordValue.nothing)
        #expect(events[2].content?.why == "The governors decided it")
        await #expect(throws: ActionError.conflict("Its approval is on record already")) {
            try await ApprovePolicyVersion(version: id, approvedBy: "Me", on: try #require(Day("2026-11-02")))
                .perform(in: organisation, by: .user(head))
        }
    }

    @Test func nothingComesIntoForceWithoutAReasonOrInThePast() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        let id = try await AddPolicyVersion(bytes: policy("NEW")).perform(in: organisation, by: .console)
        await #expect(throws: ActionError.invalid("why", "Say why it comes into force")) {
            try await PutPolicyInForce(version: id, why: " \n").perform(in: organisation, by: .console)
        }
        await #expect(throws: ActionError.invalid("from", "A policy cannot hold from a time that is past")) {
            try await PutPolicyInForce(version: id, from: scratch.clock.now - 1, why: "Now").perform(
                in: organisation, by: .console)
        }
        #expect(try await organisation.policyInForce()?.policy.key == "TEST")
    }

    @Test func theSameWordsAreNotAddedTwiceUnlessTheyWereReplaced() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        let schools = try await organisation.database.schools()
        let again = await #expect(throws: ActionError.self) {
            try await AddPolicyVersion(bytes: smallPolicy).perform(in: organisation, by: .console)
        }
        guard case .invalid(let errors) = again else { throw Unexpected() }
        #expect(errors.first?.says.hasPrefix("The same words are here already") == true)
        try await AddPolicyVersion(bytes: smallPolicy, school: schools[0].id).perform(in: organisation, by: .console)
        let next = try await AddPolicyVersion(bytes: policy("NEW")).perform(in: organisation, by: .console)
        scratch.pass(1)
        try await PutPolicyInForce(version: next, why: "A test").perform(in: organisation, by: .console)
        try await AddPolicyVersion(bytes: smallPolicy).perform(in: organisation, by: .console)
    }

    @Test func aTrialStoresNothingAndIsForThoseWhoMayAdd() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        let author = try await organisation.person("Sam Poe", .author)
        let head = try await organisation.person("Eve Lund", .headteacher)
        let before = try await organisation.database.recordHead().number
        let trial = try await AddPolicyVersion(bytes: policy("NEW")).trial(in: organisation, by: .user(head))
        #expect(trial.policy.key == "NEW" && trial.beside?.words.key == "TEST")
        #expect(try await organisation.database.policyHistory().versions.count == 1)
        #expect(try await organisation.database.recordHead().number == before)
        await #expect(throws: ActionError.self) {
            try await AddPolicyVersion(bytes: policy("NEW")).trial(in: organisation, by: .user(author))
        }
    }

    @Test func aHeadOfOneSchoolKeepsItsOwnPolicyAndNotTheTrusts() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        let schools = try await organisation.database.schools()
        let head = try await organisation.person("Eve Lund", .headteacher, at: schools[0].id)
        let own = try await AddPolicyVersion(bytes: policy("OWN"), school: schools[0].id)
            .perform(in: organisation, by: .user(head))
        try await PutPolicyInForce(version: own, why: "Ours").perform(in: organisation, by: .user(head))
        for school in [nil, schools[1].id] {
            await #expect(throws: ActionError.self) {
                try await AddPolicyVersion(bytes: policy("NEW"), school: school)
                    .perform(in: organisation, by: .user(head))
            }
        }
        await #expect(throws: ActionError.self) {
            try await EndSchoolsOwnPolicy(school: schools[0].id, why: "Back").perform(
                in: organisation, by: .user(head))
        }
    }

    @Test func whoHeadsTheOnlySchoolKeepsTheOrganisationsPolicy() async throws {
        let scratch = try Scratch()
        var plan = scratch.plan()
        plan.schools = [.init(name: "Quay School", slug: "quay")]
        let organisation = try await plan.performFromConsole(in: scratch.installation())
        let only = try #require(try await organisation.database.schools().first)
        let head = try await organisation.person("Eve Lund", .headteacher, at: only.id)
        let author = try await organisation.person("Sam Poe", .author, at: only.id)
        try await AddPolicyVersion(bytes: policy("NEW")).perform(in: organisation, by: .user(head))
        await #expect(throws: ActionError.self) {
            try await AddPolicyVersion(bytes: policy("OTHER")).perform(in: organisation, by: .user(author))
        }
    }

    @Test func everyFaultOfAFileHasItsLineColumnAndText() {
        let broken = String(decoding: smallPolicy, as: UTF8.self).replacing("nation: england", with: "nation: mars")
            .replacing("word: should", with: "word: shall")
        let faults = policyFaults(in: [UInt8](broken.utf8))
        #expect(faults.map(\.line) == [5, 9])
        #expect(faults.map(\.column) == [9, 11])
        #expect(faults.map(\.text) == ["nation: mars", "word: shall"])
        #expect(policyFaults(in: smallPolicy).isEmpty)
        #expect(policyFaults(in: [0xff, 0xfe, 0]).count == 1)
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
