import Actions
import Foundation
import Governance
import PolicySeeds

/// Makes the demonstration's organisations by the actions that people use.
package struct DemoMaking: Sendable {
    /// The instant at which the demonstration is looked at; its weeks lie before it.
    package let now: Date
    private let time: DemoTime

    package init(now: Date) {
        self.now = now
        time = DemoTime(DemoCalendar(today: now).instant(day: -36, hour: 9))
    }

    /// The clock to open the installation with while it is being made.
    package var clock: Clock { time.clock }

    /// Makes one organisation whole: people, roll, accounts, and some weeks of posts.
    package func make(_ demo: DemoOrganisation, in installation: Installation) async throws {
        let start = DemoCalendar(today: now).instant(day: -36, hour: 9)
        time.begin(at: start)
        let organisation = try await DemoSetUp(demo: demo).perform(in: installation)
        let weeks = DemoWeeks(demo: demo, organisation: organisation, today: now, time: time)
        try await weeks.live(from: start)
    }
}

/// Something in the demonstration's own data that does not fit; a fault of ours, found by its test.
struct DemoFault: Error, CustomStringConvertible {
    let description: String
}
