import Foundation
import Governance
import Reading

extension PostDesk {
    /// The story from the record, with what the door said.
    func lines(_ entries: [TimelineEntry], of story: PostStory) -> [StoryLine] {
        let ids = Dictionary(story.names.map { ($0.value, $0.key) }, uniquingKeysWith: { first, _ in first })
        return TimelineEntry.together(entries, at: story.places.map(\.placement.account.name)).map { entry, told in
            let day = Day(of: entry.at)
            let worst = entry.decision?.findings.map(\.severity).max()
            let finding = entry.decision?.findings.first { $0.severity == worst }
            return StoryLine(
                day: When.short(day), time: When.time(entry.at),
                who: ids[entry.who].map { PersonMark(entry.who, id: $0.text) },
                says: (ids[entry.who] == nil ? "\(entry.who) " : "") + told + ".", quote: entry.why.map(quoted),
                // that nothing was found is said by the words
                tag: worst.map { entry.wasLetThrough ? Tag(letThrough: $0) : Tag($0) },
                clause: finding.flatMap { ClauseChip.link(for: $0, in: visit) }, link: nil)
        }
    }
}

extension TimelineEntry {
    /// What was done at one time for several accounts is told once, with all their names.
    fileprivate static func together(
        _ entries: [TimelineEntry], at accounts: [String]
    ) -> [(entry: TimelineEntry, says: String)] {
        var told: [(entry: TimelineEntry, account: String?, accounts: [String])] = []
        for entry in entries {
            let account = accounts.filter { entry.says.contains(" on \($0)") }.max { $0.count < $1.count }
            if let account, let last = told.last, let before = last.account, last.entry.who == entry.who,
                When.time(last.entry.at) == When.time(entry.at), last.entry.why == entry.why,
                last.entry.says.replacing(before, with: "") == entry.says.replacing(account, with: "")
            {
                let isWorse = last.entry.worst == nil || (entry.worst ?? .warn) > (last.entry.worst ?? .warn)
                told[told.count - 1] = (
                    isWorse ? entry : last.entry, isWorse ? account : before, last.accounts + [account]
                )
            } else {
                told.append((entry, account, account.map { [$0] } ?? []))
            }
        }
        return told.map { line in
            let says = line.account.map { line.entry.says.replacing($0, with: Composition.listed(line.accounts)) }
            return (line.entry, says ?? line.entry.says)
        }
    }

    private var worst: Severity? { decision?.findings.map(\.severity).max() }
}

extension When {
    /// `20 Nov`
    static func short(_ day: Day) -> String {
        let words = date(day).split(separator: " ")
        return words.count == 3 ? "\(words[0]) \(words[1].prefix(3))" : date(day)
    }
}
