/// Digits and signs in the place of letters: `J4mie`, `Th0rnt0n`, `J@mie`. A word with such a sign is also read with
/// the letter.
struct LetterDamage {
    private struct Sign {
        var letters: [UInt32]
        var unit: Int
        var word: Int
        var from: Int32
    }

    private var signs: [Sign] = []

    mutating func note(_ entry: LetterEntry, _ value: UInt32, at unit: Int, word: Int, from: Int32) {
        if entry.kind == .digit {
            guard let letters = Self.digits[entry.payload] else {
                signs.append(Sign(letters: [], unit: unit, word: word, from: from))
                return
            }
            signs.append(Sign(letters: letters, unit: unit, word: word, from: from))
        } else if let letters = Self.marks[value] {
            signs.append(Sign(letters: letters, unit: unit, word: word, from: from))
        }
    }

    /// Letters are numbered from a as 1.
    private static let digits: [UInt32: [UInt32]] = [
        0: [15], 1: [9, 12], 3: [5], 4: [1], 5: [19], 7: [20], 8: [2], 6: [7], 9: [7],
    ]
    private static let marks: [UInt32: [UInt32]] = [
        0x40: [1], 0x24: [19], 0x21: [9, 12], 0x7C: [12, 9], 0x20AC: [5], 0xA3: [12], 0xA5: [25], 0xA1: [9], 0xA2: [3],
        0x2020: [20], 0xA7: [19],
    ]

    func addAlternatives(to scanned: inout ScannedText) {
        var index = 0
        while index < signs.count {
            var last = index
            while last + 1 < signs.count, Self.areInOneRun(signs[last], signs[last + 1], scanned) { last += 1 }
            read(signs[index...last], in: &scanned)
            index = last + 1
        }
    }

    /// Whether nothing but letters and signs stands between two signs.
    private static func areInOneRun(_ one: Sign, _ other: Sign, _ scanned: ScannedText) -> Bool {
        if one.unit == other.unit { return other.from - one.from == 1 }
        let first = scanned.words[scanned.word(holding: one.unit)]
        if first.setting != .prose {
            let last = scanned.word(holding: other.unit - 1)
            guard scanned.to(other.unit - 1) == other.from else { return false }
            return (scanned.word(holding: one.unit)...last).dropFirst().allSatisfy { isTight(scanned.words[$0]) }
        }
        return scanned.from(one.unit) == one.from + 1
            && scanned.to(other.unit - 1) == other.from
            && (one.unit + 1..<other.unit).allSatisfy { scanned.from($0) <= scanned.to($0 - 1) }
    }

    /// Inside a tag or an address, joints are passed over.
    private static func isTight(_ word: ScannedText.Word, _ crosses: Bool = true) -> Bool {
        word.gap.isEmpty
            || crosses && word.setting != .prose
                && word.gap.isSubset(of: [.hyphen, .dot, .underscore, .apostrophe, .digit])
    }

    private func read(_ run: ArraySlice<Sign>, in scanned: inout ScannedText) {
        guard let head = run.first, let tail = run.last, run.count <= 10 else { return }
        guard !scanned.units.isEmpty else { return }
        let isTag = scanned.words[scanned.word(holding: min(head.unit, scanned.units.count - 1))].setting != .prose
        for crosses in isTag ? [true, false] : [false] {
            read(run, Self.lowEdge(head, scanned, crosses), Self.highEdge(tail, scanned, crosses), in: &scanned)
        }
    }

    private func read(_ run: ArraySlice<Sign>, _ low: Int, _ high: Int, in scanned: inout ScannedText) {
        guard high > low, high - low + run.count > 2, high - low < 60 else { return }
        // signs at either end may be a number or an exclamation beside the name
        let leading = run.prefix { $0.unit == low }.count
        let trailing = run.reversed().prefix { $0.unit == high }.count
        for drop in 0...min(leading, 3) {
            for cut in 0...min(trailing, 3) where drop + cut < run.count {
                let choice = Array(run.dropFirst(drop).dropLast(cut))
                guard choice.allSatisfy({ !$0.letters.isEmpty }) else { continue }
                // every way of reading 1 as i and as l
                let open = choice.filter { $0.letters.count > 1 }.count
                for pick in 0..<1 << min(open, 4) { add(choice, pick, low, high, to: &scanned) }
            }
        }
    }

