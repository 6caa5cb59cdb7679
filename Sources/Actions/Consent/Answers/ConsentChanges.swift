import Foundation
import Governance
import Store

/// What answers, however they came, change beside themselves: the standing of each person on the roll, the list of those
/// who must not be published, requests that are answered, and whatever shows somebody who may no longer be shown. Gathered
/// within one change, so that none of it is without the others.
struct ConsentChanges {
    let organisation: Organisation
    let tx: WriteTransaction
    private(set) var events: [Event] = []
    private(set) var tasks: [TaskChange] = []
    private(set) var notices: [NewNotice] = []
    /// Whose standing is counted anew, once each.
    private var touched: [Identifier<Person>] = []
    /// Answers that this change put on file, and whoever a list said something new of: these close a request.
    private var noted: Set<ConsentAnswer.Number> = []
    /// Whom these are about.
    private var answered: Set<Identifier<Person>> = []
    /// Of whom an answer counts no more, or who came back to the roll: their families may be to ask again.
    private var lifted: Set<Identifier<Person>> = []
    /// What the roll said before, where somebody has written it already.
    private var before: [Identifier<Person>: Consent] = [:]

    init(_ organisation: Organisation, _ tx: WriteTransaction) {
        self.organisation = organisation
        self.tx = tx
    }

    /// Puts an answer on file.
    @discardableResult
    mutating func note(_ answer: ConsentAnswer) throws -> ConsentAnswer.Number {
        let number = try tx.insert(answer)
        if answer.takesBack != nil || answer.isLifting { lifted.insert(answer.person) }
        take(number, of: answer.person)
        let kind: Event.Kind = answer.giver == .school ? .neverLifted : .consentAnswered
        events.append(Event(kind, RecordSubject(.person, answer.person), after: RecordValue(answer)))
        return number
    }

    /// Takes up an answer that is on file, with its event, and has changed nothing yet.
    mutating func take(_ number: ConsentAnswer.Number, of person: Identifier<Person>) {
        touched.append(person)
        noted.insert(number)
        answered.insert(person)
    }

    /// Somebody came back to the roll: what they had not answered when they left is asked again.
    mutating func returned(_ person: Identifier<Person>) {
        touched.append(person)
        lifted.insert(person)
    }

    /// Counts somebody's standing anew, whose answers are on file.
    /// - Parameter before: what the roll said, where that is written over already.
    mutating func recount(_ person: Identifier<Person>, from before: Consent? = nil) {
        touched.append(person)
        if let before { self.before[person] = before }
    }

    /// Opens the request for somebody who joined, where the policy of the school asks families.
    mutating func joined(_ entries: [RollEntry]) throws {
        var isNew = false
        for entry in entries where entry.person.kind == .pupil && entry.person.consent.status == .notRecorded {
            guard let school = try tx.school(slug: entry.person.school), try asksFamilies(at: school) else { continue }
            isNew = try tx.openPictureRequest(entry.id, because: .joined) || isNew
        }
        if isNew { try askSoon() }
    }

    /// The same for whomever a list has brought.
    func joinedByList() throws {
        var isNew = false
        for school in try tx.schoolsOfStagedPupils() where try asksFamilies(at: school) {
            isNew = try tx.openRequestsOfStaged(at: school) || isNew
        }
        if isNew { try askSoon() }
    }

    /// The questions that wait go out when mail may, and those for paper become a task.
    func askSoon() throws {
        try tx.setDue(.familiesToAsk, "organisation", at: tx.now)
    }

    /// By its policy, or because it chose so.
    func asksFamilies(at school: Identifier<School>) throws -> Bool {
        try policy(at: school)?.asksFamilies == true || tx.settings(at: school).isAskingFamilies
    }

    func policy(at school: Identifier<School>) throws -> Policy? {
        try organisation.policyInForce(at: school, on: tx.now, tx)?.policy
    }

    // MARK: - Settling

