/// Jamie
extension LoneNames {
    mutating func givenAlone(_ hit: NameHit) {
        let word = scanned.words[hit.start]
        let isOrdinary = KnownWords.shared.traits(hit.spelling).contains(.ordinary)
        // roses are no pupil's
        if isOrdinary, hit.end - hit.start == 1, hit.to < word.to { return }
        if word.traits.contains(.ordinary), !isGivenInUse(hit) { return }
        if context.isTitleOrPlace(hit.start, .scripture) || context.isPhrase(hit.end - 1) { return }
        if let next = context.follower(of: hit.end - 1), next.startsUpper, next.setting == .prose,
            next.gap != .apostrophe, next.length > 1, isSurname(next, of: hit)
        {
            return  // somebody else, with a surname
        }
        if hit.start > 0, context.nearness(hit.start) == .near {
            let before = scanned.words[hit.start - 1]
            if before.startsUpper, !before.traits.contains(.ordinary), before.traits.contains(.given) { return }
        }
        let people = bearers(PostingKey.given, hit)
        guard !people.isEmpty else { return }
        found.append(
            NameMention(
                form: .given, people: people, from: Int(hit.from), to: Int(hit.to),
                certainty: word.traits.contains(.ordinary) && !isSpokenFor(hit) ? .likely : .plain))
    }

    /// Parks, Darling: with its capital inside a sentence a word is somebody else's surname too.
    private func isSurname(_ next: ScannedText.Word, of hit: NameHit) -> Bool {
        if !next.traits.contains(.ordinary) { return true }
        let others: WordTraits = [.function, .verb, .calendar, .form, .place, .placeBefore, .determiner, .conjunction]
        return next.traits.isDisjoint(with: others) && !context.isCaseless(hit.start, hit.end - 1)
    }

    /// "Well done", a class or a person's verb beside it.
    private func isSpokenFor(_ hit: NameHit) -> Bool {
        context.hasCue(before: hit.start) || context.hasPerson(after: hit.end - 1) || isBesideAName(hit)
    }

    /// "Mark and Priya", "Priya and Mark".
    private func isBesideAName(_ hit: NameHit) -> Bool {
        if hit.end + 1 < scanned.words.count, scanned.words[hit.end].traits.contains(.conjunction),
            context.nearness(hit.end) == .near, context.nearness(hit.end + 1) == .near, isFirstName(hit.end + 1)
        {
            return true
        }
        return hit.start > 1 && scanned.words[hit.start - 1].traits.contains(.conjunction)
            && context.nearness(hit.start) == .near && context.nearness(hit.start - 1) == .near
            && isFirstName(hit.start - 2)
    }

    private func isFirstName(_ index: Int) -> Bool {
        let word = scanned.words[index]
        guard word.startsUpper, word.setting == .prose else { return false }
        if word.traits.contains(.given), !word.traits.contains(.ordinary) { return true }
        guard !context.startsSentence(index), word.traits.isDisjoint(with: [.calendar, .function]) else { return false }
        var link = hits.first(at: index)
        while link >= 0 {
            if hits.all[Int(link)].kinds.contains(.given) { return true }
            link = hits.all[Int(link)].next
        }
        return false
    }

    /// Grace, May, Will: a first name only where the words around say so.
    private func isGivenInUse(_ hit: NameHit) -> Bool {
        let last = hit.end - 1
        if context.isCaseless(hit.start, last) || context.isPhrase(last) || context.isPhrase(hit.start - 1) {
            return false
        }
        if context.hasPlace(after: last) { return false }
        if hit.start > 0 {
            let before = scanned.words[hit.start - 1].traits
            if before.contains(.determiner) || before.contains(.calendar) || before.contains(.placeBefore) {
                return false
            }
        }
        if isSpokenFor(hit) { return true }
        let word = scanned.words[hit.start].traits
        if !word.contains(.calendar), ownsSomething(last) { return true }
        if word.contains(.calendar) || context.startsSentence(hit.start) {
            let next = context.follower(of: last)?.traits ?? []
            return next.contains(.verb) && !word.contains(.verb) && !word.contains(.calendar)
        }
        return !word.contains(.verb) || context.hasPossessive(after: last)
    }

    /// "Rose's poem", not "Hope's a fine thing".
    private func ownsSomething(_ last: Int) -> Bool {
        guard context.hasPossessive(after: last), last + 2 < scanned.words.count, context.nearness(last + 2) == .near
        else { return false }
        let thing = scanned.words[last + 2]
        return !thing.startsUpper && thing.traits.isDisjoint(with: [.function, .determiner, .placeBefore])
    }
}
