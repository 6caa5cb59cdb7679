import Foundation
import Governance

/// Posts of 280 and of 5,000 characters against a roll of 60,000 pupils.
///
/// `chaperone-bench write FOLDER` writes the roll and the texts for the reference; `chaperone-bench run` measures and
/// prints one `name value` pair a line; `chaperone-bench controls` does so for the reading of a post and for each
/// control apart.
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
            for (length, list) in texts { measureReading(length, list, roll) }
            for entry in publishingControls {
                for (length, list) in texts { try measure(entry, length, list, roll) }
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
            try measureAll(length, list, roll)
            for entry in publishingControls where entry.id == "publishing.pupil-names" {
                try measure(entry, length, list, roll)
            }
        }
    }

    /// What every control rests on: a post's fields, read into words and links.
    private static func measureReading(_ length: Int, _ texts: [String], _ roll: Roll) {
        let time = fastest(7) { for text in texts { _ = post(text, roll) } }
        report("reading_\(length)_seconds", seconds(time) / Double(texts.count))
    }

    /// All controls over posts that are read anew each time, as a check of a draft does.
    private static func measureAll(_ length: Int, _ texts: [String], _ roll: Roll) throws {
        let examinations = try publishingControls.map { $0.prepare(try LinkArguments.of($0)) }
        var found = 0
        let time = fastest(7) {
            found = 0
            for text in texts {
                let act = post(text, roll)
                for examine in examinations { found += examine(act).count }
            }
        }
        report("link_all_\(length)_seconds", seconds(time) / Double(texts.count))
        report("link_all_\(length)_found", Double(found))
    }

    /// One control over posts already read.
    private static func measure(
        _ entry: ControlEntry<PublishPost>, _ length: Int, _ texts: [String], _ roll: Roll
    ) throws {
        let examine = entry.prepare(try LinkArguments.of(entry))
        let acts = texts.map { post($0, roll) }
        var found = 0
        let time = fastest(7) {
            found = 0
            for act in acts { found += examine(act).count }
        }
        report("\(entry.id)_\(length)_seconds", seconds(time) / Double(texts.count))
        report("\(entry.id)_\(length)_found", Double(found))
    }

    @inline(never)
    private static func post(_ text: String, _ roll: Roll) -> PublishPost {
        PublishPost(draft: Draft(text: text), roll: roll)
    }

    private static func fastest(_ rounds: Int, _ work: () -> Void) -> Duration {
        let clock = ContinuousClock()
        return (0..<rounds).map { _ in clock.measure(work) }.min() ?? .zero
    }

    private static func seconds(_ duration: Duration) -> Double { duration / .seconds(1) }

    private static func report(_ name: String, _ value: Double) { print(name, value) }
}
