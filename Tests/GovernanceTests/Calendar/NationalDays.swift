import Testing

@testable import Governance

/// The days around which the worked deadlines below lie, as each nation publishes them.
enum NationalDays {
    static func of(_ nation: Nation) throws -> [Day: String] {
        let all = ["2026-04-03", "2026-05-04", "2026-12-25", "2026-12-28", "2027-01-01", "2027-03-26"]
        let own: [String] =
            switch nation {
            case .england, .wales: ["2026-08-31", "2027-03-29"]
            case .northernIreland: ["2026-08-31", "2027-03-29", "2026-03-17", "2026-07-13"]
            case .scotland: ["2026-08-03", "2026-11-30", "2027-01-04"]
            }
        return Dictionary(
            uniqueKeysWithValues: try (all + own).map { (try #require(Day($0)), "A bank holiday") })
    }
}
