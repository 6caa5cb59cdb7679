/// Reads a table as spreadsheets and school systems write it (RFC 4180), in one pass and with a bounded piece of it in
/// memory: commas, semicolons or tabs; line ends of every system; UTF-8, UTF-16 with its mark, or what Windows calls
/// ANSI. A quotation mark that never closes costs its own row and no other; it is told by the end of the file, by a
/// closing mark that stands in the middle of a value, and by whole rows inside the marks.
package struct DelimitedReader {
    private var sniffed: [UInt8] = []
    private var utf16: UTF16Bytes?
    private var separator: UInt8 = 0x2C
    private var isSniffing = true
    private var row = RowBytes()
    private var cellStart = 0
    private var line = 1
    private var wasReturn = false
    private var wasQuote = false
    /// What came since a quotation mark opened, to be read again when it never closes; nil outside quotation marks.
    private var quoted: [UInt8]?
    /// All that came since it opened, over doubled marks, as long as its end may yet prove to be none.
    private var doubtful: [UInt8] = []
    /// The line on which it opened.
    private var quoteLine = 1
    /// How many cells the row before had.
    private var width = 0

    /// So much is looked at before the separator is chosen.
    private static let sample = 4_096
    /// A quoted cell with line ends in it that is longer is taken to have lost its end.
    private static let longestQuote = 16_384
    /// Nobody writes so many lines into one cell of a list of people.
    private static let mostLines = 40
    /// With so few cells a line of an address looks like a row.
    private static let leastWidth = 4

    package init() {}

    /// Takes the next piece of the file and hands out each row that it ends.
    package mutating func take(_ chunk: [UInt8], _ give: (RowBytes) throws -> Void) throws {
        guard isSniffing else { return try read(chunk[...], give) }
        sniffed += chunk
        if sniffed.count >= Self.sample { try begin(give) }
    }

    /// The file has ended.
    package mutating func finish(_ give: (RowBytes) throws -> Void) throws {
        if isSniffing { try begin(give) }
        while quoted != nil { try giveUpQuote(give) }
        if !row.bytes.isEmpty || !row.ends.isEmpty || wasQuote { try endRow(give) }
    }

    private mutating func begin(_ give: (RowBytes) throws -> Void) throws {
        isSniffing = false
        utf16 = UTF16Bytes(beginningOf: sniffed)
        var start = sniffed[...]
        if sniffed.starts(with: [0xEF, 0xBB, 0xBF]) { start = start.dropFirst(3) }
        if utf16 != nil { start = start.dropFirst(2) }
        var text = start.prefix(Self.sample)
        if var trial = utf16 { text = trial.utf8(text)[...] }
        separator = Self.separator(of: text)
        sniffed = []
        try read(start, give)
    }

    /// The one of comma, semicolon and tab that the first ten lines have most of, outside quotation marks.
    private static func separator(of text: ArraySlice<UInt8>) -> UInt8 {
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        var lines = 0
        for byte in text {
            if byte == 0x22 { isQuoted.toggle() }
            if byte == 0x0A || byte == 0x0D { lines += 1 }
            if lines == 20 { break }
            if !isQuoted, byte == 0x2C || byte == 0x3B || byte == 0x09 { counts[byte, default: 0] += 1 }
        }
        return [0x2C, 0x3B, 0x09].max { counts[$0, default: 0] < counts[$1, default: 0] } ?? 0x2C
    }

    private mutating func read(_ chunk: ArraySlice<UInt8>, _ give: (RowBytes) throws -> Void) throws {
        if utf16 != nil {
            let bytes = utf16?.utf8(chunk) ?? []
            return try scan(bytes[...], give)
        }
        try scan(chunk, give)
    }

    private mutating func scan(_ chunk: ArraySlice<UInt8>, _ give: (RowBytes) throws -> Void) throws {
        var at = chunk.startIndex
        let end = chunk.endIndex
        while at < end {
            if quoted != nil {
                at = try scanQuoted(chunk, at, give)
                continue
            }
            let run = at
            while at < end, !isSign(chunk[at]) { at += 1 }
            if run < at, wasQuote, doubtful.contains(where: Self.isLineEnd) {
                // what follows a mark that closes is a separator, a line end or nothing
                try takeBackQuote(give)
                try scan([0x22], give)
                at = run
                continue
            }
            if run < at {
                wasReturn = false
                wasQuote = false
                append(chunk[run..<at])
            }
            guard at < end else { return }
            try take(chunk[at], give)
            at += 1
        }
    }

    private func isSign(_ byte: UInt8) -> Bool {
        byte == separator || byte == 0x22 || byte == 0x0A || byte == 0x0D
    }

    private mutating func take(_ byte: UInt8, _ give: (RowBytes) throws -> Void) throws {
        let isSecondHalf = byte == 0x0A && wasReturn
        wasReturn = byte == 0x0D
        switch byte {
        case 0x22 where wasQuote:
            wasQuote = false
            append([0x22])
            if doubtful.count <= Self.longestQuote { doubtful += [0x22, 0x22] }
            quoted = []
        case 0x22 where row.bytes.count == cellStart:
            quoted = []
            doubtful = []
            quoteLine = line
        case separator: endCell()
        case 0x0A where isSecondHalf: break
        case 0x0A, 0x0D:
            line += 1
            try endRow(give)
        default: append([byte])
        }
    }

    /// Reads on inside quotation marks; gives where it stopped.
    private mutating func scanQuoted(
        _ chunk: ArraySlice<UInt8>, _ start: Int, _ give: (RowBytes) throws -> Void
    ) throws -> Int {
        var at = start
        while at < chunk.endIndex, chunk[at] != 0x22 { at += 1 }
        let run = chunk[start..<at]
        if (quoted?.count ?? 0) + run.count <= Self.longestQuote {
            quoted?.append(contentsOf: run)
        } else {
            let room = max(0, Self.longestQuote - (quoted?.count ?? 0))
            quoted?.append(contentsOf: run.prefix(room))
            if quoted?.contains(where: { $0 == 0x0A || $0 == 0x0D }) == true {
                try giveUpQuote(give)
                return start + room
            }
        }
        guard at < chunk.endIndex else {
            if (quoted?.count ?? 0) >= Self.longestQuote { row.hugeCell = row.hugeCell ?? row.ends.count }
            return at
        }
        if (quoted?.count ?? 0) >= Self.longestQuote { row.hugeCell = row.hugeCell ?? row.ends.count }
        let text = quoted ?? []
        if holdsRows(text) {
            try takeBackQuote(give)
            return at
        }
        quoted = nil
        wasQuote = true
        if doubtful.count <= Self.longestQuote { doubtful += text }
        countLines(text)
        append(text[...])
        return at + 1
    }

    private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

    /// Whether a line between two line ends looks like the row before, or there are more lines than a cell has.
    private func holdsRows(_ text: [UInt8]) -> Bool {
        guard let first = text.firstIndex(where: Self.isLineEnd) else { return false }
        let lines = text[first...].split(whereSeparator: Self.isLineEnd)
        if lines.count > Self.mostLines { return true }
        guard width >= Self.leastWidth else { return false }
        return lines.dropLast().contains { line in line.count { $0 == separator } == width - 1 }
    }

    /// The mark was no beginning of a value with line ends in it, but one that lost its end.
    private mutating func takeBackQuote(_ give: (RowBytes) throws -> Void) throws {
        line = quoteLine
        row.bytes.removeLast(row.bytes.count - cellStart)
        quoted = doubtful + (quoted ?? [])
        doubtful = []
        try giveUpQuote(give)
    }

    private mutating func countLines(_ bytes: [UInt8]) {
        var before: UInt8 = 0
        for byte in bytes {
            if byte == 0x0D || (byte == 0x0A && before != 0x0D) { line += 1 }
            before = byte
        }
    }

    /// The row in which the mark opened is held, and what follows its line is read anew.
    private mutating func giveUpQuote(_ give: (RowBytes) throws -> Void) throws {
        let text = quoted ?? []
        quoted = nil
        wasQuote = false
        row.isUnfinished = true
        let end = text.firstIndex { $0 == 0x0A || $0 == 0x0D } ?? text.endIndex
        append(text[..<end])
        guard end < text.endIndex else { return }
        try scan(text[end...], give)
    }

    private mutating func append(_ bytes: some Collection<UInt8>) {
        guard row.ends.count < RowBytes.mostCells, row.bytes.count <= RowBytes.largest else {
            row.isTooLarge = true
            return
        }
        guard row.bytes.count - cellStart + bytes.count <= RowBytes.largestCell else {
            row.hugeCell = row.hugeCell ?? row.ends.count
            row.bytes.append(contentsOf: bytes.prefix(max(0, RowBytes.largestCell - (row.bytes.count - cellStart))))
            return
        }
        row.bytes.append(contentsOf: bytes)
    }

    private mutating func endCell() {
        wasQuote = false
        guard row.ends.count < RowBytes.mostCells else {
            row.isTooLarge = true
            return
        }
        row.ends.append(row.bytes.count)
        cellStart = row.bytes.count
    }

    private mutating func endRow(_ give: (RowBytes) throws -> Void) throws {
        endCell()
        width = row.ends.count
        try give(row)
        row.empty(line: line)
        cellStart = 0
    }
}
