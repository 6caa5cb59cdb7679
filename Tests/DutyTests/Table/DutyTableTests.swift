import Foundation
import Governance
import Testing

@Suite("The duties of this part") struct DutyTableTests {
    /// The duties carried so far; those of other rooms come with their rooms.
    static let duties =
        ids("HBK", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16])
        + ids("ACC", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]) + ids("CON", [6, 7])
        + ids("PUB", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22])
        + ids("IMG", [1, 2, 3, 4, 5, 6, 7, 8, 9]) + ids("INC", [11])

    private static func ids(_ room: String, _ numbers: [Int]) -> [String] {
        numbers.map { "\(room)-" + ($0 < 10 ? "0" : "") + "\($0)" }
    }

    @Test("each holds under each paper that has it, and is silent elsewhere", arguments: dutyCells)
    func holds(cell: DutyCell) async {
        if case .failure(let error) = await DutyLedger.shared.outcome(of: cell) {
            Issue.record("\(cell.testDescription): \(error)")
        }
    }

    @Test("each has one cell under each paper, silent where the paper and its file are")
    func complete() throws {
        for duty in Self.duties {
            let written = try #require(dutyTable.first { $0.id == duty }, "\(duty) is in no table")
            for paper in Paper.allCases {
                let cells = dutyCells.filter { $0.duty == duty && $0.paper == paper }
                #expect(cells.count == 1, "\(duty) under \(paper.rawValue)")
                let named = try policy(of: paper).sections(naming: duty)
                #expect((written.sections[paper.rawValue] == nil) == named.isEmpty, "\(duty) in \(paper.rawValue)")
                #expect(cells.first?.isSilent == named.isEmpty, "\(duty) under \(paper.rawValue)")
            }
        }
        #expect(Set(dutyCells.map(\.duty)) == Set(Self.duties))
    }

    @Test("each cites sections of the paper that it stands in, by its file and by the table of duties")
    func sections() async throws {
        for cell in dutyCells where !cell.isSilent {
            guard case .success(let sighting) = await DutyLedger.shared.outcome(of: cell) else { continue }
            let named = try policy(of: cell.paper).sections(naming: cell.duty)
            let written = dutyTable.first { $0.id == cell.duty }?.sections[cell.paper.rawValue] ?? ""
            #expect(!sighting.sections.isEmpty, "\(cell.testDescription) cites nothing")
            for section in sighting.sections {
                #expect(named.contains(section), "\(cell.testDescription): \(section) does not name it")
                #expect(isWritten(section, in: written), "\(cell.testDescription): \(section) is not in \(written)")
            }
        }
    }

    /// Run with UPDATE_DOCS=1 to write the table anew.
    @Test("are a table, the same in docs/duties.md")
    func table() async throws {
        var table = DutyTable()
        for cell in dutyCells { table[cell.duty, cell.paper] = await DutyLedger.shared.outcome(of: cell) }
        let text = table.markdown(of: Self.duties)
        print(text)
        if ProcessInfo.processInfo.environment["UPDATE_DOCS"] == "1" {
            try text.write(to: DutyTable.file, atomically: true, encoding: .utf8)
            return
        }
        let kept = try? String(contentsOf: DutyTable.file, encoding: .utf8)
        #expect(kept == text, "run the tests with UPDATE_DOCS=1")
    }
}

/// Whether a section stands in a list such as `2.1-2.3, 8.15` or `Scope, legal`.
private func isWritten(_ section: String, in list: String) -> Bool {
    // Where the paper names nothing at all, its cover is where that shows.
    if list == "-" { return section == "Cover" }
    return list.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.contains { written in
        if written.first?.isLetter == true { return section.lowercased().contains(written.lowercased()) }
        let ends = written.split(separator: "-").map(String.init)
        guard ends.count == 2 else {
            return section == written || section.hasPrefix(written + ".") || section.hasPrefix(written + "(")
        }
        return section.compare(ends[0], options: .numeric) != .orderedAscending
            && section.compare(ends[1], options: .numeric) != .orderedDescending
    }
}
