/// Finds a given and a family name of one person beside each other.
struct FullNames {
    let roll: Roll
    let scanned: ScannedText
    let hits: NameHits
    let context: NameContext
    /// The same name is met twice only from words that stand close together.
    private static let near = 32
    private var found: [NameMention] = []

    /// Words that may stand between the two, beside single letters.
    private static let longestSkip = 3
    private static let mostWords = 7

    static func find(_ roll: Roll, _ scanned: ScannedText, _ hits: NameHits, _ context: NameContext) -> [NameMention] {
        var finder = FullNames(roll: roll, scanned: scanned, hits: hits, context: context)
        for hit in hits.all {
            finder.pairs(from: hit)
            if hit.kinds.contains(.family) { finder.shareFamily(hit) }
        }
        return finder.found
    }

    private init(roll: Roll, scanned: ScannedText, hits: NameHits, context: NameContext) {
        self.roll = roll
        self.scanned = scanned
        self.hits = hits
        self.context = context
    }

    private mutating func pairs(from first: NameHit) {
        var word = first.end
        var worst = NameContext.Nearness.near
        var skipped: Range<Int>?
        var isInBrackets = false
        var skips = 0
        while word < scanned.words.count {
            let gap = scanned.words[word].gap
            let near = context.nearness(word)
            if gap.contains(.open) && !gap.contains(.close) || gap.contains(.quote) && !isInBrackets {
                isInBrackets = true
            } else if gap.contains(.close) || gap.contains(.quote) {
                isInBrackets = false
            }
            switch near {
            case .broken: return
            case .comma:
                if skipped != nil || worst == .comma { return }
                worst = .comma
            case .odd: if worst == .near || worst == .line { worst = .odd }
            case .line:
                if skipped != nil, worst == .line { return }
                if worst == .near { worst = .line }
            case .near: break
            }
            var link = hits.first(at: word)
            while link >= 0 {
                let second = hits.all[Int(link)]
                consider(first, second, worst, skipped)
                link = second.next
            }
            let next = scanned.words[word]
            if near == .odd, !gap.isDisjoint(with: [.newline, .paragraph]) { return }
            if next.length > 1 { skips += 1 }
            guard worst != .comma, skips <= Self.longestSkip, word - first.end < Self.mostWords else { return }
            if !isInBrackets, next.traits.contains(.function) && !next.startsUpper && next.length > 1 { return }
            if next.gap == .apostrophe, next.length == 1 { return }
            skipped = first.end..<word + 1
            word += 1
        }
    }

    private mutating func consider(
        _ first: NameHit, _ second: NameHit, _ near: NameContext.Nearness, _ skipped: Range<Int>?
    ) {
        if first.kinds.contains(.given), second.kinds.contains(.family) {
            consider(given: first, family: second, isReversed: false, near, skipped)
        }
        if first.kinds.contains(.family), second.kinds.contains(.given) {
            consider(given: second, family: first, isReversed: true, near, skipped)
        }
    }

    private mutating func consider(
        given: NameHit, family: NameHit, isReversed: Bool, _ near: NameContext.Nearness, _ skipped: Range<Int>?
    ) {
        var people: [NameSegment.Link] = []
        roll.names.people(under: PostingKey.pair(given: given.name, family: family.name)) { people.append($0) }
        guard !people.isEmpty else { return }
        if let skipped {
            let isPlain =
                !KnownWords.shared.traits(given.spelling).contains(.ordinary)
                && !KnownWords.shared.traits(family.spelling).contains(.ordinary)
            people.removeAll { !mayStandBetween(skipped, roll.people[Int($0.person)], isPlain: isPlain) }
        }
        guard !people.isEmpty else { return }
        let (first, second) = isReversed ? (family, given) : (given, family)
        if context.hasTitle(before: first.start) {
            if !isReversed, near == .near, skipped == nil { titled(people, given, family) }
            return
        }
        let passage = NamePassage(
            given: given, family: family, isReversed: isReversed, nearness: near, hasMiddle: skipped != nil,
            familyIsGivenToo: isAlsoGiven(family), context: context)
        guard let certainty = passage.certainty else { return }
        let mention = NameMention(
            form: .full, people: closest(people, given, family), from: Int(first.from), to: Int(second.to),
            certainty: certainty, isDirect: skipped == nil)
        if !found.suffix(Self.near).contains(mention) { found.append(mention) }
    }

    /// "Mr Jamie Thornton", who is on the roll as a pupil and not as a member of staff.
    private mutating func titled(_ people: [NameSegment.Link], _ given: NameHit, _ family: NameHit) {
        let title = scanned.words[given.start - 1].traits
        guard !title.isDisjoint(with: [.title, .titleWord]), context.nearness(given.start) == .near else { return }
        if let next = context.follower(of: family.end - 1), next.startsUpper, next.gap != .apostrophe,
            next.traits.isDisjoint(with: [.form, .personVerb, .function])
        {
            return  // Mr Grace Day Lewis
        }
        let pupils = people.filter {
            $0.rank.isEmpty && roll.people[Int($0.person)].kind == .pupil
                && $0.given == UInt32(truncatingIfNeeded: given.spelling)
                && $0.family == UInt32(truncatingIfNeeded: family.spelling)
        }
        guard !pupils.isEmpty, !people.contains(where: { roll.people[Int($0.person)].kind == .staff }),
            !isOnStaff(given, family)
        else { return }
        let mention = NameMention(
            form: .full, people: Set(pupils.map { Int($0.person) }).sorted(), from: Int(given.from),
            to: Int(family.to), certainty: .likely)
        if !found.suffix(Self.near).contains(mention) { found.append(mention) }
    }

