/// What to do about an unknown word: the nearest known one, or all of them.
func suggestion(for word: String, from known: [String]) -> String {
    if let nearest = nearestWord(to: word, from: known) { return "Did you mean `\(nearest)`?" }
    guard known.count <= 25 else { return "Look it up in docs/writing-a-policy.md." }
    return "Use one of: \(known.joined(separator: ", "))."
}

/// The known word that differs least, when it differs by no more than a slip.
package func nearestWord(to word: String, from known: [String]) -> String? {
    let small = String(word.lowercased().prefix(60))
    let far = max(1, small.count / 3)
    return known.map { (word: $0, distance: editDistance(small, $0.lowercased())) }
        .filter { $0.distance <= far }
        .min { $0.distance < $1.distance }?.word
}

/// How many letters must be added, removed, changed or swapped with their neighbour to make one word the other.
private func editDistance(_ one: String, _ other: String) -> Int {
    let (one, other) = (Array(one), Array(other))
    var above = [Int](repeating: 0, count: other.count + 1)
    var row = Array(0...other.count)
    for (line, letter) in one.enumerated() {
        let before = above
        above = row
        row[0] = line + 1
        for column in other.indices {
            let change = above[column] + (letter == other[column] ? 0 : 1)
            row[column + 1] = min(change, above[column + 1] + 1, row[column] + 1)
            if line > 0, column > 0, letter == other[column - 1], one[line - 1] == other[column] {
                row[column + 1] = min(row[column + 1], before[column - 1] + 1)
            }
        }
    }
    return row[other.count]
}
