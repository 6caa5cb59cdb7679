import Actions
import Foundation
import Governance
import Reading

/// The roll: lists, one person, by hand and from a file.
enum RollRoutes {
    static let all: [Route] = [
        .get(.roll, .rollReaders, list),
        .get(.newPupil, .rollKeepers) { visit in .page(try await form(.pupil, visit)) },
        .post(.newPupil, .rollKeepers) { visit in try await add(.pupil, visit) },
        .get(.newStaff, .rollKeepers) { visit in .page(try await form(.staff, visit)) },
        .post(.newStaff, .rollKeepers) { visit in try await add(.staff, visit) },
        .get(.rollImport, .rollKeepers) { visit in
            .page(RollImportForm.page(to: visit.link(.rollImport), back: crumb(visit)))
        },
        .post(.rollImport, .rollKeepers, .upload(megabytes: 20), trial),
        .post(.rollImportDecision, .rollKeepers, .upload(megabytes: 60), bringIn),
        .get(.person(id: .any), .rollReaders, person),
        .get(.personChange(id: .any), .rollKeepers) { visit in
            let entry = try await entry(visit)
            return .page(try await change(entry, RollForm.fields(of: entry.person), visit))
        },
        .post(.personChange(id: .any), .rollKeepers, .form, save),
        .post(.personLeft(id: .any), .rollKeepers) { visit in
            try await RecordLeaving(Identifier(visit.part("person")), why: "Left").perform(
                in: visit.work, by: visit.actor)
            return .see(.roll)
        },
    ]

    private static let most = 200

    private static func crumb(_ visit: Visit) -> Crumb { Crumb("People", visit.link(.roll)) }

    private static func entry(_ visit: Visit) async throws -> RollEntry {
        guard let entry = try await visit.work.database.rollEntry(Identifier(visit.part("person"))) else {
            throw TurnedAway.notFound
        }
        return entry
    }

    // MARK: - Looking

    @Sendable private static func list(_ visit: Visit) async throws -> Reply {
        let database = try visit.work.database
        let kind = Person.Kind(rawValue: visit.query["kind"]) ?? .pupil
        let words = visit.query.trimmed("q")
        let counts = try await database.rollCounts()
        let count = { (kind: Person.Kind) in counts.filter { $0.kind == kind }.reduce(0) { $0 + $1.people } }
        let found = try await database.rollEntries(kind: kind, named: words, most: most + 1)
        let word = visit.organisation?.pupilWord ?? PupilWord()
        let may = WhoMay.rollKeepers.admits(visit.visitor)
        let add: (String, SiteURL) =
            kind == .pupil ? ("Add a \(word.one)", .newPupil) : ("Add a member of staff", .newStaff)
        let tab = { (text: String, other: Person.Kind) in
            Tab(
                text, visit.link(.roll) + "?kind=" + other.rawValue, count: count(other), current: kind == other)
        }
        return .page(
            Page(
                heading(kind, count(kind), word), title: "People",
                actions: may
                    ? [
                        HeadAction("Bring in a file", icon: .upload, visit.link(.rollImport)),
                        HeadAction(add.0, icon: .plus, visit.link(add.1)),
                    ] : [], tabs: [tab(word.capital, .pupil), tab("Staff", .staff)], room: .roll,
                RollPage(
                    search: words, kind: kind.rawValue, to: visit.link(.roll),
                    people: found.prefix(most).map { RollPage.Line($0, in: visit) },
                    anyPeople: !found.isEmpty || !words.isEmpty,
                    blank: Blank(
                        "Every post is held until the roll is known",
                        "Names can only be checked against people that Chaperone knows. Bring in a file, or add them one by one.",
                        action: may ? HeadAction("Bring in a file", visit.link(.rollImport)) : nil),
                    showing: showing(found.count, of: count(kind), words), isPupils: kind == .pupil)))
    }

    private static func heading(_ kind: Person.Kind, _ count: Int, _ word: PupilWord) -> String {
        let (one, many) = kind == .pupil ? (word.one, word.many) : ("member of staff", "members of staff")
        return count == 0
            ? "No \(many) are on the roll yet" : "\(count) \(count == 1 ? "\(one) is" : "\(many) are") on the roll"
    }

    private static func showing(_ found: Int, of all: Int, _ words: String) -> String {
        if found > most { return "The first \(most). Type a name to find others." }
        return words.isEmpty ? "" : found == 1 ? "One found." : "\(found) found."
    }

    @Sendable private static func person(_ visit: Visit) async throws -> Reply {
        let entry = try await entry(visit)
        let person = entry.person
        let id = SiteURL.Part.value(entry.id.text)
        let may = WhoMay.rollKeepers.admits(visit.visitor) && entry.leftAt == nil
        let full = [person.title, person.given, person.middle, person.family].compactMap { $0 }.filter { !$0.isEmpty }
        var facts = [Fact("Reference", person.ref)]
        if let preferred = person.preferred { facts.append(Fact("Goes by", preferred)) }
        if let form = person.form { facts.append(Fact("Form or class", form)) }
        if let school = person.school,
            let name = try await visit.work.database.schools().first(where: { $0.slug == school })
        {
            facts.append(Fact("School", name.name))
        }
        if let channels = person.consent.channels {
            facts.append(Fact("Pictures may go to", channels.map(\.rawValue).joined(separator: ", ")))
        }
        if let until = person.consent.until { facts.append(Fact("Until", When.date(until))) }
        if let left = entry.leftAt { facts.append(Fact("Left", When.date(left))) }
        return .page(
            Page(
                full.joined(separator: " "), crumb: crumb(visit), room: .roll,
                PersonPage(
                    facts: facts, tag: RollPage.tag(for: person.consent),
                    change: may ? visit.link(.personChange(id: id)) : nil,
                    leave: may ? visit.link(.personLeft(id: id)) : nil, button: "Take off the roll")))
    }

