/// Finds a family name, a given name or initials that stand alone, read against one school.
struct LoneNames {
    let roll: Roll
    let schools: [Int32]
    let seeking: NameReader.Seeking
    let scanned: ScannedText
    let context: NameContext
    private let hits: NameHits
    private var found: [NameMention] = []

    static func find(
        _ roll: Roll, _ school: String?, _ seeking: NameReader.Seeking, _ scanned: ScannedText, _ hits: NameHits,
        _ context: NameContext, besides full: [NameMention]
    ) -> [NameMention] {
        var finder = LoneNames(
            roll: roll, schools: roll.names.schools(readFor: school), seeking: seeking, scanned: scanned,
            context: context, hits: hits)
        let spans = NameSpans(full)
        for hit in hits.all where !spans.overlap(Int(hit.from), Int(hit.to)) {
            finder.consider(hit)
        }
        if seeking.contains(.initials) { finder.initials() }
        return finder.found
    }

    private init(
        roll: Roll, schools: [Int32], seeking: NameReader.Seeking, scanned: ScannedText, context: NameContext,
        hits: NameHits
    ) {
        self.roll = roll
        self.schools = schools
        self.seeking = seeking
        self.scanned = scanned
        self.context = context
        self.hits = hits
    }

    private mutating func consider(_ hit: NameHit) {
        let word = scanned.words[hit.start]
        let setting = word.setting
        guard setting != .link, !context.hasTitle(before: hit.start) else { return }
        guard word.startsUpper || isNameInSmall(hit) else { return }
        if isOwned(hit) { return }
        if seeking.contains(.surnames), hit.kinds.contains(.family) {
            if withInitial(hit) { return }
            if surnameAlone(hit) { return }
        }
        if seeking.contains(.givenNames), hit.kinds.contains(.given) { givenAlone(hit) }
    }

    /// "William's" is not Williams, and "River S." not Rivers.
    private func isOwned(_ hit: NameHit) -> Bool {
        let last = scanned.words[hit.end - 1]
        return hit.end - hit.start > 1 && last.length == 1 && scanned.words[hit.start].length > 1
    }

    /// Without its capital only a word that is nothing else: a common first name, or one with evidence beside it.
    private func isNameInSmall(_ hit: NameHit) -> Bool {
        let word = scanned.words[hit.start]
        let others: WordTraits = [.ordinary, .function, .known, .secondName, .particle, .title, .titleWord, .place]
        guard word.setting == .prose, word.length > 3, hit.to >= word.to, word.traits.isDisjoint(with: others) else {
            return false
        }
        if word.traits.contains(.given) { return hit.kinds.contains(.given) }
        if context.hasCue(before: hit.start) { return true }
        // "hartley class" is named after somebody
        let isOfAForm = context.follower(of: hit.end - 1)?.traits.contains(.form) == true
        return context.hasPerson(after: hit.end - 1) && !isOfAForm
    }

    // MARK: J. Thornton

    private mutating func withInitial(_ hit: NameHit) -> Bool {
        guard let (letters, start) = initials(before: hit) ?? initials(after: hit) else { return false }
        let isOrdinary = scanned.words[hit.start].traits.contains(.ordinary)
        let isDotted = scanned.gap(after: min(start, scanned.words.count - 1)).contains(.dot)
        if !isDotted, letters == [22] { return false }  // v for versus
        if isOrdinary, !isDotted, letters == [1] || letters == [9] { return false }
        if start < hit.start, !isDotted, letters == [1] || letters == [9], context.startsSentence(start) {
            return false
        }
        if letters.count > 1, !scanned.words[hit.start].traits.isDisjoint(with: [.known, .given]) { return false }
        // "Hope S." is a first name with an initial
        if start >= hit.end, scanned.words[start].gap.isDisjoint(with: .comma) || isOrdinary,
            isAlsoGiven(hit) || isOrdinary
        {
            return false
        }
        let people = bearers(PostingKey.family, hit).filter { index in
            let names = PersonNames(roll.people[index])
            guard names.given.contains(where: { $0.units.first == letters[0] }) else { return false }
            guard letters.count > 1 else { return true }
            return names.middle.isEmpty || names.middle.contains { $0.first == letters[1] }
        }
        guard !people.isEmpty else { return false }
        let end = max(hit.end - 1, start)
        found.append(
            NameMention(
                form: .initialAndSurname, people: people, from: min(Int(hit.from), Int(scanned.words[start].from)),
                to: max(Int(hit.to), Int(scanned.words[end].to)), certainty: .plain))
        return true
    }

    private func isAlsoGiven(_ hit: NameHit) -> Bool {
        hit.kinds.contains(.given) || scanned.words[hit.start].traits.contains(.given)
    }

    private func initials(before hit: NameHit) -> (letters: [UInt32], word: Int)? {
        var letters: [UInt32] = []
        var index = hit.start - 1
        var start = hit.start
        while index >= 0, letters.count < 3, context.nearness(index + 1) == .near {
            let word = scanned.words[index]
            guard word.length == 1, word.startsUpper, word.gap != .apostrophe,
                scanned.words[index + 1].gap != .apostrophe
            else { break }
            letters.insert(scanned.units[Int(word.low)], at: 0)
            start = index
            index -= 1
        }
        return letters.isEmpty ? nil : (letters, start)
    }

    private func initials(after hit: NameHit) -> (letters: [UInt32], word: Int)? {
        guard hit.end < scanned.words.count else { return nil }
        let word = scanned.words[hit.end]
        let near = context.nearness(hit.end)
        guard word.length == 1, word.startsUpper, near == .near || near == .comma else { return nil }
        guard scanned.gap(after: hit.end).contains(.dot) || near == .comma else { return nil }
        return ([scanned.units[Int(word.low)]], hit.end)
    }

    // MARK: Thornton

    private mutating func surnameAlone(_ hit: NameHit) -> Bool {
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

    // MARK: Jamie

    private mutating func givenAlone(_ hit: NameHit) {
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

    // MARK: J.T.

    private mutating func initials() {
        for index in scanned.words.indices.dropLast() {
            let (one, other) = (scanned.words[index], scanned.words[index + 1])
            guard one.length == 1, other.length == 1, one.startsUpper, other.startsUpper, other.gap == .dot,
                scanned.gap(after: index + 1).contains(.dot),
                index == 0 || scanned.words[index - 1].length > 1
                    || context.nearness(index) == .broken,
                context.hasCue(before: index) || context.hasPerson(after: index + 1)
            else { continue }
            let letters = (scanned.units[Int(one.low)], scanned.units[Int(other.low)])
            let people = roll.people.indices.filter { place in
                let person = roll.people[place]
                guard person.kind == .pupil, person.family.unicodeScalars.count > 1 else { return false }
                let names = PersonNames(person)
                return names.family.first?.units.first == letters.1
                    && names.given.contains { $0.rank.isEmpty && $0.units.first == letters.0 }
            }
            guard !people.isEmpty, people.count < 6 else { continue }
            found.append(
                NameMention(
                    form: .initials, people: people, from: Int(one.from), to: Int(other.to) + 1, certainty: .likely))
        }
    }

    private func bearers(_ key: (Int32, Int32) -> UInt64, _ hit: NameHit) -> [Int] {
        var people: Set<Int> = []
        for school in schools {
            roll.names.people(under: key(hit.name, school)) { people.insert(Int($0.person)) }
        }
        return people.sorted()
    }
}