    /// Writes what all of it comes to.
    mutating func settle() throws {
        var seen: Set<Identifier<Person>> = []
        var listed: [Identifier<School>: [Identifier<Person>]] = [:]
        var shut: [(entry: RollEntry, before: Consent)] = []
        let today = Day(of: tx.now)
        var written: [RollEntry] = []
        var schools: Set<String> = []
        for person in touched where seen.insert(person).inserted {
            var entry = try tx.rollEntry(person)
            if let school = entry.person.school { schools.insert(school) }
            let was = before[person] ?? entry.person.consent
            let standing = try standing(of: person, on: today)
            if standing.consent != entry.person.consent {
                let asking = entry.person.consent.asking
                entry.person.consent = standing.consent
                entry.person.consent.asking = asking
                written.append(entry)
            }
            try lookAtEnd(of: entry, today)
            try closeOwnTask(of: entry, today)
            let (old, new) = (was.shut(on: today), entry.person.consent.shut(on: today))
            if entry.leftAt != nil {
                // what is out of somebody who left comes down when they, or their family, say so
                let isNo = answered.contains(person) && !new.isEmpty
                if isNo || !Set(new).subtracting(old).isEmpty { shut.append((entry, was)) }
                continue
            }
            if old != new, let school = try tx.school(slug: entry.person.school) {
                listed[school, default: []].append(person)
            }
            if !Set(new).subtracting(old).isEmpty || isNarrower(entry.person.consent, than: was) {
                shut.append((entry, was))
            }
        }
        try tx.write(written)
        for (school, people) in listed.sorted(by: { $0.key < $1.key }) { try changeList(at: school, of: people) }
        for one in shut { try reach(one.entry) }
        tasks += try tx.donePaperTasks(at: Set(schools.compactMap { try tx.school(slug: $0) }))
        touched = []
    }

    /// What all answers come to; one that came now and counts closes the open request, and a list closes one of somebody
    /// who had not answered yet.
    private func standing(of person: Identifier<Person>, on today: Day) throws -> ConsentStanding {
        let answers = try tx.consentAnswers(of: person)
        let parents = try tx.parentsEver(of: person)
        let standing = ConsentStanding(answers, parents: parents, on: today)
        if lifted.contains(person) {
            try tx.reopenPictureRequest(of: person, isUnsaid: standing.consent.status == .notRecorded)
        }
        let isAnswer = ![.notRecorded, .unreadable].contains(standing.consent.status)
        let said = standing.counting.filter { noted.contains($0.number) }.map(\.on).max()
        if isAnswer, said != nil || before[person] != nil { try tx.closePictureRequest(of: person, saidOn: said) }
        guard let end = try tx.oldEndsOn(of: person) else { return standing }
        return ConsentStanding(answers, parents: parents, oldEndsOn: end, on: today)
    }

    /// A yes that is none any more matters where silence is no yes.
    private func isNarrower(_ consent: Consent, than before: Consent) -> Bool {
        let yes: Set<Consent.Status> = [.granted, .restricted, .withdrawn]
        return yes.contains(before.status) && consent != before
    }

    /// When to look whether a consent ends: some weeks before, and when it has.
    private func lookAtEnd(of entry: RollEntry, _ today: Day) throws {
        guard entry.leftAt == nil, let until = entry.person.consent.until, until >= today else {
            return try tx.clearDue(.consentEnds, entry.id.text)
        }
        let warning = until.adding(days: -RenewConsents.warningDays).start()
        try tx.setDue(.consentEnds, entry.id.text, at: warning > tx.now ? warning : until.adding(days: 1).start())
    }

    /// Whoever was asked whether their own consent goes on has said so, or it is none any more.
    private mutating func closeOwnTask(of entry: RollEntry, _ today: Day) throws {
        let subject = RecordSubject(.person, entry.id)
        guard entry.person.kind == .staff, try tx.isOpen(.renewMyConsent, subject) else { return }
        let ends = entry.person.consent.until.map { $0 <= today.adding(days: RenewConsents.warningDays) } ?? false
        if !ends || entry.leftAt != nil { tasks.append(.close(.renewMyConsent, subject)) }
    }

