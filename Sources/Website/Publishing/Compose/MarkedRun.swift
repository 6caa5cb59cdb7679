import Governance

/// A run of a text as it was checked: plain, or marked with the numbers of the findings that rest on it.
struct MarkedRun: Shows {
    let text: String
    let mark: Mark?

    struct Mark: Shows {
        let tone: Tone
        let pins: [Pin]
    }

    struct Pin: Shows {
        let number: Int
    }

    /// Cuts a text at the places of its findings. Where two overlap, the later one marks what is left of its passage;
    /// where nothing is left, the earlier mark bears both numbers.
    static func runs(of text: String, marked places: [(number: Int, severity: Severity, from: Int, to: Int)])
        -> [MarkedRun]
    {
        let scalars = Array(text.unicodeScalars)
        var cuts: [(from: Int, to: Int, severity: Severity, numbers: [Int])] = []
        for place in places.sorted(by: { ($0.from, $0.to, $0.number) < ($1.from, $1.to, $1.number) }) {
            let from = max(place.from, cuts.last?.to ?? 0)
            let to = min(place.to, scalars.count)
            if from < to {
                cuts.append((from, to, place.severity, [place.number]))
            } else if let last = cuts.indices.last, place.from < cuts[last].to {
                cuts[last].numbers.append(place.number)
                cuts[last].severity = max(cuts[last].severity, place.severity)
            }
        }
        var runs: [MarkedRun] = []
        var at = 0
        for cut in cuts {
            if cut.from > at { runs.append(MarkedRun(text: words(scalars[at..<cut.from]), mark: nil)) }
            let mark = Mark(tone: Tone(cut.severity), pins: cut.numbers.map(Pin.init))
            runs.append(MarkedRun(text: words(scalars[cut.from..<cut.to]), mark: mark))
            at = cut.to
        }
        if at < scalars.count { runs.append(MarkedRun(text: words(scalars[at...]), mark: nil)) }
        return runs
    }

    private static func words(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return String(text)
    }
}
