/// What all answers about one person come to.
///
/// The last answer of each giver counts. What one of them forbids is forbidden, whoever else allows it: two parents who
/// disagree mean no, and the pupil's own no wins. A form that names nobody is one giver; where a family is one parent, it
/// was theirs, and what that parent says later takes its place.
package struct ConsentStanding: Sendable, Equatable {
    package let consent: Consent
    /// The answers it rests on, the last one first.
    package let counting: [ConsentAnswer]

    /// - Parameters:
    ///   - answers: all that were ever given, in any order.
    ///   - parents: the names of the parents on record.
    package init(_ answers: [ConsentAnswer], parents: [String] = [], on today: Day) {
        let sole = parents.count == 1 ? parents.first.map(ConsentAnswer.Giver.parent) : nil
        var last: [ConsentAnswer.Giver: ConsentAnswer] = [:]
        for answer in answers.sorted(by: { $0.number < $1.number }) {
            let giver = answer.giver == .form ? sole ?? .form : answer.giver
            last[giver] = answer
        }
        let said = last.values.filter { $0.consent.status != .notRecorded }.sorted { $0.number > $1.number }
        // a yes that ran out says nothing beside one that has not
        let lasting = said.filter { !$0.consent.isOver(on: today) }
        counting = lasting.isEmpty ? said : lasting
        consent = counting.dropFirst().reduce(counting.first?.consent ?? Consent()) { $0.with($1.consent) }
    }

    /// Whether those who spoke do not agree, so that the stricter counts.
    package var isDisputed: Bool {
        counting.count > 1 && counting.contains { $0.consent != consent }
    }
}

extension Consent {
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