    /// Whether staff of that family name are on the roll with a fitting initial, or with no given name at all.
    private func isOnStaff(_ given: NameHit, _ family: NameHit) -> Bool {
        let initial = scanned.units[Int(scanned.words[given.start].low)]
        var isStaff = false
        for school in roll.names.schools(readFor: nil) {
            roll.names.people(under: PostingKey.family(family.name, school: school)) { link in
                let person = roll.people[Int(link.person)]
                guard person.kind == .staff, !isStaff else { return }
                let letters = RollName(person.given).units
                isStaff = letters.isEmpty || letters.count == 1 && letters[0] == initial
            }
        }
        return isStaff
    }

    /// Middle names, initials, other names with a capital, or something in brackets.
    private func mayStandBetween(_ words: Range<Int>, _ person: Person, isPlain: Bool) -> Bool {
        var middles: [UInt64]?
        var isInBrackets = false
        for index in words {
            let word = scanned.words[index]
            if !word.gap.isDisjoint(with: [.open, .quote]), !word.gap.contains(.close) { isInBrackets = true }
            if isInBrackets || word.length == 1 { continue }
            if word.traits.contains(.particle), !word.traits.contains(.function) { continue }
            if word.startsUpper, word.traits.contains(.given), isPlain || !word.traits.contains(.verb) { continue }
            if word.traits.isDisjoint(with: [.ordinary, .title, .titleWord]) {
                if word.startsUpper || word.traits.contains(.given) || hits.first(at: index) >= 0 { continue }
            }
            let known = middles ?? PersonNames(person).middle.map { SpellingHash.of($0) }
            middles = known
            if !known.contains(scanned.hash(Int(word.low), Int(word.high))) { return false }
        }
        return true
    }

    private func isAlsoGiven(_ hit: NameHit) -> Bool {
        hit.kinds.contains(.given) || (hit.end - hit.start == 1 && scanned.words[hit.start].traits.contains(.given))
    }

    /// Of those it fits, those whose whole name it is, and spelled so, before the others.
    private func closest(_ people: [NameSegment.Link], _ given: NameHit, _ family: NameHit) -> [Int] {
        if people.count == 1 { return [Int(people[0].person)] }
        var best: [Int32: Int] = [:]
        for entry in people {
            var distance = entry.rank.rawValue.nonzeroBitCount * 4
            if entry.given != UInt32(truncatingIfNeeded: given.spelling) { distance += 1 }
            if entry.family != UInt32(truncatingIfNeeded: family.spelling) { distance += 1 }
            best[entry.person] = min(best[entry.person] ?? distance, distance)
        }
        let least = best.values.min() ?? 0
        return best.filter { $0.value == least }.keys.map(Int.init).sorted()
    }

    /// "Jamie and Aisha Thornton" names Jamie Thornton too, whoever Aisha is.
    private mutating func shareFamily(_ family: NameHit) {
        let start = family.start - 1
        guard start > 0, scanned.words[start].startsUpper, scanned.words[family.start].startsUpper,
            context.nearness(family.start) == .near
        else { return }
        var last = start - 1
        if scanned.words[last].traits.contains(.conjunction), context.nearness(start) == .near, last > 0 {
            guard context.nearness(last) == .near else { return }
            last -= 1
        } else if !scanned.words[start].gap.contains(.and) {
            return
        }
        guard isFirstName(start, before: family) else { return }
        for other in max(0, last - 2)...last {
            var link = hits.first(at: other)
            while link >= 0 {
                let hit = hits.all[Int(link)]
                link = hit.next
                guard hit.end == last + 1, hit.kinds.contains(.given), scanned.words[hit.start].startsUpper,
                    !context.hasTitle(before: hit.start)
                else { continue }
                var people: [NameSegment.Link] = []
                roll.names.people(under: PostingKey.pair(given: hit.name, family: family.name)) { people.append($0) }
                guard !people.isEmpty else { continue }
                let mention = NameMention(
                    form: .full, people: closest(people, hit, family), from: Int(hit.from), to: Int(hit.to),
                    certainty: .plain)
                if !found.suffix(Self.near).contains(mention) { found.append(mention) }
            }
        }
    }

    /// Whether the word before a shared family name is somebody's first name, not a title, a place or a word.
    private func isFirstName(_ index: Int, before family: NameHit) -> Bool {
        let word = scanned.words[index]
        guard word.traits.isDisjoint(with: [.title, .titleWord, .function, .office]), word.length > 1,
            !context.hasPlace(after: family.end - 1), !context.isPhrase(index)
        else { return false }
        let isWord = KnownWords.shared.traits(family.spelling).contains(.ordinary)
        if !word.traits.contains(.ordinary) { return true }
        guard !context.isCaseless(index, family.end - 1) else { return false }
        return word.traits.contains(.given) && !(isWord && word.traits.contains(.calendar))
    }
}
