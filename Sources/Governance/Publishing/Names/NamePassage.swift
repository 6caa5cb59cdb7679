/// Judges whether a given and a family name beside each other are a person's name or prose.
struct NamePassage {
    let given: NameHit
    let family: NameHit
    let isReversed: Bool
    let nearness: NameContext.Nearness
    let hasMiddle: Bool
    /// The family name is somebody's first name as well.
    let familyIsGivenToo: Bool
    let context: NameContext

    private var words: [ScannedText.Word] { context.scanned.words }
    private var first: NameHit { isReversed ? family : given }
    private var second: NameHit { isReversed ? given : family }

    /// Nil when it is prose.
    var certainty: Observation.Certainty? {
        if isList { return nil }
        if !isPhrase, context.isWholeAddress(first.start, second.end - 1) { return .plain }
        if isBrokenByLine, context.hasPlace(after: second.end - 1) { return nil }
        let ordinaryGiven = isOrdinary(given)
        let ordinaryFamily = isOrdinary(family)
        if nearness == .comma {
            guard isReversed, !followsPlaceWord else { return nil }
            guard ordinaryFamily || ordinaryGiven else { return .plain }
            let hasCue = context.hasCue(before: first.start)
            guard isUpper(given) && isUpper(family) || hasCue || isFiledInSmall else { return nil }
            return bothOrdinary(ordinaryFamily && ordinaryGiven && !hasCue ? -1 : 1)
        }
        if ordinaryGiven && ordinaryFamily { return bothOrdinary(nearness == .odd || isReversed ? -1 : 0) }
        if ordinaryFamily { return isReversed ? reversedOrdinaryFamily : ordinaryFamilyName }
        if ordinaryGiven { return ordinaryGivenName }
        return .plain
    }

    /// "entwistle, grace": a surname without its capital is none of prose's words, so that the next is a name too.
    private var isFiledInSmall: Bool {
        !isUpper(given) && !isUpper(family) && !isOrdinary(family) && !traits.contains(.known)
            && words[given.start].traits.isDisjoint(with: [.verb, .function, .calendar])
    }

    private func isOrdinary(_ hit: NameHit) -> Bool {
        KnownWords.shared.traits(hit.spelling).contains(.ordinary)
    }

    private func isUpper(_ hit: NameHit) -> Bool { words[hit.start].startsUpper }

    /// What the family's name is as a word.
    private var traits: WordTraits { KnownWords.shared.traits(family.spelling) }

    /// First names one after another, of which one is also a family name.
    private var isList: Bool {
        guard familyIsGivenToo else { return false }
        var last = second.end - 1
        while last + 1 < words.count, words[last + 1].gap.isSubset(of: [.hyphen, .apostrophe]) { last += 1 }
        switch nearness {
        case .comma:
            let before = words[first.start].gap
            if before.contains(.comma) || before.contains(.and) { return true }
            if first.start > 0, words[first.start - 1].traits.contains(.conjunction) { return true }
            guard last + 1 < words.count else { return false }
            let next = words[last + 1]
            if next.gap.contains(.and) || next.traits.contains(.conjunction) { return true }
            return next.gap.contains(.comma) && next.startsUpper
                && (next.traits.contains(.given) || next.traits.isDisjoint(with: [.ordinary, .form, .personVerb]))
        case .line, .odd: return isAloneOnLine && isBrokenByLine
        default: return false
        }
    }

    private var isAloneOnLine: Bool {
        var start = first.start
        while start > 0, words[start].gap.isSubset(of: [.hyphen, .apostrophe]) { start -= 1 }
        return !words[start].gap.isDisjoint(with: [.edge, .newline, .paragraph])
    }

    private var isBrokenByLine: Bool {
        (first.end...second.start).contains { !words[$0].gap.isDisjoint(with: [.newline, .paragraph]) }
    }

    /// "In Preston, Jamie …"
    private var followsPlaceWord: Bool {
        guard family.start > 0 else { return false }
        return words[family.start - 1].traits.contains(.placeBefore) && traits.contains(.known)
    }

