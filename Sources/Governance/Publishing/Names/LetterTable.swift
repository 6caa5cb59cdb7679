/// What one Unicode scalar is to a reader of names: which letters it stands for, or what kind of gap it makes.
///
/// Both the roll's names and the text go through the same table, so whatever it does to one it does to the other.
struct LetterEntry: Sendable {
    enum Kind: UInt32 {
        /// One to three Latin letters.
        case latin
        /// A letter of another script, as its own lower case.
        case other
        /// A letter of a script without case.
        case uncased
        /// A combining mark: dropped, but part of the letter before it.
        case mark
        /// Zero-width, soft hyphen, bidirectional control, variation selector: dropped.
        case invisible
        case digit, space, newline, hyphen, apostrophe, dot, stop, comma, colon, underscore, slash, open, close, quote
        case and, hash, at, emphasis, symbol
    }

    /// Kind in the top byte, then two flags, then up to three letters or one scalar.
    let bits: UInt32

    static let upperBit: UInt32 = 1 << 23
    /// The letter is also written with two (ü as ue), see `Digraphs`.
    static let digraphBit: UInt32 = 1 << 22
    /// A small capital: of the Latin letters only, whose payload leaves the bit free.
    static let smallCapitalBit: UInt32 = 1 << 21

    init(bits: UInt32) { self.bits = bits }

    init(_ kind: Kind, payload: UInt32 = 0, upper: Bool = false, digraph: Bool = false) {
        bits = kind.rawValue << 24 | payload | (upper ? Self.upperBit : 0) | (digraph ? Self.digraphBit : 0)
    }

    /// One to three letters from a to z.
    init(letters: some StringProtocol, upper: Bool, digraph: Bool = false, smallCapital: Bool = false) {
        var payload: UInt32 = 0
        for (index, letter) in letters.utf8.prefix(3).enumerated() {
            payload |= UInt32(letter - 0x60) << UInt32(index * 5)
        }
        if smallCapital { payload |= Self.smallCapitalBit }
        self.init(.latin, payload: payload, upper: upper || smallCapital, digraph: digraph)
    }

    @inline(__always) var kindBits: UInt32 { bits >> 24 }
    @inline(__always) var payload: UInt32 { bits & 0x3F_FFFF }
    /// The letters of a `latin` entry, five bits each.
    @inline(__always) var letters: UInt32 { bits & 0x7FFF }
    /// To be asked of a `latin` entry only.
    @inline(__always) var isSmallCapital: Bool { bits & Self.smallCapitalBit != 0 }
    @inline(__always) var isUpper: Bool { bits & Self.upperBit != 0 }
    @inline(__always) var hasDigraph: Bool { bits & Self.digraphBit != 0 }
    /// One of a to z as it stands: what most of a text is. Its bits are its number then.
    @inline(__always) var isSmallLetter: Bool { bits &- 1 < 26 }
    var kind: Kind { Kind(rawValue: kindBits) ?? .symbol }
}

/// The table: pages of 256 scalars for the blocks that people write in, and a slower answer for the rest.
struct LetterTable: Sendable {
    static let shared = LetterTable()

    private let pageOf: [UInt16]
    private let entries: [UInt32]

    private static let blocks: [ClosedRange<UInt32>] = [
        0x0000...0x20FF, 0x2100...0x24FF, 0x2500...0x2FFF, 0xA600...0xA7FF, 0xAB00...0xABFF, 0xFB00...0xFBFF,
        0xFE00...0xFFFF, 0x1D400...0x1D7FF, 0x1F100...0x1F1FF, 0x1F300...0x1FAFF, 0xE0000...0xE01FF,
    ]

    private init() {
        var pageOf = [UInt16](repeating: 0, count: 0x1100)
        var entries: [UInt32] = []
        for block in Self.blocks {
            for page in (block.lowerBound >> 8)...(block.upperBound >> 8) {
                entries.reserveCapacity(entries.count + 256)
                pageOf[Int(page)] = UInt16(entries.count >> 8 + 1)
                for value in page << 8..<(page + 1) << 8 { entries.append(LetterClassifier.entry(value).bits) }
            }
        }
        self.pageOf = pageOf
        self.entries = entries
    }

    @inline(__always)
    subscript(value: UInt32) -> LetterEntry {
        if value < 0x80 { return LetterEntry(bits: entries[Int(value)]) }
        let page = Int(pageOf[Int(value >> 8)])
        if page == 0 { return LetterClassifier.entry(value) }
        return LetterEntry(bits: entries[(page - 1) << 8 | Int(value & 0xFF)])
    }
}
