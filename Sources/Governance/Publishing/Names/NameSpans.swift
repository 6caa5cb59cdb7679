/// Where names were found in a text, to be asked often: each answer costs a search by halves, however many there are.
struct NameSpans {
    /// Ascending.
    private let starts: [Int]
    /// The greatest end of the spans up to each.
    private let reach: [Int]
    /// The least end of the spans from each on.
    private let nearest: [Int]

    init(_ mentions: [NameMention]) {
        let sorted = mentions.sorted { $0.from < $1.from }
        starts = sorted.map(\.from)
        var greatest = Int.min
        reach = sorted.map { mention in
            greatest = max(greatest, mention.to)
            return greatest
        }
        var least = Int.max
        nearest = Array(
            sorted.reversed().map { mention in
                least = min(least, mention.to)
                return least
            }.reversed())
    }

    /// Whether one of them has a sign in common with these.
    func overlap(_ from: Int, _ to: Int) -> Bool {
        let count = first(notBefore: to)
        return count > 0 && reach[count - 1] > from
    }

    /// Whether one of them lies wholly within these.
    func isAny(within from: Int, _ to: Int) -> Bool {
        let index = first(notBefore: from)
        return index < starts.count && nearest[index] <= to
    }

    private func first(notBefore start: Int) -> Int {
        var (low, high) = (0, starts.count)
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] < start { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
