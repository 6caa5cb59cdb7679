/// Thornton
extension LoneNames {
    mutating func surnameAlone(_ hit: NameHit) -> Bool {
        let word = scanned.words[hit.start]
        guard word.setting == .prose, !hit.kinds.contains(.given), isAlone(hit) else { return false }
        let isWord = hit.end - hit.start == 1
        if isWord, !word.traits.isDisjoint(with: [.given, .function]) { return false }
        let isDoubtful = isWord && !word.traits.isDisjoint(with: [.ordinary, .known, .secondName])
        if isDoubtful, !speaksOfSomeone(hit) { return false }
        let people = bearers(PostingKey.family, hit)
        guard !people.isEmpty else { return false }
        let isStaffToo = people.contains { roll.people[$0].kind == .staff }
        found.append(
            NameMention(
                form: .surname, people: people, from: Int(hit.from), to: Int(hit.to),
                certainty: isStaffToo || isDoubtful ? .likely : .plain))
        return true
    }

    /// Field, Preston: a surname only after "save by" and the like, and not where a sentence begins.
    private func speaksOfSomeone(_ hit: NameHit) -> Bool {
        !context.startsSentence(hit.start) && context.hasCue(before: hit.start)
            && context.follower(of: hit.end - 1)?.traits.contains(.form) != true
            && !context.isPhrase(hit.end - 1) && !context.isCaseless(hit.start, hit.end - 1)
    }

    /// Neither somebody else's surname, nor a house, a street or a firm.
    private func isAlone(_ hit: NameHit) -> Bool {
        var start = hit.start
        while start > 0, scanned.words[start - 1].traits.contains(.particle), context.nearness(start) == .near {
            start -= 1
        }
        if start < hit.start, context.hasTitle(before: start) { return false }
        if start > 0 {
            let before = scanned.words[start - 1]
            if scanned.words[start].gap.contains(.and) { return false }
            let near = context.nearness(start)
            if near == .near || near == .line {
                let isName =
                    before.startsUpper && !before.traits.contains(.ordinary) && before.traits.isDisjoint(with: .cue)
                if isName || before.traits.contains(.given) && before.startsUpper { return false }
                if !before.traits.contains(.ordinary), before.traits.contains(.given), !scanned.words[start].startsUpper
                {
                    return false
                }
                if before.length == 1 && before.startsUpper { return false }
                if context.isTitleOrPlace(start, .whereabouts) || context.isWayTo(start) { return false }
                if !before.traits.isDisjoint(with: [.placeBefore, .office]),
                    !context.isFromSomeone(start, to: hit.end - 1)
                {
                    return false
                }
                if before.traits.contains(.determiner) {
                    return context.follower(of: hit.end - 1)?.traits.contains(.kin) == true
                }
                if before.startsUpper, before.traits.contains(.ordinary), !context.startsSentence(start - 1) {
                    return false
                }
            }
        }
        guard let next = context.follower(of: hit.end - 1) else {
            return hit.end >= scanned.words.count || !scanned.words[hit.end].gap.contains(.and)
        }
        if next.gap == .apostrophe { return true }
        if next.traits.contains(.place) { return false }
        return !next.startsUpper || next.traits.contains(.kin)
    }
}
