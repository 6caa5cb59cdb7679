/// Tells rows without anybody: empty ones, and those that count the others.
package enum NotARow {
    package static func isNobody(_ row: RowBytes) -> Bool {
        if row.isEmpty { return true }
        // a row with more than two values is somebody; most rows are told by that alone
        var filled = 0
        var start = 0
        for end in row.ends {
            if row.bytes[start..<end].contains(where: { $0 != 0x20 && $0 != 0x09 }) { filled += 1 }
            start = end
        }
        guard filled <= 2 else { return false }
        guard let first = row.cells.first(where: { !$0.isEmpty }) else { return true }
        let word = Evidence.normalised(first)
        return ["total", "grand total", "count", "number of"].contains { word.hasPrefix($0) }
    }
}
