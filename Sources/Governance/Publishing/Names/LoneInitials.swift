/// J. Thornton, Thornton, J., and J.T.
extension LoneNames {
    mutating func withInitial(_ hit: NameHit) -> Bool {
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

    mutating func initials() {
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
}
