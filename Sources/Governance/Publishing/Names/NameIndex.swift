/// Everyone's names, ready to be found in a text. A value that any number of threads may read.
struct NameIndex: Sendable {
    private let base: NameSegment
    private let changes: NameSegment?
    /// People whose entries in the base no longer count.
    private let changed: Set<Int32>

    init(_ people: some Sequence<(index: Int32, person: Person)>) {
        base = NameSegment(people)
        changes = nil
        changed = []
    }

    private init(base: NameSegment, changes: NameSegment, changed: Set<Int32>) {
        self.base = base
        self.changes = changes
        self.changed = changed
    }

    /// The same index with some people's names read anew, or forgotten when there is no person.
    func replacing(_ people: [Int32: Person?]) -> NameIndex {
        let now = people.compactMap { index, person in person.map { (index: index, person: $0) } }
            .sorted { $0.index < $1.index }
        return NameIndex(base: base, changes: NameSegment(now, over: base), changed: Set(people.keys))
    }

    @inline(__always)
    func name(_ hash: UInt64) -> Int32 {
        let found = base.name(hash)
        guard found == HashTable.none, let changes else { return found }
        return changes.name(hash)
    }

    /// Whether a word may begin a name of several parts.
    @inline(__always)
    func opens(_ hash: UInt64) -> Bool { name(SpellingHash.openerForm(hash)) != HashTable.none }

    /// A name in the base may have become a family name only with a change, so any kind may be asked of those.
    @inline(__always)
    func kinds(of name: Int32) -> NameSegment.Kinds {
        changes == nil ? base.kinds(of: name) : [.given, .family]
    }

    /// Calls with every entry under a key.
    @inline(__always)
    func people(under key: UInt64, _ found: (NameSegment.Link) -> Void) {
        var link = base.firstLink(key)
        while link != HashTable.none {
            let entry = base.link(link)
            if changed.isEmpty || !changed.contains(entry.person) { found(entry) }
            link = entry.next
        }
        guard let changes else { return }
        link = changes.firstLink(key)
        while link != HashTable.none {
            let entry = changes.link(link)
            found(entry)
            link = entry.next
        }
    }

    /// The numbers of the schools to read a lone name against: the account's own and those without one; all when the
    /// account has none.
    func schools(readFor school: String?) -> [Int32] {
        let all = changes?.schools ?? base.schools
        guard let school else { return Array(0...Int32(all.count)) }
        return [0] + (all[school].map { [$0] } ?? [])
    }
}
