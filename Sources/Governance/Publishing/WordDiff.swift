/// What changed between two texts, word by word, for a person to read.
package struct WordDiff: Sendable, Equatable {
    /// A run of words that stayed, went or came.
    package struct Run: Sendable, Equatable {
        package enum Kind: String, Sendable { case same, removed, added }
        package let kind: Kind
        package let text: String

        package init(_ kind: Kind, _ text: String) {
            self.kind = kind
            self.text = text
        }
    }

    package let runs: [Run]

    /// Whether the two texts were one and the same.
    package var isEmpty: Bool { runs.allSatisfy { $0.kind == .same } }

    package init(from old: String, to new: String) {
        let before = Self.words(of: old)
        let after = Self.words(of: new)
        let (removed, inserted) = Self.changes(from: before, to: after)
        var hunks: [Hunk] = []
        var one = 0
        var other = 0
        while one < before.count || other < after.count {
            let (oldFrom, newFrom) = (one, other)
            while one < before.count, removed.contains(one) { one += 1 }
            while other < after.count, inserted.contains(other) { other += 1 }
            if one > oldFrom || other > newFrom {
                hunks.append(.change(before[oldFrom..<one].joined(), after[newFrom..<other].joined()))
            }
            let kept = other
            while one < before.count, other < after.count, !removed.contains(one), !inserted.contains(other) {
                one += 1
                other += 1
            }
            if other > kept { hunks.append(.same(after[kept..<other].joined())) }
        }
        runs = Self.bridged(hunks).flatMap(\.runs)
    }

    /// Where more than this many words differ, they are shown as gone and come in one piece: time and memory of a finer
    /// answer grow with the square of what differs.
    private static let mostCompared = 4_000

    /// The places of the words that went and of those that came.
    private static func changes(
        from before: [Substring], to after: [Substring]
    ) -> (removed: Set<Int>, inserted: Set<Int>) {
        let start = zip(before, after).prefix { $0 == $1 }.count
        let end = zip(before.dropFirst(start).reversed(), after.dropFirst(start).reversed()).prefix { $0 == $1 }.count
        let (old, new) = (start..<(before.count - end), start..<(after.count - end))
        guard old.count + new.count <= mostCompared else { return (Set(old), Set(new)) }
        var removed = Set<Int>()
        var inserted = Set<Int>()
        for change in after[new].difference(from: before[old]) {
            switch change {
            case .remove(let offset, _, _): removed.insert(start + offset)
            case .insert(let offset, _, _): inserted.insert(start + offset)
            }
        }
        return (removed, inserted)
    }

    private enum Hunk {
        case same(String)
        case change(String, String)

        var runs: [Run] {
            switch self {
            case .same(let text): [Run(.same, text)]
            case .change(let old, let new): [Run(.removed, old), Run(.added, new)].filter { !$0.text.isEmpty }
            }
        }
    }

    /// Words, white space and marks, each apart, so that nothing is lost when they are joined again.
    private static func words(of text: String) -> [Substring] {
        var words: [Substring] = []
        var start = text.startIndex
        var kind: Int?
        for index in text.indices {
            let character = text[index]
            let next = kindOf(character)
            if next != kind || next == 2 {
                if start < index { words.append(text[start..<index]) }
                start = index
                kind = next
            }
        }
        if start < text.endIndex { words.append(text[start...]) }
        return words
    }

    private static func kindOf(_ character: Character) -> Int {
        if character.isWhitespace { return 0 }
        return character.isLetter || character.isNumber || character == "'" || character == "’" ? 1 : 2
    }

    /// White space left standing between two changes is drawn into both, so that a changed phrase reads as one.
    private static func bridged(_ hunks: [Hunk]) -> [Hunk] {
        var result: [Hunk] = []
        for hunk in hunks {
            if case .change(let old, let new) = hunk, !old.isEmpty, !new.isEmpty, result.count >= 2,
                case .same(let between) = result[result.count - 1], between.allSatisfy(\.isWhitespace),
                case .change(let oldBefore, let newBefore) = result[result.count - 2], !oldBefore.isEmpty,
                !newBefore.isEmpty
            {
                result.removeLast(2)
                result.append(.change(oldBefore + between + old, newBefore + between + new))
            } else {
                result.append(hunk)
            }
        }
        return result
    }
}
