/// Finds a family name, a given name or initials that stand alone, read against one school.
struct LoneNames {
    let roll: Roll
    let schools: [Int32]
    let seeking: NameReader.Seeking
    let scanned: ScannedText
    let context: NameContext
    let hits: NameHits
    var found: [NameMention] = []

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

    func bearers(_ key: (Int32, Int32) -> UInt64, _ hit: NameHit) -> [Int] {
        var people: Set<Int> = []
        for school in schools {
            roll.names.people(under: key(hit.name, school)) { people.insert(Int($0.person)) }
        }
        return people.sorted()
    }
}
