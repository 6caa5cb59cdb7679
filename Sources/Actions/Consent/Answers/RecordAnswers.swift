import Foundation
import Governance
import Store

/// Puts on file what people said about pictures on paper or by word of mouth: for one person, or for a whole class at
/// once. One answer that cannot be taken leaves all of them out, so that nobody has to guess which went in.
package struct RecordAnswers: Sendable {
    /// One answer as somebody types it.
    package struct Typed: Sendable, Equatable {
        package enum Says: Sendable, Equatable {
            /// Yes to these places and no to every other.
            case places(Set<Consent.Channel>)
            /// They were asked and do not object.
            case noObjection
            /// What was typed last for this giver was a mistake. With the number of the last answer that whoever says so saw, 0
            /// for none, it is refused where another has come since; nil: nobody looked.
            case mistake(seen: ConsentAnswer.Number? = nil)
        }

        package var person: Identifier<Person>
        package var giver: ConsentAnswer.Giver
        package var says: Says
        /// The first and the last day of what they allow; nil: at once, and without end.
        package var from: Day?
        package var until: Day?

        package init(
            _ person: Identifier<Person>, by giver: ConsentAnswer.Giver, _ says: Says, from: Day? = nil,
            until: Day? = nil
        ) {
            self.person = person
            self.giver = giver
            self.says = says
            self.from = from
            self.until = until
        }
    }

    /// What is typed meets something that the same giver said already: a later word, which stands whatever is typed now, or
    /// a no that would be undone. Typed once more with `evenIfOlder` it is put on file.
    package struct Older: Error, Sendable, Equatable {
        package enum Why: Sendable, Equatable {
            /// Said on a later day: what is typed is put beside it and changes nothing.
            case saidLater
            /// Put on record for the same day, and what is typed opens what it shuts.
            case sameDay
            /// They shut by their own link what is typed would open.
            case ownLink
        }

        /// Whose, and when it was said.
        package let answers: [Answer]

        package struct Answer: Sendable, Equatable {
            package let person: Identifier<Person>
            package let name: String
            package let said: Day
            package let why: Why

            package init(person: Identifier<Person>, name: String, said: Day, why: Why) {
                self.person = person
                self.name = name
                self.said = said
                self.why = why
            }
        }

        package init(answers: [Answer]) { self.answers = answers }
    }

    package var answers: [Typed]
    package var way: ConsentAnswer.Way
    /// The day on which it was said; nil: today.
    package var on: Day?
    /// The edition of the form that they signed; nil: not known.
    package var wording: String?
    /// Whether to put on file what something later outdoes, and what undoes a no.
    package var evenIfOlder: Bool

    package init(
        _ answers: [Typed], by way: ConsentAnswer.Way, on day: Day? = nil, wording: String? = nil,
        evenIfOlder: Bool = false
    ) {
        self.answers = answers
        self.way = way
        on = day
        self.wording = wording
        self.evenIfOlder = evenIfOlder
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        guard way == .paper || way == .said else { throw ActionError.invalid("way", "Say how they answered") }
        try await organisation.change(by: actor) { tx in
            let today = Day(of: tx.now)
            let day = on ?? today
            guard day <= today else { throw ActionError.invalid("on", "Choose a day that is not to come") }
            guard !answers.isEmpty else { throw ActionError.invalid("answer", "Fill in at least one answer") }
            let made = try answers.map { try answer($0, on: day, organisation, tx) }
            for answer in made { try tx.requireSaidAnew(answer) }
            let older = try made.compactMap { try tx.older($0) }
            guard older.isEmpty || evenIfOlder else { throw Older(answers: older) }
            var changes = ConsentChanges(organisation, tx)
            for answer in made { try changes.note(answer) }
            try changes.settle()
            return changes.recorded(())
        }
        try await organisation.noteDue()
    }

    private func answer(
        _ typed: Typed, on day: Day, _ organisation: Organisation, _ tx: WriteTransaction
    ) throws -> ConsentAnswer {
        let entry = try tx.rollEntry(typed.person)
        let school = try tx.school(slug: entry.person.school)
        try tx.requireConsentKeeper(at: school)
        if entry.leftAt != nil, typed.says != .places([]) {
            throw ActionError.conflict(
                "\(entry.person.shortName) has left, so only a no is put on file: what is out comes down")
        }
        if case .parent(let name) = typed.giver, trimmed(name).isEmpty || name.count > 200 {
            throw ActionError.invalid("giver", "Say who answered")
        }
        guard typed.giver != .school else { throw ActionError.invalid("giver", "Say who answered") }
        if let until = typed.until, until < Day(of: tx.now) {
            throw ActionError.invalid("until", "This day is over already")
        }
        if let from = typed.from, let until = typed.until, until < from {
            throw ActionError.invalid("until", "It ends before it begins")
        }
        let wording = wording.map(trimmed).flatMap { $0.isEmpty ? nil : $0 }
        guard (wording?.count ?? 0) <= 60 else {
            throw ActionError.invalid("wording", "Write what stands on the form, in at most 60 characters")
        }
        return try ConsentAnswer(
            person: typed.person, giver: typed.giver, consent: consent(typed, on: day, school, organisation, tx),
            takesBack: mistake(typed, tx), way: way, wording: wording, on: day, at: tx.now, by: tx.actor)
    }

    /// The answer that was a typing mistake: what was typed last as said by just this giver, and was not taken back.
    private func mistake(_ typed: Typed, _ tx: WriteTransaction) throws -> ConsentAnswer.Number? {
        guard case .mistake(let seen) = typed.says else { return nil }
        if let seen, try (tx.consentAnswers(of: typed.person).last?.number ?? 0) != seen {
            throw ActionError.conflict("Another answer was put on file since. Look at what stands there now")
        }
        guard let last = try tx.lastTyped(of: typed.person, by: typed.giver) else {
            throw ActionError.invalid(
                "says", "Nothing that was typed for them stands, so there is no mistake to take back")
        }
        return last.number
    }

    private func consent(
        _ typed: Typed, on day: Day, _ school: Identifier<School>?, _ organisation: Organisation, _ tx: WriteTransaction
    ) throws -> Consent {
        switch typed.says {
        case .mistake: Consent()
        case .noObjection: Consent(.noObjection, from: typed.from, until: typed.until)
        case .places(let places):
            try tx.consent(
                allowing: places, from: typed.from, until: typed.until, of: typed.person, by: typed.giver, on: day,
                at: school, organisation)
        }
    }
}

