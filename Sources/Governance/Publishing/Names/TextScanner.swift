/// Cuts a text into words in one pass: letters folded by the table, marks and invisible scalars dropped,
/// a new word at every gap and at every camel hump.
struct TextScanner {
    private let table = LetterTable.shared
    private let known = KnownWords.shared
    private var scanned = ScannedText()

    private var word = ScannedText.Word()
    private var isInWord = false
    private var gap: ScannedText.Gap = .edge
    private var setting = ScannedText.Setting.prose
    /// How many capitals stand at the end of the word so far, and whether the letter before is a small one.
    private var capitals = 0
    private var running = Running()
    /// Letters written three times and more, as in `Jaaamie`.
    private var stretched: [Int] = []
    private var allUpper = true
    /// In a word of small capitals the letters that have none of their own (s, x) count as capitals too.
    private var isSmallCapitals = false
    private var digraphs: [(unit: Int, value: UInt32)] = []
    private var damage = LetterDamage()

    static func scan(_ name: String) -> ScannedText { scan(FieldText("", name)) }

    static func scan(_ text: FieldText) -> ScannedText {
        var scanner = TextScanner()
        scanner.reserve(text.scalars.count)
        if EncodedText.isPresent(in: text.scalars) {
            for piece in EncodedText.decoded(text.scalars) { scanner.feed(piece.value, piece.from, piece.to) }
        } else {
            scanner.readPlainly(text.scalars)
        }
        return scanner.finish()
    }

    private mutating func reserve(_ count: Int) {
        scanned.words.reserveCapacity(count / 4 + 4)
        scanned.units.reserveCapacity(count + 4)
        scanned.marks.reserveCapacity(count + 4)
    }

    private mutating func readPlainly(_ scalars: [UInt32]) {
        var index = 0
        while index < scalars.count {
            if isInWord, capitals < 2, !isSmallCapitals, table[scalars[index]].isSmallLetter {
                index = smallLetters(scalars, from: index)
            } else {
                feed(scalars[index], Int32(truncatingIfNeeded: index), Int32(truncatingIfNeeded: index + 1))
                index += 1
            }
        }
    }

    /// Takes in the small letters that go on a word, as `feed` would one by one.
    /// - Returns: what follows them.
    private mutating func smallLetters(_ scalars: [UInt32], from start: Int) -> Int {
        var index = start
        var running = running
        while index < scalars.count, case let entry = table[scalars[index]], entry.isSmallLetter {
            running.take(entry.bits, Int32(truncatingIfNeeded: index), Int32(truncatingIfNeeded: index + 1))
            if running.repeats == 2 { stretched.append(scanned.units.count) }
            scanned.units.append(entry.bits)
            scanned.marks.append(running.mark)
            index += 1
        }
        self.running = running
        capitals = 0
        allUpper = false
        return index
    }

    @inline(__always)
    private mutating func feed(_ value: UInt32, _ from: Int32, _ to: Int32) {
        let entry = table[value]
        switch entry.kindBits {
        case LetterEntry.Kind.latin.rawValue: letter(entry, value, from, to)
        case LetterEntry.Kind.other.rawValue, LetterEntry.Kind.uncased.rawValue: letter(entry, value, from, to)
        case LetterEntry.Kind.space.rawValue:
            if isInWord { endWord() }
            gap.insert(.space)
            setting = .prose
        default: separator(entry, value, from, to)
        }
    }

    @inline(__always)
    private mutating func letter(_ entry: LetterEntry, _ value: UInt32, _ from: Int32, _ to: Int32) {
        var upper = entry.isUpper
        let isLatin = entry.kindBits == LetterEntry.Kind.latin.rawValue
        if isInWord {
            if upper {
                if isLatin && entry.isSmallCapital {
                    upper = beginsSmallCapitals()
                } else if capitals == 0 {
                    splitHere()
                }
            } else if isSmallCapitals {
                upper = true
            } else if capitals > 1 && isLatin {
                splitBeforeLast()
            }
        }
        if !isInWord {
            beginWord(upper || entry.kindBits == LetterEntry.Kind.uncased.rawValue)
            isSmallCapitals = isLatin && entry.isSmallCapital
        }
        if upper {
            capitals += 1
        } else {
            capitals = 0
            allUpper = false
        }
        if entry.hasDigraph { digraphs.append((scanned.units.count, value)) }
        if isLatin {
            var letters = entry.letters
            repeat {
                append(letters & 31, from, to)
                letters >>= 5
            } while letters != 0
        } else {
            append(entry.payload, from, to)
        }
    }

