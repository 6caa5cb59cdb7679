/// What all answers about one person come to.
///
/// The last answer of each giver counts, by the day on which it was said; of one day, what was put on record last. So a
/// paper that was found late undoes nothing that was said after it. The yes of a list is no such word: nobody knows when it
/// was said, so whatever a person said for a day before it narrows it. What one of them forbids is forbidden, whoever else
/// allows it: two parents who disagree mean no, and the pupil's own no wins. A form that names nobody is one giver; where a
/// family is one parent and never had another, it was theirs, and what that parent says later takes its place.
package struct ConsentStanding: Sendable, Equatable {
    package let consent: Consent
    /// The answers it rests on, the last one first.
    package let counting: [ConsentAnswer]

    /// - Parameters:
    ///   - answers: all that were ever given, in any order.
    ///   - parents: the names of the parents on record, and of whoever was one before.
    ///   - oldEndsOn: the last day on which an old yes stands while its family is asked again; nil: until they answer.
    package init(_ answers: [ConsentAnswer], parents: [String] = [], oldEndsOn: Day? = nil, on today: Day) {
        let each = Self.said(answers, parents: parents).values.compactMap { Self.counting(of: $0) }
        let said = Self.endingWithPeople(each.sorted { $0.isSaid(after: $1) })
        // a yes that ran out says nothing beside one that has not
        let lasting = said.filter { !$0.consent.isOver(on: today) }
        counting = lasting.isEmpty ? said : lasting
        consent = counting.dropFirst().reduce(counting.first?.consent ?? Consent()) { $0.with($1.consent) }
            .ending(on: oldEndsOn)
    }

    /// The last answer of each giver, without those that were taken back.
    package static func last(
        _ answers: [ConsentAnswer], parents: [String]
    ) -> [ConsentAnswer.Giver: ConsentAnswer] {
        said(answers, parents: parents).compactMapValues { answers in answers.max { $1.isSaid(after: $0) } }
    }

    /// All answers of each giver as they were put on record, without those that were taken back. Whoever takes one back names
    /// it, so that it is that one whoever comes to be a parent later; none before it comes to be taken back by it, and never
    /// what a parent said themselves by their link. A list's empty cell takes back what lists said, and nothing that a person
    /// did; whoever lifts a never takes all of it back.
    package static func said(
        _ answers: [ConsentAnswer], parents: [String]
    ) -> [ConsentAnswer.Giver: [ConsentAnswer]] {
        var said: [ConsentAnswer.Giver: [ConsentAnswer]] = [:]
        let mistaken = Set(answers.compactMap(\.takesBack))
        for answer in answers.sorted(by: { $0.number < $1.number }) {
            let giver = giver(of: answer.giver, parents: parents)
            if answer.consent.status != .notRecorded {
                if !mistaken.contains(answer.number) { said[giver, default: []].append(answer) }
            } else if giver == .school {
                said[giver] = nil
            } else if answer.way == .list {
                said[giver]?.removeAll { $0.way == .list }
            }
        }
        return said
    }

    /// What counts of all that one giver said: the last of it; where that is the yes of a list, what a person said before,
    /// as far as both allow it.
    package static func counting(of said: [ConsentAnswer]) -> ConsentAnswer? {
        guard let last = said.max(by: { $1.isSaid(after: $0) }) else { return nil }
        guard last.way == .list, last.consent.isYes,
            var person = said.filter({ $0.way != .list }).max(by: { $1.isSaid(after: $0) }),
            person.consent.isLimited
        else { return last }
        person.consent = person.consent.narrowed(by: last.consent)
        return person
    }

    /// Neither a list nor a form that names nobody knows what was said since: where people said yes until a day, its yes ends
    /// with theirs. What was said before the pupil themselves named a day ends with that.
    private static func endingWithPeople(_ said: [ConsentAnswer]) -> [ConsentAnswer] {
        let ends = said.filter { !$0.isNameless && $0.consent.isYes }.map(\.consent.until)
        let days = ends.compactMap(\.self)
        let last = days.count == ends.count ? days.max() : nil
        let own = said.first { $0.giver == .themselves && $0.consent.isYes }
        return said.map { answer in
            guard answer.consent.isYes else { return answer }
            let caps = [
                answer.isNameless ? last : nil, own.flatMap { $0.isSaid(after: answer) ? $0.consent.until : nil },
            ]
            var shorter = answer
            shorter.consent.until = (caps + [answer.consent.until]).compactMap(\.self).min()
            return shorter
        }
    }

    /// The yes until a day that another would go past, of those that were said and not taken back; nil: none. A yes
    /// without an end that a person gave since is in nobody's way.
    /// - Parameter giver: theirs alone; nil: anybody's.
    package static func end(
        passedBy consent: Consent, among answers: [ConsentAnswer], parents: [String],
        of giver: ConsentAnswer.Giver? = nil
    ) -> ConsentAnswer? {
        guard consent.isYes else { return nil }
        let said = said(answers, parents: parents).filter { giver == nil || $0.key == giver }.values.flatMap { $0 }
            .filter(\.consent.isYes)
        let dated = said.filter { $0.consent.until != nil }.max { $1.isSaid(after: $0) }
        guard let dated, let end = dated.consent.until,
            !said.contains(where: { $0.consent.until == nil && $0.way != .list && $0.isSaid(after: dated) })
        else { return nil }
        return consent.until.map { $0 <= end } ?? false ? nil : dated
    }

    /// As whose an answer counts: where a family is and was one parent alone, a form that names nobody is theirs.
    package static func giver(of giver: ConsentAnswer.Giver, parents: [String]) -> ConsentAnswer.Giver {
        guard giver == .form, parents.count == 1, let sole = parents.first else { return giver }
        return .parent(sole)
    }

    /// Whether those who spoke do not agree, so that the stricter counts.
    package var isDisputed: Bool {
        counting.count > 1 && counting.contains { $0.consent != consent }
    }
}