extension WriteTransaction {
    /// What the same giver said that a typed answer has to be asked about; nil: nothing. What is taken back is taken back
    /// whenever it was said.
    func older(_ answer: ConsentAnswer) throws -> RecordAnswers.Older.Answer? {
        guard answer.consent.status != .notRecorded else { return nil }
        let parents = try parentsEver(of: answer.person)
        let giver = ConsentStanding.giver(of: answer.giver, parents: parents)
        let all = ConsentStanding.said(try consentAnswers(of: answer.person), parents: parents)[giver] ?? []
        guard let stands = ConsentStanding.counting(of: all) else { return nil }
        let today = Day(of: now)
        let found: (said: Day, why: RecordAnswers.Older.Why)
        let isNarrowerThanList = stands.way == .list && !answer.consent.opens(stands.consent, on: today)
        if stands.on > answer.on, !isNarrowerThanList {
            found = (stands.on, .saidLater)
        } else if let link = answer.undoneLink(among: all, on: today) {
            found = (link.on, .ownLink)
        } else if stands.on == answer.on, answer.consent.opens(stands.consent, on: today) {
            found = (stands.on, .sameDay)
        } else {
            return nil
        }
        return RecordAnswers.Older.Answer(
            person: answer.person, name: try rollEntry(answer.person).person.shortName, said: found.said,
            why: found.why)
    }

    /// A yes that ends, or has ended, by its day goes on only when somebody says so anew: by their link, or on paper or by
    /// word of mouth, with who said it and when.
    /// - Throws: `ActionError.invalid`, with the name of whom it is about.
    func requireSaidAnew(_ answer: ConsentAnswer) throws {
        let parents = try parentsEver(of: answer.person)
        let answers = try consentAnswers(of: answer.person)
        let entry = try rollEntry(answer.person)
        guard answer.giver != .form else {
            let dated = ConsentStanding.end(passedBy: answer.consent, among: answers, parents: parents)
            // also the day until which an old answer stands while the family is asked again
            guard let end = dated?.consent.until ?? answer.consent.passed(entry.person.consent) else { return }
            throw ActionError.invalid(
                "giver",
                "A yes to pictures of \(entry.person.shortName) has \(end.inWords) as its last day. Say who said yes again; "
                    + "where nobody is on record, say first who answers for them")
        }
        let giver = ConsentStanding.giver(of: answer.giver, parents: parents)
        guard
            let ended = ConsentStanding.end(passedBy: answer.consent, among: answers, parents: parents, of: giver),
            ended.way != .list, ended.on == answer.on
        else { return }
        throw ActionError.invalid(
            "on",
            "A yes of the same day to pictures of \(entry.person.shortName) has an end. Take that back first if it was "
                + "typed by mistake, or write the day on which they said yes again")
    }

    /// What a yes or a no for each place comes to, after what the same giver had said by that day.
    func consent(
        allowing places: Set<Consent.Channel>, from: Day? = nil, until: Day?, of person: Identifier<Person>,
        by giver: ConsentAnswer.Giver, on day: Day, at school: Identifier<School>?, _ organisation: Organisation
    ) throws -> Consent {
        let parents = try parentsEver(of: person)
        let said = try consentAnswers(of: person).filter { $0.on <= day }
        let before = ConsentStanding.last(said, parents: parents)[
            ConsentStanding.giver(of: giver, parents: parents)]?.consent
        let policy = try organisation.policyInForce(at: school, on: now, self)?.policy
        return Consent(
            allowing: places, from: from, until: until, before: before,
            asksForObjections: policy?.takesSilenceForConsent ?? false, on: day)
    }
}

extension ConsentAnswer {
    /// The last answer by a link among those of one giver, where this one opens what that shut and nothing that they
    /// signed since has opened it; whatever else was typed in between.
    fileprivate func undoneLink(among all: [ConsentAnswer], on today: Day) -> ConsentAnswer? {
        guard let link = all.filter({ $0.way == .link }).max(by: { $1.isSaid(after: $0) }) else { return nil }
        let opened = Set(link.consent.shut(on: today)).subtracting(consent.shut(on: today))
        let isOpenSince = all.contains {
            $0.way == .paper && $0.isSaid(after: link) && opened.isDisjoint(with: $0.consent.shut(on: today))
        }
        return opened.isEmpty || isOpenSince ? nil : link
    }
}

extension Consent {
    /// The last day of another yes that this one goes past; nil: it does not.
    fileprivate func passed(_ other: Consent) -> Day? {
        guard isYes, other.isYes, let end = other.until else { return nil }
        return until.map { $0 <= end } ?? false ? nil : end
    }
}
