import Foundation
import Governance
import Reading
import Store
import Testing

@testable import Actions

@Suite struct GuidanceEditionTests {
    private func room() async throws -> (Scratch, Organisation, Identifier<User>) {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        let text = String(decoding: smallPolicy, as: UTF8.self).replacing("TEST", with: "SAFE")
            .replacing(
                "nation: england\n", with: "nation: england\nbinds:\n  - { who: [employee], as: full, at: \"1\" }\n"
            )
            .replacing("      - told:", with: "      - duty: handbook.read-guidance\n      - told:")
        let id = try await AddPolicyVersion(bytes: [UInt8](text.utf8)).perform(in: organisation, by: .console)
        try await PutPolicyInForce(version: id, why: "A test").perform(in: organisation, by: .console)
        let quay = try await organisation.school(slug: "quay").id
        return (scratch, organisation, try await organisation.person("Sam Poe", .author, at: quay))
    }

    private func asked(_ user: Identifier<User>, _ organisation: Organisation) async throws -> [String] {
        try await organisation.database.tasks(of: user).filter { $0.kind == .readGuidance }.map(\.subject.id)
    }

    @Test func theEditionInForceIsAskedUntilItIsRead() async throws {
        let (scratch, organisation, author) = try await room()
        defer { withExtendedLifetime(scratch) {} }
        #expect(try await asked(author, organisation) == ["2025"])
        try await ReadEdition(edition: 2025).perform(in: organisation, by: author)
        try await ReadEdition(edition: 2025).perform(in: organisation, by: author)
        #expect(try await asked(author, organisation).isEmpty)
        let story = try await organisation.database.timeline(of: RecordSubject(.guidanceEdition, "2025"))
        #expect(story.map(\.kind) == [.editionRead])
    }

    @Test func aNewEditionAsksAgainFromItsFirstDay() async throws {
        let (scratch, organisation, author) = try await room()
        try await ReadEdition(edition: 2025).perform(in: organisation, by: author)
        let first = Day(of: scratch.clock.now).adding(days: 10)
        try await AddEdition(edition: 2026, from: first, link: "https://www.gov.uk/kcsie")
            .perform(in: organisation, by: .console)
        #expect(try await asked(author, organisation).isEmpty)
        await #expect(throws: ActionError.self) {
            try await ReadEdition(edition: 2026).perform(in: organisation, by: author)
        }
        scratch.pass(10 * 86_400)
        while try await RunDue().perform(in: organisation) {}
        #expect(try await asked(author, organisation) == ["2026"])
    }

    /// A new release brings an edition that no change asked for.
    @Test func anEditionThatCameWithAReleaseIsAskedWhenTheProgramStarts() async throws {
        let (scratch, organisation, author) = try await room()
        try await ReadEdition(edition: 2025).perform(in: organisation, by: author)
        let first = Day(of: scratch.clock.now).adding(days: 10)
        try await organisation.change(by: .console) { tx in
            let edition = StatutoryEdition(title: "KCSIE", edition: 2026, from: first, link: "https://www.gov.uk/")
            try tx.insert(edition)
            return Recorded(Event(.editionAdded, RecordSubject(.guidanceEdition, "2026")))
        }
        try await organisation.installation.noteEditions()
        #expect(try await asked(author, organisation).isEmpty)
        scratch.pass(10 * 86_400)
        while try await RunDue().perform(in: organisation) {}
        #expect(try await asked(author, organisation) == ["2026"])
        // one that is in force already, and that no due item tells of
        let next = first.adding(days: 1)
        scratch.pass(2 * 86_400)
        try await organisation.change(by: .console) { tx in
            try tx.insert(StatutoryEdition(title: "KCSIE", edition: 2027, from: next, link: "https://www.gov.uk/"))
            return Recorded(Event(.editionAdded, RecordSubject(.guidanceEdition, "2027")))
        }
        #expect(try await asked(author, organisation) == ["2026"])
        for _ in 0..<2 { try await organisation.installation.noteEditions() }
        #expect(try await asked(author, organisation) == ["2027"])
        let story = try await organisation.database.timeline(of: .organisation)
        #expect(story.count { $0.kind == .trainingAsked } == 2, "a start that changes nothing is on record")
    }

    @Test func whatIsNoEditionIsRefusedByName() async throws {
        let (scratch, organisation, author) = try await room()
        let day = Day(of: scratch.clock.now)
        for (edition, link, field) in [
            (2025, "https://www.gov.uk/", "edition"), (1999, "https://www.gov.uk/", "edition"),
            (2026, "javascript:alert(1)", "link"), (2026, "", "link"), (2024, "https://www.gov.uk/", "edition"),
            (2026, "https://gov.uk.evil.example/kcsie", "link"), (2026, "https://gov.uk@evil.example/", "link"),
        ] {
            do {
                try await AddEdition(edition: edition, from: day, link: link).perform(in: organisation, by: .console)
                Issue.record("\(edition) \(link) was taken")
            } catch ActionError.invalid(let errors) { #expect(errors.map(\.field) == [field]) }
        }
        await #expect(throws: ActionError.self) {
            try await AddEdition(edition: 2026, from: day, link: "https://www.gov.uk/")
                .perform(in: organisation, by: .user(author))
        }
        let quay = try await organisation.school(slug: "quay").id
        let leader = try await organisation.person("Lee Day", .headteacher, at: quay)
        await #expect(throws: ActionError.self, "one school's leader changes it for every school") {
            try await AddEdition(edition: 2026, from: day, link: "https://www.gov.uk/")
                .perform(in: organisation, by: .user(leader))
        }
    }
}