    /// The list grows by a version, and whoever posts is asked to read it where the policy says so.
    private mutating func changeList(at school: Identifier<School>, of people: [Identifier<Person>]) throws {
        try listChanged(at: school, version: tx.changePictureList(at: school, of: people), people: people.count)
    }

    /// The list of a school has a new version.
    mutating func listChanged(at school: Identifier<School>, version: Int, people: Int) throws {
        let subject = RecordSubject(.pictureList, school)
        events.append(
            Event(.pictureListChanged, subject, after: ["version": .number(version), "people": .number(people)]))
        guard let policy = try policy(at: school), policy.asksToKnowPictureList else { return }
        let rule =
            "The list of those who must not be published has changed: "
            + whoseRule(policy.sections(carriedBy: .knowList))
        let due = try tx.within(KnowPictureList.days, at: school)
        for user in try tx.posters(at: school) {
            tasks.append(
                .open(NewTask(.knowPictureList, subject, for: .user(user), within: due, rule: rule)))
        }
    }

    /// Everything that shows them, and may no longer.
    private mutating func reach(_ entry: RollEntry) throws {
        try add(organisation.reached(by: entry, tx))
    }

    mutating func add(_ more: Recorded<Void>) {
        events += more.events
        tasks += more.tasks
        notices += more.notices
    }

    mutating func add(_ event: Event, tasks more: [TaskChange] = [], notices: [NewNotice] = []) {
        events.append(event)
        tasks += more
        self.notices += notices
    }

    mutating func open(_ task: NewTask) { tasks.append(.open(task)) }

    // MARK: - What comes of it

    /// All of it, after the first event of the change.
    func recorded<Value>(
        _ value: Value, _ event: Event, and more: [Event] = [], tasks others: [TaskChange] = [],
        notices told: [NewNotice] = []
    ) -> Recorded<Value> {
        Recorded(value, event, and: more + events, tasks: others + tasks, notices: told + notices)
    }

    /// All of it, and then the last event of the change.
    func recorded<Value>(_ value: Value, before last: Event, and more: [Event]) -> Recorded<Value> {
        let all = events + more + [last]
        return Recorded(value, all[0], and: Array(all.dropFirst()), tasks: tasks, notices: notices)
    }

    /// All of it; nothing where nothing was said.
    func recorded<Value>(_ value: Value) -> Recorded<Value> {
        guard let first = events.first else { return .unchanged(value) }
        return Recorded(value, first, and: Array(events.dropFirst()), tasks: tasks, notices: notices)
    }
}

extension ConsentAnswer {
    /// Whether the school lifts its never by it.
    fileprivate var isLifting: Bool { giver == .school && consent.status == .notRecorded }
}

extension WriteTransaction {
    /// Whoever writes posts at a school.
    func posters(at school: Identifier<School>) throws -> [Identifier<User>] {
        try PublishingRoles.writing.reduce(into: Set<Identifier<User>>()) { users, role in
            users.formUnion(try holders(of: role, at: school))
        }.sorted()
    }

    func requireConsentKeeper(at school: Identifier<School>?) throws {
        guard try authority().holds(any: ConsentRoles.keeping, at: school) else {
            throw ActionError.notPermitted(
                "Only the office, an administrator, a senior leader or the headteacher keeps answers about pictures")
        }
    }
}

extension RecordValue {
    init(_ answer: ConsentAnswer) {
        var fields: [String: RecordValue] = [
            "consent": RecordValue(answer.consent), "way": .text(answer.way.rawValue),
            "on": .text(answer.on.description),
        ]
        switch answer.giver {
        case .parent(let name): (fields["giver"], fields["name"]) = ("parent", .text(name))
        case .themselves: fields["giver"] = "themselves"
        case .form: fields["giver"] = "form"
        case .school: fields["giver"] = "school"
        }
        fields["wording"] = answer.wording.map(RecordValue.text)
        fields["language"] = answer.language.map(RecordValue.text)
        self = .fields(fields)
    }
}
