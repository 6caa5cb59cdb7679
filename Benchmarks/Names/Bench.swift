import Foundation
import Governance

/// Posts of 280 and of 5,000 characters against a roll of 60,000 pupils.
///
/// `chaperone-bench write FOLDER` writes the roll and the texts for the reference; `chaperone-bench run` measures and
/// prints one `name value` pair a line; `chaperone-bench controls` does so for each control apart.
@main
struct Bench {
    static func main() throws {
        let arguments = CommandLine.arguments
        let people = SeededRoll.make(60_000)
        let texts = [280, 5_000].map { ($0, SeededTexts.make(200, length: $0, people: people)) }
        if arguments.count == 3, arguments[1] == "write" {
            try write(people, texts, to: URL(filePath: arguments[2]))
        } else if arguments.last == "controls" {
            let roll = Roll(people)
            for entry in publishingControls {
                for (length, list) in texts { try measure(entry.id, [entry.id], length, list, roll) }
            }
        } else {
            try run(people, texts)
        }
    }

    private static func write(_ people: [Person], _ texts: [(Int, [String])], to folder: URL) throws {
        let names = people.map { "\($0.given) \($0.family)".lowercased() }
        try Data(names.joined(separator: "\n").utf8).write(to: folder.appending(path: "names.txt"))
        for (length, list) in texts {
            let lines = list.map { $0.lowercased().replacingOccurrences(of: "\n", with: " ") }
            try Data(lines.joined(separator: "\n").utf8).write(to: folder.appending(path: "texts-\(length).txt"))
        }
    }

    private static func run(_ people: [Person], _ texts: [(Int, [String])]) throws {
        let before = Memory.resident()
        let clock = ContinuousClock()
        var roll = Roll([])
        report("build_seconds", seconds(clock.measure { roll = Roll(people) }))
        report("index_megabytes", Double(Memory.resident() - before) / 1_048_576)
        report("resident_megabytes", Double(Memory.resident()) / 1_048_576)
        var changed = people[31_000]
        changed.family = "Thornton-Changed"
        report("change_seconds", seconds(fastest(20) { roll = roll.replacing([changed]) }))
        for (length, list) in texts {
            try measure("link_all", Array(publishingControls.map(\.id)), length, list, roll)
            try measure("names", ["publishing.pupil-names"], length, list, roll)
        }
    }

    private static func measure(
        _ label: String, _ controls: [String], _ length: Int, _ texts: [String], _ roll: Roll
    ) throws {
        let examinations = try publishingControls.filter { controls.contains($0.id) }.map { entry in
            entry.prepare(try LinkArguments.of(entry))
        }
        let acts = texts.map { PublishPost(draft: Draft(text: $0), roll: roll) }
        var found = 0
        let time = fastest(7) {
            found = 0
            for act in acts { for examine in examinations { found += examine(act).count } }
        }
        report("\(label)_\(length)_seconds", seconds(time) / Double(texts.count))
        report("\(label)_\(length)_found", Double(found))
    }

    private static func fastest(_ rounds: Int, _ work: () -> Void) -> Duration {
        let clock = ContinuousClock()
        return (0..<rounds).map { _ in clock.measure(work) }.min() ?? .zero
    }

    private static func seconds(_ duration: Duration) -> Double { duration / .seconds(1) }

    private static func report(_ name: String, _ value: Double) { print(name, value) }
}
