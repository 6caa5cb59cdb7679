import Foundation
import Governance

extension Coverage.State {
    /// As a table says it.
    package var title: String {
        switch self {
        case .carried: "carried"
        case .partly: "in part"
        case .told: "told"
        case .notYet: "not yet"
        case .silent: "silent"
        case .missing: "MISSING"
        }
    }
}

extension Coverage {
    /// For a terminal: a line a duty, a column a policy, and the counts.
    package var text: String {
        let wide = 9
        let pad = { (text: String) in text + String(repeating: " ", count: max(1, wide - text.count)) }
        var text = "Duty     " + policies.map { pad($0) }.joined() + "\n"
        for row in rows {
            text += pad(row.duty.id) + row.cells.map { pad($0.state == .silent ? "-" : $0.state.title) }.joined()
            text += row.cells.count <= 1 ? row.duty.says + "\n" : "\n"
        }
        text += "\n"
        for state in State.allCases {
            let counts = policies.indices.map { pad(String(count(state, of: $0))) }.joined()
            text += pad(state.title) + counts + "\n"
        }
        return text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { String($0).trimmingTrailingSpace }.joined(separator: "\n")
    }

    /// For a page of documentation.
    package var markdown: String {
        var text = "| | duty | \(policies.joined(separator: " | ")) |\n"
        text += "| --- | --- |\(String(repeating: " --- |", count: policies.count))\n"
        for row in rows {
            let cells = row.cells.map { cell in
                cell.sections.isEmpty
                    ? cell.state.title : "\(cell.state.title) (\(cell.sections.joined(separator: ", ")))"
            }
            text += "| \(row.duty.id) | \(row.duty.says) | \(cells.joined(separator: " | ")) |\n"
        }
        return text
    }

    /// For programs.
    package func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let duties = rows.map { row in
            WrittenDuty(
                id: row.duty.id, room: row.duty.room.rawValue, says: row.duty.says,
                policies: Dictionary(
                    zip(policies, row.cells).map {
                        ($0, WrittenCell(state: $1.state.rawValue, sections: $1.sections, expected: $1.expected))
                    }, uniquingKeysWith: { first, _ in first }))
        }
        return String(decoding: try encoder.encode(["duties": duties]), as: UTF8.self) + "\n"
    }
}

private struct WrittenDuty: Encodable {
    let id: String
    let room: String
    let says: String
    let policies: [String: WrittenCell]
}

private struct WrittenCell: Encodable {
    let state: String
    let sections: [String]
    let expected: String?
}

extension String {
    fileprivate var trimmingTrailingSpace: String {
        guard let last = lastIndex(where: { $0 != " " }) else { return "" }
        return String(self[...last])
    }
}
