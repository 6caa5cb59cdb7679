/// What all answers about one person come to.
///
/// The last answer of each giver counts, by the day on which it was said; of one day, what was put on record last. So a
/// paper that was found late undoes nothing that was said after it. What one of them forbids is forbidden, whoever else
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
        let said = Self.endingWithPeople(Self.last(answers, parents: parents).values.sorted { $0.isSaid(after: $1) })
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

    /// All answers of each giver as they were put on record, without those that were taken back. Whoever types
    /// takes back the answer of this giver that was typed last, whatever day it names: none before it, and never what a
    /// parent said themselves by their link. A list's empty cell takes back what lists said, and nothing that a person
    /// did; whoever lifts a never takes all of it back.
    package static func said(
        _ answers: [ConsentAnswer], parents: [String]
    ) -> [ConsentAnswer.Giver: [ConsentAnswer]] {
        var said: [ConsentAnswer.Giver: [ConsentAnswer]] = [:]
        for answer in answers.sorted(by: { $0.number < $1.number }) {
            let giver = giver(of: answer.giver, parents: parents)
            if answer.consent.status != .notRecorded {
                said[giver, default: []].append(answer)
            } else if giver == .school {
                said[giver] = nil
            } else if answer.way == .list {
                said[giver]?.removeAll { $0.way == .list }
            } else if let typed = said[giver]?.lastIndex(where: { $0.way == .paper || $0.way == .said }) {
                said[giver]?.remove(at: typed)
            }
        }
        return said
    }

    /// A list does not know what was said since: where people said yes until a day, the yes of a list ends with theirs.
    private static func endingWithPeople(_ said: [ConsentAnswer]) -> [ConsentAnswer] {
        let ends = said.filter { $0.way != .list && $0.consent.isYes }.map(\.consent.until)
        let days = ends.compactMap(\.self)
        guard let last = days.max(), days.count == ends.count else { return said }
        return said.map { answer in
            guard answer.way == .list, answer.consent.isYes else { return answer }
            var shorter = answer
            shorter.consent.until = answer.consent.until.map { min($0, last) } ?? last
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

    /// As long as one of them says yes; where there is a gap between the two, the later of them.
    private func period(with other: Consent) -> (from: Day?, until: Day?) {
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
