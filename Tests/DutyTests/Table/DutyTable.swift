import Foundation
import Governance
import PolicyFile
import PolicySeeds

/// Duties by papers, with what came of each exercise.
struct DutyTable {
    static let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs/duties.md")

    private var outcomes: [String: Result<Sighting, any Error>] = [:]

    subscript(duty: String, paper: Paper) -> Result<Sighting, any Error>? {
        get { outcomes[duty + paper.rawValue] }
        set { outcomes[duty + paper.rawValue] = newValue }
    }

    func markdown(of duties: [String]) -> String {
        let heads = Paper.allCases.map(\.rawValue)
        var lines = [
            "# Duties by policies", "",
            "What each of the five papers asks, and how a test sees that it is done: `swift test --filter DutyTests` "
                + "exercises every cell against an organisation of its own under that paper, and writes this table "
                + "with `UPDATE_DOCS=1`. The sections are those that the product cited while it was exercised. "
                + "Duties that are not here come with their rooms. What a duty asks of incidents, such as what people post on "
                + "personal accounts, comes with the room Incidents: no cell here says that it is done.",
            "", "| duty | what it asks | \(heads.joined(separator: " | ")) |",
            "|\(String(repeating: " --- |", count: heads.count + 2))",
        ]
        for duty in duties {
            let says = dutyTable.first { $0.id == duty }?.says ?? ""
            let cells = Paper.allCases.map { words(for: self[duty, $0]) }
            lines.append("| \(duty) | \(says) | \(cells.joined(separator: " | ")) |")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func words(for outcome: Result<Sighting, any Error>?) -> String {
        switch outcome {
        case .success(let sighting) where sighting.sections.isEmpty: "silent: \(sighting.how)"
        case .success(let sighting): "**\(sighting.sections.joined(separator: ", "))**: \(sighting.how)"
        case .failure(let error): "NOT DONE: \(error)"
        case nil: "NOT EXERCISED"
        }
    }
}

/// A built-in policy, read from its bytes.
func policy(of paper: Paper) throws -> Policy { try seen(try policies.get()[paper], "no policy \(paper.rawValue)") }

private let policies = Result {
    try Dictionary(
        uniqueKeysWithValues: Paper.allCases.map { paper in
            let bytes = try seen(PolicySeeds.bytes(of: paper.rawValue), "no policy \(paper.rawValue)")
            return (paper, try PolicyFile.read(bytes).get().policy)
        })
}