    // MARK: - By hand

    private static func form(_ kind: Person.Kind, _ visit: Visit, problems: [Problem] = []) async throws -> Page {
        PersonForms.page(
            kind, visit.form, to: visit.link(kind == .pupil ? .newPupil : .newStaff),
            word: visit.organisation?.pupilWord ?? PupilWord(), back: crumb(visit),
            schools: try await visit.work.database.schools(), problems: problems)
    }

    private static func add(_ kind: Person.Kind, _ visit: Visit) async throws -> Reply {
        do {
            let schools = try await visit.work.database.schools()
            let id = try await AddPerson(try RollForm.person(kind, visit.form, schools: schools))
                .perform(in: visit.work, by: visit.actor)
            return .see(.person(id: .value(id.text)))
        } catch ActionError.invalid(let errors) {
            return .page(try await form(kind, visit, problems: errors.map(Problem.init)))
        }
    }

    private static func change(
        _ entry: RollEntry, _ form: Form, _ visit: Visit, problems: [Problem] = []
    ) async throws -> Page {
        let link = visit.link(.person(id: .value(entry.id.text)))
        return PersonForms.page(
            entry.person.kind, form, to: visit.link(.personChange(id: .value(entry.id.text))),
            word: visit.organisation?.pupilWord ?? PupilWord(), back: Crumb(entry.person.shortName, link),
            heading: "Change what is known", changing: true, schools: try await visit.work.database.schools(),
            problems: problems)
    }

    @Sendable private static func save(_ visit: Visit) async throws -> Reply {
        let entry = try await entry(visit)
        do {
            var person = try RollForm.person(
                entry.person.kind, visit.form, schools: try await visit.work.database.schools())
            person.ref = entry.person.ref
            try await EditPerson(entry.id, to: person).perform(in: visit.work, by: visit.actor)
            return .see(.person(id: .value(entry.id.text)))
        } catch ActionError.invalid(let errors) {
            return .page(try await change(entry, visit.form, visit, problems: errors.map(Problem.init)))
        }
    }

    // MARK: - From a file

    @Sendable private static func trial(_ visit: Visit) async throws -> Reply {
        let again = { (problems: [Problem]) in
            Reply.page(RollImportForm.page(to: visit.link(.rollImport), back: crumb(visit), problems: problems))
        }
        guard let file = visit.form.files["file"] else { return again([Problem("file", "Choose a file")]) }
        do {
            let plan = try await ImportRoll(bytes: file.bytes).trial(in: visit.work, by: visit.actor)
            return .page(
                RollImportPage.page(plan, text: String(decoding: file.bytes, as: UTF8.self), file: file.name, visit))
        } catch ActionError.invalid(let errors) {
            return again(errors.map(Problem.init))
        }
    }

    @Sendable private static func bringIn(_ visit: Visit) async throws -> Reply {
        let bytes = Array(visit.form["text"].utf8)
        let plan = try await ImportRoll(bytes: bytes).trial(in: visit.work, by: visit.actor)
        guard RollImportPage.shown(plan) == visit.form["shown"] else {
            throw TurnedAway.conflict("The roll has changed since the trial run was shown.")
        }
        try await ImportRoll(bytes: bytes, shown: plan).perform(in: visit.work, by: visit.actor)
        return .see(.roll)
    }
}

extension RollPage.Line {
    fileprivate init(_ entry: RollEntry, in visit: Visit) {
        let person = entry.person
        let isPupil = person.kind == .pupil
        self.init(
            person.shortName, ref: person.ref, link: visit.link(.person(id: .value(entry.id.text))),
            group: isPupil ? person.form ?? "" : nil, consent: isPupil ? RollPage.tag(for: person.consent) : nil)
    }
}

extension RollImportPage {
    static func shown(_ plan: RollImport) -> String {
        "\(plan.added.count) \(plan.changed.count) \(plan.unchanged) \(plan.held.count)"
    }

    fileprivate static func page(_ plan: RollImport, text: String, file: String, _ visit: Visit) -> Page {
        let people = plan.added.count + plan.changed.count
        var notes: [Note] = []
        if !plan.missing.isEmpty {
            notes.append(
                Note(
                    .warn, "\(plan.missing.count) on the roll are not in the file.",
                    "They are not removed. Take each off the roll by hand if they have left."))
        }
        if !plan.doubtfulConsents.isEmpty {
            notes.append(
                Note(
                    .hold, "\(plan.doubtfulConsents.count) consents cannot be read.",
                    "They are kept as unreadable, which is never read as yes."))
        }
        if !plan.notRead.isEmpty {
            notes.append(
                Note(
                    .quiet, "\(plan.notRead.count) columns were not read.",
                    "No duty needs them, so nothing looked at them."))
        }
        let rows = (plan.held + plan.doubtfulConsents).prefix(500).map { doubt in
            HeldRow(
                "Line \(doubt.line)", column: doubt.column, says: doubt.value, wrong: "\(doubt.says). \(doubt.advice).")
        }
        return page(
            RollImportPage(
                same: plan.unchanged, added: plan.added.count, changed: plan.changed.count, held: plan.held.count,
                rows: rows, anyRows: !rows.isEmpty, to: visit.link(.rollImportDecision), shown: shown(plan),
                notes: notes,
                text: text, confirm: people == 0 ? nil : "Bring in \(people) \(people == 1 ? "person" : "people")",
                leave: visit.link(.roll)),
            file: file, back: crumbBack(visit))
    }

    private static func crumbBack(_ visit: Visit) -> Crumb { Crumb("People", visit.link(.roll)) }
}
