import Actions
import Foundation
import Governance
import Reading
import Store
import Testing

/// An import on its way: who may see it, what two clicks do, and what is left of it.
@Suite struct ImportDeskTests {
    private let list = "ref,kind,given,family,school\n12,pupil,Jo,Field,quay\n13,pupil,Orla,Finch,quay\n"

    private func trust() async throws -> (Scratch, Organisation, quay: Actor, mill: Actor) {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        let schools = try await organisation.database.schools()
        func office(_ slug: String) async throws -> Actor {
            let school = try #require(schools.first { $0.slug == slug })
            return .user(try await organisation.person("Office \(slug)", .office, at: school.id))
        }
        return (scratch, organisation, try await office("quay"), try await office("mill"))
    }

    private func begin(_ text: String, _ organisation: Organisation, _ actor: Actor) async throws -> ImportJob {
        let job = try await organisation.installation.importDesk.begin(
            [("list.csv", Array(text.utf8))], for: .people, school: nil, in: organisation, by: actor)
        return try await settled(job.id, organisation, actor)
    }

    private func settled(_ id: String, _ organisation: Organisation, _ actor: Actor) async throws -> ImportJob {
        let desk = organisation.installation.importDesk
        while desk.progress(of: id) != nil { try await Task.sleep(for: .milliseconds(5)) }
        return try await desk.job(id, in: organisation, by: actor)
    }

    private func files(_ id: String, _ organisation: Organisation) -> [String] {
        let folder = organisation.database.folder.appendingPathComponent("imports/\(id)")
        return (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    }

    @Test func anImportIsSeenByWhoBeganItAndByTheWholeOrganisationsKeepers() async throws {
        let (scratch, organisation, quay, mill) = try await trust()
        defer { withExtendedLifetime(scratch) {} }
        let desk = organisation.installation.importDesk
        let job = try await begin(list, organisation, quay)
        #expect(job.state == .ready)
        await #expect(throws: ActionError.notFound) { try await desk.job(job.id, in: organisation, by: mill) }
        await #expect(throws: ActionError.notFound) {
            try await desk.again(job.id, mapping: nil, in: organisation, by: mill)
        }
        await #expect(throws: ActionError.notFound) { try await desk.cancel(job.id, in: organisation, by: mill) }
        await #expect(throws: ActionError.notFound) {
            try await desk.confirm(
                job.id, reading: 1, leavers: .stay, linksUsers: false, isSure: false, in: organisation, by: mill)
        }
        let administrator = try await organisation.person("Zoe Bird", .administrator)
        #expect(try await desk.job(job.id, in: organisation, by: .user(administrator)).state == .ready)
    }

    @Test func twoClicksAtOnceBringItInOnce() async throws {
        let (scratch, organisation, quay, _) = try await trust()
        defer { withExtendedLifetime(scratch) {} }
        let desk = organisation.installation.importDesk
        let job = try await begin(list, organisation, quay)
        try await withThrowingTaskGroup(of: Void.self) { clicks in
            for _ in 0..<8 {
                clicks.addTask {
                    try await desk.confirm(
                        job.id, reading: 1, leavers: .stay, linksUsers: false, isSure: false, in: organisation,
                        by: quay)
                }
            }
            try await clicks.waitForAll()
        }
        let after = try await settled(job.id, organisation, quay)
        #expect(after.state == .done && after.changed)
        #expect(try await organisation.database.rollEntries().count == 2)
    }

    @Test func onlyTheTrialThatWasSeenIsConfirmed() async throws {
        let (scratch, organisation, quay, _) = try await trust()
        defer { withExtendedLifetime(scratch) {} }
        let desk = organisation.installation.importDesk
        let job = try await begin(list, organisation, quay)
        try await desk.again(job.id, mapping: nil, in: organisation, by: quay)
        #expect(try await settled(job.id, organisation, quay).readings == 2)
        for seen in [1, nil] {
            await #expect(throws: ActionError.self) {
                try await desk.confirm(
                    job.id, reading: seen, leavers: .stay, linksUsers: false, isSure: false, in: organisation,
                    by: quay)
            }
        }
        #expect(try await organisation.database.rollEntries().isEmpty)
        try await desk.confirm(
            job.id, reading: 2, leavers: .stay, linksUsers: false, isSure: false, in: organisation, by: quay)
        #expect(try await settled(job.id, organisation, quay).state == .done)
    }

    @Test func nobodysNameIsLeftOfAnImportThatIsDecided() async throws {
        let (scratch, organisation, quay, _) = try await trust()
        defer { withExtendedLifetime(scratch) {} }
        let desk = organisation.installation.importDesk
        let done = try await begin(list, organisation, quay)
        #expect(files(done.id, organisation).count == 3)
        try await desk.confirm(
            done.id, reading: 1, leavers: .stay, linksUsers: false, isSure: false, in: organisation, by: quay)
        _ = try await settled(done.id, organisation, quay)
        let called = try await begin(list, organisation, quay)
        try await desk.cancel(called.id, in: organisation, by: quay)
        for id in [done.id, called.id] {
            #expect(files(id, organisation) == ["job.json"])
            let job = organisation.database.folder.appendingPathComponent("imports/\(id)/job.json")
            #expect(try !String(contentsOf: job, encoding: .utf8).contains("Finch"))
        }
    }

    @Test func whatWasCalledOffStaysSoWhileItIsStillBeingRead() async throws {
        let (scratch, organisation, quay, _) = try await trust()
        defer { withExtendedLifetime(scratch) {} }
        let desk = organisation.installation.importDesk
        let long = list + (100..<3_000).map { "\($0),pupil,Jo,Field,quay\n" }.joined()
        let job = try await desk.begin(
            [("list.csv", Array(long.utf8))], for: .people, school: nil, in: organisation, by: quay)
        try await desk.cancel(job.id, in: organisation, by: quay)
        // the reader is behind whatever is read next
        _ = try await begin(list, organisation, quay)
        try await Task.sleep(for: .milliseconds(50))
        #expect(try await desk.job(job.id, in: organisation, by: quay).state == .cancelled)
        #expect(files(job.id, organisation) == ["job.json"])
    }

    @Test func aDayLaterNothingIsLeftOfAnImportThatNobodyDecided() async throws {
        let (scratch, organisation, quay, _) = try await trust()
        defer { withExtendedLifetime(scratch) {} }
        let job = try await begin(list, organisation, quay)
        scratch.pass(23 * 3600)
        while try await RunDue().perform(in: organisation) {}
        #expect(!files(job.id, organisation).isEmpty)
        scratch.pass(3600)
        while try await RunDue().perform(in: organisation) {}
        #expect(files(job.id, organisation).isEmpty)
        await #expect(throws: ActionError.notFound) {
            try await organisation.installation.importDesk.job(job.id, in: organisation, by: quay)
        }
    }
}