    /// Grace Field: with both capitals, in the roll's order, the pupil; else only with something that speaks for it.
    private func bothOrdinary(_ start: Int) -> Observation.Certainty? {
        if isWrittenAsName && !isDoubted { return .plain }
        if let certainty = alone { return certainty }
        if isReversed, hasMiddle, nearness != .comma { return nil }
        return scored(start)
    }

    private var isPhrase: Bool {
        let low = Int(words[first.start].low)
        var high = Int(words[second.end - 1].high)
        if second.to < words[second.end - 1].to { high -= 1 }
        guard high - low < 64 else { return false }
        return KnownWords.shared.traits(context.scanned.hash(low, high)).contains(.phrase)
            || context.isPhrase(first.start)
    }

    private var isWrittenAsName: Bool {
        !isReversed && isUpper(given) && isUpper(family) && nearness == .near && !isBrokenByLine
            && words[first.start].setting == .prose && !words[family.start].gap.contains(.dot)
    }

    /// The words around it make a heading, a place or a date of it.
    private var isDoubted: Bool {
        let last = second.end - 1
        let isWhole = given.to >= words[given.end - 1].to && family.to >= words[last].to
        if !isWhole || isPhrase || context.isPhrase(last) || context.isPhrase(first.start - 1) { return true }
        if context.goesOn(after: last) || context.isHeading(first.start, last) { return true }
        if context.follower(of: last)?.traits.contains(.place) == true || ownsPlace { return true }
        guard first.start > 0, context.nearness(first.start) != .broken else { return false }
        let before = words[first.start - 1]
        let isCalendar = words[given.start].traits.contains(.calendar)
        if isCalendar, context.isDate(before: first.start) { return true }
        if before.traits.contains(.placeBefore), traits.contains(.place) || isCalendar { return true }
        if context.isTitleOrPlace(first.start, .whereabouts) { return true }
        guard before.traits.contains(.determiner) else { return false }
        return isCalendar || traits.contains(.place) || !context.isOwner(first.start - 1)
    }

    /// "Joy King’s College".
    private var ownsPlace: Bool {
        let last = second.end - 1
        return context.hasPossessive(after: last) && context.hasPlace(after: last + 1)
    }

    /// All there is of a line, whatever its letters and order.
    private var alone: Observation.Certainty? {
        let last = second.end - 1
        guard !isPhrase, !isBrokenByLine, context.isWholeLine(first.start, last) else { return nil }
        if isReversed || nearness == .odd {
            guard isUpper(given), isUpper(family), nearness == .comma || !familyIsGivenToo else { return nil }
            return .likely
        }
        if isUpper(given), isUpper(family) { return .plain }
        // "will power" is no sentence's beginning
        return words[given.start].traits.contains(.verb) ? nil : .likely
    }

    private func scored(_ start: Int) -> Observation.Certainty? {
        let last = second.end - 1
        let joined = words[first.start..<second.end].dropFirst().allSatisfy { $0.gap.isEmpty }
        var score = start
        let isTag = words[first.start].setting != .prose
        if isTag {
            score += isUpper(given) && isUpper(family) ? 2 : 0
            if isPhrase || words[given.start].traits.contains(.calendar) { score -= 3 }
        } else if (context.isCaseless(first.start, last) || context.isHeading(first.start, last)) && !joined {
            score += 0
        } else if isUpper(given) && isUpper(family) {
            score += context.startsSentence(first.start) ? 1 : 2
        } else if isUpper(given) != isUpper(family) {
            score -= 1
        }
        if hasMiddle { score += 1 }
        if context.hasCue(before: first.start) { score += 3 }
        if context.hasPerson(after: last) { score += 2 }
        if context.hasPossessive(after: last) && !ownsPlace { score += 1 }
        if !isTag, !context.hasCue(before: first.start),
            context.goesOn(after: last) || family.to < words[family.end - 1].to
        {
            score -= 1
        }
        if words[given.start].traits.contains(.calendar), !context.hasCue(before: first.start) { score -= 2 }
        if isPhrase { score -= 4 }
        if context.isPhrase(last) || context.follower(of: last)?.traits.contains(.place) == true { score -= 4 }
        if first.start > 0, !isTag {
            let before = words[first.start - 1]
            if context.nearness(first.start) != .broken {
                if before.traits.contains(.determiner) { score -= 3 }
                if before.traits.contains(.placeBefore), traits.contains(.place) { score -= 2 }
                if before.traits.contains(.calendar) { score -= 2 }
            }
        }
        return score >= 2 ? .plain : nil
    }

