import Governance

extension Day {
    /// Reads a day as people write it: `24 November 2026`, `Tue 24 Nov 2026`, `24/11/2026`, `24.11.26`, `2026-11-24`.
    /// The day stands before the month; nil for anything else.
    package init?(written text: String) {
        if let day = Day(text) {
            self = day
            return
        }
        let pieces = text.lowercased().split { " ,/.-\u{A0}".contains($0) }.map(String.init)
        let words = pieces.count == 4 && Day.isWeekday(pieces[0]) ? Array(pieces.dropFirst()) : pieces
        guard words.count == 3, let day = Int(Day.withoutOrdinal(words[0])), words[0].count <= 4,
            let month = Day.month(words[1]), let year = Int(words[2]), [2, 4].contains(words[2].count)
        else { return nil }
        self.init(year: year < 100 ? 2000 + year : year, month: month, day: day)
    }

    private static func isWeekday(_ word: String) -> Bool {
        word.count >= 3
            && ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
                .contains { $0.hasPrefix(word) }
    }

    private static func withoutOrdinal(_ word: String) -> String {
        ["st", "nd", "rd", "th"].contains { word.hasSuffix($0) } ? String(word.dropLast(2)) : word
    }

    private static func month(_ word: String) -> Int? {
        if let number = Int(word) { return word.count <= 2 ? number : nil }
        guard word.count >= 3 else { return nil }
        return When.months.firstIndex { $0.lowercased().hasPrefix(word) || word == "sept" && $0 == "September" }
            .map { $0 + 1 }
    }
}

extension When {
    /// A time of day as people write it, `17:00`, `17.00`, `5pm`, `5.30 pm`, as `17:00`; nil for anything else.
    package static func time(written text: String) -> String? {
        var word = text.lowercased().filter { !$0.isWhitespace }
        if word == "noon" || word == "midday" { return "12:00" }
        let afternoon = word.hasSuffix("pm")
        let isHalf = afternoon || word.hasSuffix("am")
        if isHalf { word.removeLast(2) }
        let pieces = word.split(omittingEmptySubsequences: false) { ":.".contains($0) }
        guard (1...2).contains(pieces.count), pieces.allSatisfy({ (1...2).contains($0.count) }),
            pieces.count == 2 || isHalf, pieces.dropFirst().allSatisfy({ $0.count == 2 }),
            var hour = Int(pieces[0]), let minute = pieces.count == 2 ? Int(pieces[1]) : 0,
            (0...59).contains(minute), isHalf ? (1...12).contains(hour) : (0...23).contains(hour)
        else { return nil }
        if isHalf { hour = hour % 12 + (afternoon ? 12 : 0) }
        return (hour < 10 ? "0\(hour)" : "\(hour)") + (minute < 10 ? ":0\(minute)" : ":\(minute)")
    }
}