    /// The first unit of the letters that touch a sign on its left, apostrophes passed over.
    private static func lowEdge(_ sign: Sign, _ scanned: ScannedText, _ crosses: Bool) -> Int {
        var low = sign.unit
        var edge = sign.from
        while low > 0 {
            let (from, to) = (scanned.from(low - 1), scanned.to(low - 1))
            let isSame = low < sign.unit && from == edge
            let isApostrophe =
                low < sign.unit && to == edge - 1
                && scanned.words[scanned.word(holding: low)].gap == .apostrophe
            guard to == edge || isSame || isApostrophe || invisible(scanned, low, sign, crosses) else { break }
            edge = from
            low -= 1
        }
        return low
    }

    /// Whether only dropped scalars stand between a unit and the one before it in the same word.
    private static func invisible(_ scanned: ScannedText, _ unit: Int, _ sign: Sign, _ crosses: Bool) -> Bool {
        guard unit > 0, unit < sign.unit else { return false }
        let word = scanned.word(holding: unit)
        return Int(scanned.words[word].low) < unit || isTight(scanned.words[word], crosses)
    }

    private static func highEdge(_ sign: Sign, _ scanned: ScannedText, _ crosses: Bool) -> Int {
        var high = sign.unit
        var edge = sign.from + 1
        while high < scanned.units.count {
            let (from, to) = (scanned.from(high), scanned.to(high))
            let word = scanned.word(holding: high)
            let isInside =
                high > sign.unit
                && (Int(scanned.words[word].low) < high || isTight(scanned.words[word], crosses)
                    || scanned.words[word].gap == .apostrophe && from == edge + 1)
            guard from == edge || isInside else { break }
            edge = to
            high += 1
        }
        return high
    }

    private func add(_ choice: [Sign], _ pick: Int, _ low: Int, _ high: Int, to scanned: inout ScannedText) {
        var units: [UInt32] = []
        var next = choice.startIndex
        var bits = pick
        for unit in low...high {
            while next < choice.endIndex, choice[next].unit == unit {
                let letters = choice[next].letters
                units.append(letters[letters.count > 1 ? bits & 1 : 0])
                if letters.count > 1 { bits >>= 1 }
                next += 1
            }
            if unit < high { units.append(scanned.units[unit]) }
        }
        let first = scanned.word(holding: low)
        let last = scanned.word(holding: high - 1)
        let alternative = ScannedText.Alternative(
            firstWord: first, lastWord: last, units: units,
            from: min(scanned.from(low), choice[choice.startIndex].from),
            to: max(scanned.to(high - 1), choice[choice.endIndex - 1].from + 1))
        if !scanned.alternatives.suffix(16).contains(alternative) { scanned.alternatives.append(alternative) }
    }
}

extension Digraphs {
    /// The same words with every such letter read the other way.
    static func addAlternatives(to scanned: inout ScannedText, at places: [(unit: Int, value: UInt32)]) {
        var next = 0
        while next < places.count {
            let (first, last) = scanned.run(around: scanned.word(holding: places[next].unit))
            let (low, high) = (Int(scanned.words[first].low), Int(scanned.words[last].high))
            let inside = places[next...].prefix { $0.unit < high }
            next = max(inside.endIndex, next + 1)
            guard high - low < 60 else { continue }
            // each alone or both ways when they are few, else all at once
            let choices = inside.count <= 3 ? 1..<1 << inside.count : 0..<1
            for choice in choices {
                let chosen = inside.enumerated().filter { choice == 0 || choice >> $0.offset & 1 == 1 }.map(\.element)
                scanned.alternatives.append(
                    ScannedText.Alternative(
                        firstWord: first, lastWord: last, units: units(scanned, low..<high, chosen),
                        from: scanned.words[first].from, to: scanned.words[last].to))
            }
        }
    }

    private static func units(
        _ scanned: ScannedText, _ range: Range<Int>, _ places: [(unit: Int, value: UInt32)]
    ) -> [UInt32] {
        var units: [UInt32] = []
        var unit = range.lowerBound
        while unit < range.upperBound {
            guard let place = places.first(where: { $0.unit == unit }), let letters = written[place.value] else {
                units.append(scanned.units[unit])
                unit += 1
                continue
            }
            units += letters.utf8.map { UInt32($0 - 0x60) }
            repeat { unit += 1 } while unit < range.upperBound && scanned.from(unit) == scanned.from(unit - 1)
        }
        return units
    }
}