extension ConsentAnswer {
    /// Whether nobody is named as who said it.
    fileprivate var isNameless: Bool { way == .list || giver == .form }

    /// By the day on which it was said, then in the order in which it was put on record.
    package func isSaid(after other: ConsentAnswer) -> Bool { (on, number) > (other.on, other.number) }
}

extension Consent {
    /// Whether it allows something, at least for a time.
    package var isYes: Bool {
        switch status {
        case .granted, .noObjection: true
        case .restricted: channels?.isEmpty == false
        default: false
        }
    }

    /// A yes that stands no longer than until then.
    fileprivate func ending(on day: Day?) -> Consent {
        guard let day, [.granted, .restricted, .noObjection].contains(status) else { return self }
        var shorter = self
        shorter.until = until.map { min($0, day) } ?? day
        return shorter
    }

    /// Whether it was a yes whose time is over.
    fileprivate func isOver(on today: Day) -> Bool {
        guard status == .granted || status == .noObjection, withdrawnOn == nil, let until else { return false }
        return until < today
    }

    /// Whether it is anything but a yes to all, from now on and without an end.
    fileprivate var isLimited: Bool {
        ![.granted, .noObjection].contains(status) || channels != nil || from != nil || until != nil
            || withdrawnOn != nil
    }

    /// What it and another allow both: the same places, on the same days.
    fileprivate func narrowed(by other: Consent) -> Consent {
        var both = with(other)
        guard both.isYes || both.status == .withdrawn else { return both }
        both.from = [from, other.from].compactMap(\.self).max()
        both.until = [until, other.until].compactMap(\.self).min()
        return both
    }

    /// What is allowed when two say something: whatever either of them forbids is forbidden.
    fileprivate func with(_ other: Consent) -> Consent {
        for status in [Status.objected, .refused, .unreadable] {
            if let no = [self, other].first(where: { $0.status == status }) { return no }
        }
        let places = Channel.allCases.filter { allows($0) && other.allows($0) }
        let (from, until) = period(with: other)
        let ends = [withdrawnOn, other.withdrawnOn].compactMap(\.self).min()
        if let no = [self, other].first(where: { $0.status == .withdrawn && $0.withdrawnOn == nil }) { return no }
        guard !places.isEmpty else { return Consent(.refused) }
        let isEverywhere = places.count == Channel.allCases.count
        let all: [Channel]? = isEverywhere ? nil : places
        if status == .withdrawn || other.status == .withdrawn {
            return Consent(.withdrawn, channels: all, from: from, until: until, withdrawnOn: ends)
        }
        if status == .noObjection, other.status == .noObjection {
            return Consent(.noObjection, channels: all, from: from, until: until, withdrawnOn: ends)
        }
        return Consent(
            isEverywhere ? .granted : .restricted, channels: all, from: from, until: until, withdrawnOn: ends)
    }

    private func allows(_ channel: Channel) -> Bool {
        channels?.contains(channel) ?? (status != .restricted)
    }

    /// As long as one of them says yes; where there is a gap between the two, the later of them. Who does not object
    /// lengthens nobody's yes.
    private func period(with other: Consent) -> (from: Day?, until: Day?) {
        if status == .noObjection, other.status != .noObjection { return (other.from, other.until) }
        if other.status == .noObjection, status != .noObjection { return (from, until) }
        let (first, second) = begins(before: other) ? (self, other) : (other, self)
        if let end = first.until, let begin = second.from, end.adding(days: 1) < begin {
            return (second.from, second.until)
        }
        guard let one = first.until, let two = second.until else { return (first.from, nil) }
        return (first.from, max(one, two))
    }

    private func begins(before other: Consent) -> Bool {
        guard let from else { return true }
        return other.from.map { from <= $0 } ?? false
    }
}
