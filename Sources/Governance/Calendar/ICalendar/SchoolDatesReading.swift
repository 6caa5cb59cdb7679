import Foundation

/// What of a calendar file is a school's term, half term, INSET day or closure. Schools publish spans (“Autumn term”),
/// or the two ends of one (“Autumn term begins”, “Last day of term”); everything else of their calendars is not needed.
package struct SchoolDatesReading: Sendable, Equatable {
    package var found: [Found] = []
    package var held: [ICalendarFile.Held]
    /// Events that are none of these: concerts, bank holidays, the holidays between terms.
    package var notNeeded = 0

    package struct Found: Sendable, Equatable {
        package var line: Int
        package var kind: SchoolDates.Kind
        package var first: Day
        package var last: Day
        package var title: String
        package var uid: String?
    }

    package init(_ file: ICalendarFile) {
        held = file.held
        var ends: [(end: End, event: ICalendarFile.Event)] = []
        for event in file.events {
            let words = Words(event.title)
            switch words.meaning {
            case .span(let kind): take(event, as: kind, words)
            case .end(let end): ends.append((end, event))
            case .notNeeded: notNeeded += 1
            }
        }
        pair(ends)
        mark(repeated: file)
        found.sort { ($0.first, $0.line) < ($1.first, $1.line) }
        held.sort { $0.line < $1.line }
    }

    fileprivate struct End {
        let kind: SchoolDates.Kind
        let isFirst: Bool
    }

    private mutating func take(_ event: ICalendarFile.Event, as kind: SchoolDates.Kind, _ words: Words) {
        let days = event.first.days(until: event.last) + 1
        if kind == .term, days < 10 {
            hold(event, "It is called a term and lasts \(days) \(days == 1 ? "day" : "days"). Enter the term by hand")
        } else if days > kind.longest {
            hold(event, "It lasts \(days) days, which is too long for \(kind.called). Enter it by hand if it is right")
        } else {
            found.append(
                Found(
                    line: event.line, kind: kind, first: event.first, last: event.last, title: event.title,
                    uid: event.uid))
        }
    }

    private mutating func pair(_ ends: [(end: End, event: ICalendarFile.Event)]) {
        for kind in [SchoolDates.Kind.term, .halfTerm] {
            let ofKind = ends.filter { $0.end.kind == kind }.sorted {
                ($0.event.first, $0.end.isFirst ? 0 : 1, $0.event.line)
                    < ($1.event.first, $1.end.isFirst ? 0 : 1, $1.event.line)
            }
            var opened: ICalendarFile.Event?
            for (end, event) in ofKind {
                if end.isFirst {
                    if let opened { hold(opened, "It begins \(kind.called), and no line says when that ends") }
                    opened = event
                } else if let first = opened {
                    join(first, event, kind)
                    opened = nil
                } else {
                    hold(event, "It ends \(kind.called), and no line before says when that began")
                }
            }
            if let opened { hold(opened, "It begins \(kind.called), and no line says when that ends") }
        }
    }

    private mutating func join(_ first: ICalendarFile.Event, _ last: ICalendarFile.Event, _ kind: SchoolDates.Kind) {
        guard first.first.days(until: last.last) < kind.longest else {
            hold(first, "It begins \(kind.called), and the next line that ends one is too far away (line \(last.line))")
            hold(
                last, "It ends \(kind.called), and the line before that begins one is too far away (line \(first.line))"
            )
            return
        }
        found.append(
            Found(
                line: first.line, kind: kind, first: first.first, last: last.last,
                title: Words(first.title).name ?? kind.title.capitalisedFirst, uid: first.uid))
    }

    /// Two events under one name: which of them is right the file does not say.
    private mutating func mark(repeated file: ICalendarFile) {
        let byName = Dictionary(grouping: found.filter { $0.uid != nil }, by: \.uid)
        let twice = byName.values.filter { $0.count > 1 }.flatMap { $0 }
        for one in twice {
            found.removeAll { $0 == one }
            held.append(
                ICalendarFile.Held(
                    line: one.line, title: one.title, says: "Another event of the file has the same UID"))
        }
    }

    private mutating func hold(_ event: ICalendarFile.Event, _ says: String) {
        held.append(ICalendarFile.Held(line: event.line, title: event.title, says: says))
    }
}

/// A title, read for what it means.
private struct Words {
    enum Meaning {
        case span(SchoolDates.Kind)
        case end(SchoolDatesReading.End)
        case notNeeded
    }

    private let title: String
    private let words: [String]

    init(_ title: String) {
        self.title = title
        words = title.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    var meaning: Meaning {
        if isHalfTerm {
            if has(Self.beginnings) { return .end(.init(kind: .halfTerm, isFirst: true)) }
            if has(Self.endings) { return .end(.init(kind: .halfTerm, isFirst: false)) }
            return .span(.halfTerm)
        }
        if isInset { return .span(.inset) }
        if has(["closed", "closure", "shut", "shutdown"]) { return .span(.closure) }
        guard has(["term", "terms", "semester"]), !has(["holiday", "holidays", "break", "dates"]) else {
            return .notNeeded
        }
        if has(Self.endings) { return .end(.init(kind: .term, isFirst: false)) }
        if has(Self.beginnings) { return .end(.init(kind: .term, isFirst: true)) }
        return .span(.term)
    }

    /// `Autumn term` of `Autumn term begins`; nil where nothing is left.
    var name: String? {
        let seasons = ["autumn", "spring", "summer", "winter", "michaelmas", "hilary", "lent", "trinity"]
        guard let season = words.first(where: seasons.contains) else { return nil }
        return season.capitalisedFirst + (isHalfTerm ? " half term" : " term")
    }

    private var isHalfTerm: Bool { follows("half", "term") || has(["halfterm"]) || follows("mid", "term") }

    private var isInset: Bool {
        has(["inset", "insets"]) || follows("in", "service") || follows("training", "day")
            || follows("training", "days") || follows("non", "pupil") || follows("pupil", "free")
            || follows("staff", "day")
    }

    private static let beginnings: Set<String> = [
        "begin", "begins", "beginning", "start", "starts", "open", "opens", "first", "return", "returns", "resumes",
    ]
    private static let endings: Set<String> = [
        "end", "ends", "finish", "finishes", "last", "breaks", "close", "closes",
    ]

    private func has(_ some: Set<String>) -> Bool { words.contains(where: some.contains) }

    private func follows(_ one: String, _ next: String) -> Bool {
        zip(words, words.dropFirst()).contains { $0 == one && $1 == next }
    }
}

extension SchoolDates.Kind {
    /// As part of a sentence: `a term`.
    package var called: String {
        switch self {
        case .term: "a term"
        case .halfTerm: "a half term"
        case .inset: "an INSET day"
        case .closure: "a closure"
        }
    }
}

extension Day {
    /// How many days later another one is.
    package func days(until other: Day) -> Int {
        Int((other.start(in: .gmt).timeIntervalSince(start(in: .gmt)) / 86_400).rounded())
    }
}
