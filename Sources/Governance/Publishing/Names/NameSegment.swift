/// An index over some people: spellings to names, and names to people. A roll has one large segment and, after
/// changes, one small one on top of it.
final class NameSegment: Sendable {
    struct Kinds: OptionSet, Sendable {
        let rawValue: UInt8
        static let given = Kinds(rawValue: 1)
        static let family = Kinds(rawValue: 2)
    }

    struct Link: Sendable {
        var person: Int32
        var rank: PersonNames.Rank
        /// Part of the hashes of the spellings, to know who is spelled as written.
        var given: UInt32
        var family: UInt32
        var next: Int32
    }

    /// The first name number that is this segment's own.
    let firstName: Int32
    let nameCount: Int32
    private let spellings: HashTable
    private let kinds: [Kinds]
    private let postings: HashTable
    private let links: [Link]
    let schools: [String: Int32]

    /// - Parameter base: the segment below, whose name numbers are kept.
    init(_ people: some Sequence<(index: Int32, person: Person)>, over base: NameSegment? = nil) {
        var builder = NameSegmentBuilder(base: base)
        for (index, person) in people { builder.add(person, at: index) }
        firstName = builder.firstName
        nameCount = builder.firstName + Int32(builder.kinds.count)
        spellings = builder.spellings
        kinds = builder.kinds
        postings = builder.postings
        links = builder.links
        schools = builder.schools
    }

    @inline(__always)
    func name(_ hash: UInt64) -> Int32 { spellings.find(hash) }

    @inline(__always)
    func kinds(of name: Int32) -> Kinds {
        name >= firstName && name < nameCount ? kinds[Int(name - firstName)] : []
    }

    @inline(__always)
    func firstLink(_ key: UInt64) -> Int32 { postings.find(key) }

    @inline(__always)
    func link(_ index: Int32) -> Link { links[Int(index)] }
}

/// Keys of the postings: a given and a family name together, or one of them in a school.
enum PostingKey {
    @inline(__always)
    static func pair(given: Int32, family: Int32) -> UInt64 { spread(UInt64(given) << 31 | UInt64(family)) }

    @inline(__always)
    static func given(_ name: Int32, school: Int32) -> UInt64 { spread(1 << 62 | UInt64(name) << 31 | UInt64(school)) }

    @inline(__always)
    static func family(_ name: Int32, school: Int32) -> UInt64 { spread(2 << 62 | UInt64(name) << 31 | UInt64(school)) }

    /// Over all bits, and never 0.
    @inline(__always)
    private static func spread(_ key: UInt64) -> UInt64 { SpellingHash.finished((key &+ 1) &* 0x9E37_79B9_7F4A_7C15) }
}

struct NameSegmentBuilder {
    let firstName: Int32
    var spellings = HashTable(capacity: 1024)
    var kinds: [NameSegment.Kinds] = []
    var postings = HashTable(capacity: 4096)
    var links: [NameSegment.Link] = []
    var schools: [String: Int32]
    private let base: NameSegment?

    init(base: NameSegment?) {
        self.base = base
        firstName = base?.nameCount ?? 0
        schools = base?.schools ?? [:]
    }

    mutating func add(_ person: Person, at index: Int32) {
        let names = PersonNames(person)
        let school = number(of: person.school)
        for units in names.openers { spellings.set(SpellingHash.openerForm(SpellingHash.of(units)), 0) }
        let given = names.given.map { entry($0, as: .given) }
        let family = names.family.map { entry($0, as: .family) }
        for one in given {
            for other in family {
                post(
                    PostingKey.pair(given: one.name, family: other.name), index, one.rank.union(other.rank),
                    one.spelling, other.spelling)
            }
            if !one.rank.contains(.middleAsGiven) {
                post(PostingKey.given(one.name, school: school), index, one.rank, one.spelling, 0)
            }
        }
        for one in family where !one.rank.contains(.middleAsFamily) {
            post(PostingKey.family(one.name, school: school), index, one.rank, 0, one.spelling)
        }
    }

    private mutating func entry(
        _ spelling: PersonNames.Spelling, as kind: NameSegment.Kinds
    ) -> (name: Int32, rank: PersonNames.Rank, spelling: UInt32) {
        let hash = UInt32(truncatingIfNeeded: SpellingHash.of(spelling.units))
        return (name(of: spelling.units, as: kind), spelling.rank, hash)
    }

    /// School 0 is no school: it counts as everyone's.
    private mutating func number(of school: String?) -> Int32 {
        guard let school else { return 0 }
        if let known = schools[school] { return known }
        let number = Int32(schools.count + 1)
        schools[school] = number
        return number
    }

    private mutating func name(of units: [UInt32], as kind: NameSegment.Kinds) -> Int32 {
        let exact = SpellingHash.of(units)
        let name = known(exact) ?? relative(of: units, exact) ?? new()
        mark(name, kind)
        enter(exact, name)
        if units.count >= SpellingHash.looseLength { enter(SpellingHash.loose(units), name) }
        if let family = SpellingFamilies.byHash[exact] {
            for spelling in SpellingFamilies.all[family] {
                let hash = SpellingHash.of(spelling)
                if known(hash) == nil { enter(hash, name) }
            }
        }
        return name
    }

    private func known(_ hash: UInt64) -> Int32? {
        let found = base.map { $0.name(hash) } ?? HashTable.none
        if found != HashTable.none { return found }
        let own = spellings.find(hash)
        return own == HashTable.none ? nil : own
    }

    /// Another spelling of a name already known: by family, or but for a doubled consonant.
    private func relative(of units: [UInt32], _ exact: UInt64) -> Int32? {
        if let family = SpellingFamilies.byHash[exact] {
            for spelling in SpellingFamilies.all[family] {
                if let name = known(SpellingHash.of(spelling)) { return name }
            }
            return nil
        }
        return units.count >= SpellingHash.looseLength ? known(SpellingHash.loose(units)) : nil
    }

    private mutating func new() -> Int32 {
        kinds.append([])
        return firstName + Int32(kinds.count - 1)
    }

    private mutating func mark(_ name: Int32, _ kind: NameSegment.Kinds) {
        if name >= firstName { kinds[Int(name - firstName)].insert(kind) }
    }

    private mutating func enter(_ hash: UInt64, _ name: Int32) {
        if known(hash) == nil { spellings.set(hash, name) }
    }

    private mutating func post(
        _ key: UInt64, _ person: Int32, _ rank: PersonNames.Rank, _ given: UInt32, _ family: UInt32
    ) {
        let index = Int32(links.count)
        let before = postings.set(key, index)
        links.append(NameSegment.Link(person: person, rank: rank, given: given, family: family, next: before))
    }
}
