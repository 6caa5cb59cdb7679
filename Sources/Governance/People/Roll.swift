/// Everyone a post could be about, with an index of their names. Immutable; shared by all checks of an organisation.
package final class Roll: Sendable {
    package let people: RollPeople
    let names: NameIndex
    private let places: [String: Int32]
    /// Places of people who came or moved since the index was built.
    private let newPlaces: [String: Int32]
    private let changed: [Int32: Person?]

    package init(_ people: [Person]) {
        self.people = RollPeople(people)
        // no text is read for names of visitors: they are looked up under pictures alone
        names = NameIndex(
            people.indices.lazy.filter { people[$0].kind != .visitor }.map { (index: Int32($0), person: people[$0]) })
        places = Dictionary(
            people.indices.lazy.map { (people[$0].ref, Int32($0)) }, uniquingKeysWith: { first, _ in first })
        newPlaces = [:]
        changed = [:]
    }

    private init(
        _ people: RollPeople, names: NameIndex, from old: Roll, newPlaces: [String: Int32], changed: [Int32: Person?]
    ) {
        self.people = people
        self.names = names
        places = old.places
        self.newPlaces = newPlaces
        self.changed = changed
    }

    package subscript(ref: String) -> Person? { index(of: ref).map { people[$0] } }

    /// Where a person stands in `people`.
    package func index(of ref: String) -> Int? {
        let place = newPlaces[ref] ?? places[ref] ?? Self.gone
        return place == Self.gone ? nil : Int(place)
    }

    private static let gone: Int32 = -1

    /// The roll with these people in place of those with the same refs, newcomers added, and some gone. It shares
    /// what has not changed, so taking in one person does not cost more for a larger roll; after many changes the
    /// index is built anew.
    package func replacing(_ changes: [Person], removing leavers: Set<String> = []) -> Roll {
        var people = people
        var newPlaces = newPlaces
        var changed = changed
        for person in changes {
            if let index = newPlaces[person.ref] ?? places[person.ref], index != Self.gone {
                people.replace(Int(index), with: person)
                changed.updateValue(person, forKey: index)
            } else {
                let index = Int32(people.count)
                people.append(person)
                newPlaces[person.ref] = index
                changed.updateValue(person, forKey: index)
            }
        }
        for ref in leavers {
            guard let index = newPlaces[ref] ?? places[ref], index != Self.gone else { continue }
            // the last person takes the place that falls free
            let last = Int32(people.count - 1)
            let moved = people.removeLast()
            changed.updateValue(nil, forKey: last)
            newPlaces[ref] = Self.gone
            guard last != index else { continue }
            people.replace(Int(index), with: moved)
            newPlaces[moved.ref] = index
            changed.updateValue(moved, forKey: index)
        }
        if changed.count > 64 + people.count / 50 { return Roll(Array(people)) }
        return Roll(
            people, names: names.replacing(changed), from: self, newPlaces: newPlaces, changed: changed)
    }
}

/// The people of a roll, in chunks that rolls share as long as nobody in them changes.
package struct RollPeople: RandomAccessCollection, Sendable {
    private var chunks: [[Person]]
    package private(set) var endIndex: Int

    private static let size = 256

    init(_ people: [Person]) {
        chunks = stride(from: 0, to: people.count, by: Self.size).map {
            Array(people[$0..<Swift.min($0 + Self.size, people.count)])
        }
        endIndex = people.count
    }

    package var startIndex: Int { 0 }

    package subscript(index: Int) -> Person { chunks[index / Self.size][index % Self.size] }

    mutating func replace(_ index: Int, with person: Person) { chunks[index / Self.size][index % Self.size] = person }

    mutating func append(_ person: Person) {
        if endIndex % Self.size == 0 { chunks.append([]) }
        chunks[endIndex / Self.size].append(person)
        endIndex += 1
    }

    mutating func removeLast() -> Person {
        endIndex -= 1
        let person = chunks[endIndex / Self.size].removeLast()
        if chunks[endIndex / Self.size].isEmpty { chunks.removeLast() }
        return person
    }
}
