/// The spellings under which one person is found: given names and family names, whole and in part.
struct PersonNames {
    struct Spelling {
        var units: [UInt32]
        var rank: Rank
    }

    /// How far a spelling is from the whole name on the roll. The lower, the closer.
    struct Rank: OptionSet, Sendable {
        let rawValue: UInt8
        static let partOfGiven = Rank(rawValue: 1)
        static let partOfFamily = Rank(rawValue: 2)
        static let middleAsGiven = Rank(rawValue: 4)
        static let middleAsFamily = Rank(rawValue: 8)
    }

    var given: [Spelling] = []
    var family: [Spelling] = []
    /// The first parts of names of several parts.
    var openers: [[UInt32]] = []
    /// Middle names only; they may stand between.
    var middle: [[UInt32]] = []

    init(_ person: Person) {
        for name in [person.given, person.preferred] {
            guard let name else { continue }
            add(RollName(name), whole: [], part: .partOfGiven, to: \.given)
        }
        add(RollName(person.family), whole: [], part: .partOfFamily, to: \.family)
        guard let middle = person.middle else { return }
        for part in RollName(middle).parts {
            self.middle.append(part.units)
            guard part.units.count > 2 else { continue }
            if !part.traits.contains(.secondName) {
                include(Spelling(units: part.units, rank: .middleAsGiven), in: \.given)
            }
            if part.traits.contains(.secondName) {
                include(Spelling(units: part.units, rank: .middleAsFamily), in: \.family)
            }
        }
    }

    private mutating func add(
        _ name: RollName, whole: Rank, part: Rank, to path: WritableKeyPath<PersonNames, [Spelling]>
    ) {
        guard !name.units.isEmpty else { return }
        include(Spelling(units: name.units, rank: whole), in: path)
        for units in name.alternatives { include(Spelling(units: units, rank: whole), in: path) }
        // O'Brien as Brien
        for units in name.afterApostrophes { include(Spelling(units: units, rank: part), in: path) }
        guard name.parts.count > 1 else { return }
        openers.append(name.parts[0].units)
        for part2 in name.parts where part2.units.count > 2 && !part2.traits.contains(.particle) {
            include(Spelling(units: part2.units, rank: part), in: path)
            for units in part2.alternatives { include(Spelling(units: units, rank: part), in: path) }
        }
        // "van den Berg" as "Berg" is a part; "Garcia Lopez" of "Garcia Lopez Ruiz" is one too
        if name.parts.count > 2 {
            for cut in 1..<name.parts.count {
                let head = name.parts[..<cut].flatMap(\.units)
                let tail = name.parts[cut...].flatMap(\.units)
                let isName = name.parts[..<cut].contains { !$0.traits.contains(.particle) }
                if cut > 1, isName { include(Spelling(units: head, rank: part), in: path) }
                if cut < name.parts.count - 1 { include(Spelling(units: tail, rank: part), in: path) }
            }
        }
    }

    private mutating func include(_ spelling: Spelling, in path: WritableKeyPath<PersonNames, [Spelling]>) {
        guard spelling.units.count < 64, !self[keyPath: path].contains(where: { $0.units == spelling.units }) else {
            return
        }
        self[keyPath: path].append(spelling)
    }
}

/// A name as the roll has it, folded and cut into parts at spaces and hyphens, not at apostrophes or capitals.
struct RollName {
    struct Part {
        var units: [UInt32]
        var traits: WordTraits
        var alternatives: [[UInt32]]
    }

    let units: [UInt32]
    let parts: [Part]
    /// What stands after an apostrophe.
    let afterApostrophes: [[UInt32]]
    /// The whole name in other letters: ü as ue.
    let alternatives: [[UInt32]]

    init(_ name: String) {
        let scanned = TextScanner.scan(name)
        units = scanned.units
        var parts: [Part] = []
        var low = 0
        for (index, word) in scanned.words.enumerated() {
            let next = scanned.gap(after: index)
            let isLast = index == scanned.words.count - 1
            if !isLast, next.isEmpty || next == .apostrophe { continue }
            let units = Array(scanned.units[low..<Int(word.high)])
            low = Int(word.high)
            parts.append(
                Part(units: units, traits: KnownWords.shared.traits(SpellingHash.of(units)), alternatives: []))
        }
        var whole: [[UInt32]] = []
        for alternative in scanned.alternatives where alternative.firstWord == alternative.lastWord {
            let word = scanned.words[alternative.firstWord]
            let other =
                Array(scanned.units[..<Int(word.low)]) + alternative.units + Array(scanned.units[Int(word.high)...])
            whole.append(other)
            if let part = parts.firstIndex(where: { $0.units == Array(scanned.units[Int(word.low)..<Int(word.high)]) })
            {
                parts[part].alternatives.append(alternative.units)
            }
        }
        if name.unicodeScalars.contains(where: { (0x370...0x3FF).contains($0.value) }) {
            whole.append(TextScanner.scan(name.uppercased()).units)
        }
        afterApostrophes = scanned.words.dropFirst().filter { $0.gap == .apostrophe && $0.length > 2 }.map {
            Array(scanned.units[Int($0.low)..<Int($0.high)])
        }
        self.parts = parts
        alternatives = whole
    }
}
