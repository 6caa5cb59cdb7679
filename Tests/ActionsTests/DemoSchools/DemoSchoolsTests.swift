import Actions
import DemoSchools
import Foundation
import Governance
import Platforms
import Reading
import Testing

@Suite struct DemoSchoolsTests {
    /// Friday 20 November 2026, 15:42 in London.
    private let now = Date(timeIntervalSince1970: 1_795_189_320)

    @Test(arguments: demoOrganisations.map(\.slug))
    func weeksOfEachOrganisationCanBeLived(slug: String) async throws {
        let demo = try #require(demoOrganisations.first { $0.slug == slug })
        let scratch = try Scratch()
        let making = DemoMaking(now: now)
        let installation = try Installation(
            data: scratch.folder, clock: making.clock, passwordRounds: 1 << 4, pictures: pictureProgram,
            networks: PretendNetworks())
        try await making.make(demo, in: installation)

        let organisation = try await installation.organisation(slug)
        var filter = PostFilter()
        filter.pageSize = 100
        let page = try await organisation.database.posts(filter)
        let states = Set(page.lines.flatMap { $0.places.map(\.state) })
        let wanted: Set<PlacementState> = [.waiting, .scheduled, .ready, .published, .takenDown, .returned, .expired]
        #expect(wanted.subtracting(states).isEmpty, "no post is \(wanted.subtracting(states))")
    }
}
