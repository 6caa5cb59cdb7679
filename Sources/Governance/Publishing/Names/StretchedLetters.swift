/// Letters drawn out: `Jaaamie` is also read with one a, and with two.
enum StretchedLetters {
    static func addAlternatives(to scanned: inout ScannedText, at places: [Int]) {
        var reached = -1
        for place in places {
            let (first, last) = scanned.run(around: scanned.word(holding: place))
            let (low, high) = (Int(scanned.words[first].low), Int(scanned.words[last].high))
            guard low > reached, high - low < 100 else { continue }
            reached = low
            for length in 1...2 {
                scanned.alternatives.append(
                    ScannedText.Alternative(
                        firstWord: first, lastWord: last, units: shortened(scanned.units[low..<high], to: length),
                        from: scanned.words[first].from, to: scanned.words[last].to))
            }
        }
    }

    private static func shortened(_ units: ArraySlice<UInt32>, to length: Int) -> [UInt32] {
        var result: [UInt32] = []
        var index = units.startIndex
        while index < units.endIndex {
            var end = index
            while end < units.endIndex, units[end] == units[index] { end += 1 }
            result += units[index..<end].prefix(end - index > 2 ? length : 2)
            index = end
        }
        return result
    }
}