    /// Whether a small capital inside a word is a capital: it is after capitals and after letters that have no small
    /// capital (s, x); among small letters it is a look-alike.
    private mutating func beginsSmallCapitals() -> Bool {
        if isSmallCapitals { return true }
        guard capitals > 0 || scanned.units[Int(word.low)...].allSatisfy({ $0 == 19 || $0 == 24 }) else { return false }
        isSmallCapitals = true
        word.startsUpper = true
        allUpper = true
        return true
    }

    @inline(__always)
    private mutating func append(_ unit: UInt32, _ from: Int32, _ to: Int32) {
        running.take(unit, from, to)
        if running.repeats == 2 { stretched.append(scanned.units.count) }
        scanned.units.append(unit)
        scanned.marks.append(running.mark)
    }

    @inline(__always)
    private mutating func beginWord(_ upper: Bool) {
        word.low = Int32(truncatingIfNeeded: scanned.units.count)
        word.gap = gap
        word.setting = setting
        word.startsUpper = upper
        isInWord = true
        running.lastUnit = 0
        allUpper = true
        capitals = 0
        gap = []
    }

    private mutating func endWord() {
        isInWord = false
        let high = scanned.units.count
        word.high = Int32(truncatingIfNeeded: high)
        let low = Int(word.low)
        word.from = scanned.from(low)
        word.to = scanned.to(high - 1)
        word.isAllUpper = allUpper
        word.traits = high - low < 128 ? known.traits(scanned.hash(low, high)) : []
        scanned.words.append(word)
    }

    /// A camel hump: `jamieThornton`.
    private mutating func splitHere() {
        endWord()
        gap = []
    }

    /// The end of capitals: the last of them begins the next word, as in `JAMIEThornton`.
    private mutating func splitBeforeLast() {
        let last = scanned.units.count - 1
        let from = scanned.from(last)
        guard last > Int(word.low) else { return }
        let (unit, to) = (scanned.units[last], scanned.to(last))
        scanned.units.removeLast()
        scanned.marks.removeLast()
        running.mark = scanned.marks[scanned.marks.count - 1]
        endWord()
        gap = []
        beginWord(true)
        append(unit, from, to)
        capitals = 1
    }

    private mutating func separator(_ entry: LetterEntry, _ value: UInt32, _ from: Int32, _ to: Int32) {
        switch entry.kind {
        case .invisible: return
        case .mark:
            if isInWord {
                running.mark.to = to
                scanned.marks[scanned.marks.count - 1].to = to
            }
            return
        case .digit, .at, .stop, .symbol, .slash:
            damage.note(
                entry, value, at: scanned.units.count, word: scanned.words.count + (isInWord ? 1 : 0), from: from)
        default: break
        }
        if isInWord { endWord() }
        switch entry.kind {
        case .newline:
            gap.insert(gap.contains(.newline) ? .paragraph : .newline)
            setting = .prose
        case .hyphen: gap.insert(.hyphen)
        case .apostrophe: gap.insert(.apostrophe)
        case .dot: gap.insert(.dot)
        case .stop: gap.insert(.stop)
        case .comma:
            gap.insert(.comma)
            setting = .prose
        case .colon: gap.insert(.colon)
        case .underscore: gap.insert(.underscore)
        case .slash:
            if setting != .link, !gap.contains(.space), scanned.words.last != nil { setting = .link }
            gap.insert(.slash)
        case .open: gap.insert(.open)
        case .close: gap.insert(.close)
        case .quote: gap.insert(.quote)
        case .and: gap.insert(.and)
        case .hash:
            gap.insert(.hash)
            if setting != .link { setting = .hashtag }
        case .at:
            gap.insert(.at)
            if setting != .link { setting = .handle }
        case .emphasis: gap.insert(.emphasis)
        case .digit: gap.insert(.digit)
        default: gap.insert(.symbol)
        }
    }

    private mutating func finish() -> ScannedText {
        if isInWord { endWord() }
        scanned.lastGap = gap.union(.edge)
        Digraphs.addAlternatives(to: &scanned, at: digraphs)
        damage.addAlternatives(to: &scanned)
        StretchedLetters.addAlternatives(to: &scanned, at: stretched)
        return scanned
    }
}

extension TextScanner {
    /// The hashes up to a letter, and how often it stands in a row.
    private struct Running {
        var mark = ScannedText.Mark()
        var lastUnit: UInt32 = 0
        var repeats = 0

        @inline(__always)
        mutating func take(_ unit: UInt32, _ from: Int32, _ to: Int32) {
            mark.exact = SpellingHash.extended(mark.exact, by: unit)
            if unit != lastUnit || !SpellingHash.isConsonant(unit) {
                mark.loose = SpellingHash.extended(mark.loose, by: unit)
                mark.looseCount += 1
            }
            repeats = unit == lastUnit ? repeats + 1 : 0
            lastUnit = unit
            mark.from = from
            mark.to = to
        }
    }
}