    /// Jamie Field, Aisha Read.
    private var ordinaryFamilyName: Observation.Certainty? {
        let last = family.end - 1
        if isBrokenByLine {
            // the capital may be the line's
            if isAloneOnLine { return nil }
            return context.hasCue(before: given.start) || context.hasPerson(after: last) ? .plain : nil
        }
        // India Day, Florence Cook House
        if isUpper(given), isUpper(family), words[given.start].setting == .prose,
            words[given.start].traits.contains(.known), isDoubted
        {
            return scored(0)
        }
        if traits.contains(.place), isUpper(family) {
            if context.hasPlace(after: last) { return nil }
            if given.start > 0, words[given.start - 1].traits.contains(.placeBefore), !context.hasPerson(after: last) {
                return nil
            }
        }
        if words[family.start].setting != .prose, traits.isDisjoint(with: [.verb, .function, .calendar]) {
            return .plain
        }
        if isUpper(family) && !(isUpper(given) && context.isCaseless(given.start, last) && traits.contains(.verb)) {
            return .plain
        }
        if context.hasCue(before: given.start) && !traits.contains(.function)
            && !(traits.contains(.verb) && isUpper(given))
        {
            return .plain
        }
        if context.hasPerson(after: last) || context.hasPossessive(after: last) { return .plain }
        if hasMiddle && !traits.contains(.verb) { return .plain }
        if isUpper(given) && !isUpper(family) { return nil }
        if context.isPhrase(last) { return nil }
        return traits.isDisjoint(with: [.verb, .describing, .function, .calendar]) ? .plain : nil
    }

    /// Field Jamie.
    private var reversedOrdinaryFamily: Observation.Certainty? {
        if words[family.start].isAllUpper, words[family.start].length > 1, !words[given.start].isAllUpper {
            return .plain
        }
        if context.hasCue(before: family.start), isUpper(family) == isUpper(given) { return .plain }
        guard isUpper(family), isUpper(given), !context.startsSentence(family.start),
            !context.isCaseless(family.start, given.end - 1)
        else { return nil }
        let unlikely: WordTraits = [.describing, .office, .verb, .function, .calendar, .place, .titleWord]
        return traits.isDisjoint(with: unlikely) ? .plain : nil
    }

    /// Grace Thornton, will thornton.
    private var ordinaryGivenName: Observation.Certainty? {
        let mine = words[given.start].traits
        let last = second.end - 1
        let isTag = words[first.start].setting != .prose
        if isUpper(family) && !isUpper(given) && !isTag { return nil }
        if !isUpper(family), isUpper(given), mine.contains(.verb), !isTag { return isReversed ? nil : .plain }
        if context.hasPlace(after: last) && (context.startsSentence(first.start) || mine.contains(.calendar)) {
            return nil
        }
        if isReversed, !isUpper(given), mine.contains(.verb) { return context.hasPerson(after: last) ? .plain : nil }
        if mine.contains(.calendar), first.start > 0, isUpper(given), !isReversed,
            context.nearness(first.start) != .broken
        {
            let before = words[first.start - 1].traits
            if before.contains(.placeBefore) || before.contains(.determiner) || before.contains(.calendar) {
                return nil
            }
        }
        return .plain
    }
}
