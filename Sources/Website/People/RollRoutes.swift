import Actions
import Foundation
import Governance
import Reading

/// The roll: lists, one person, by hand and from a file.
enum RollRoutes {
    static let all: [Route] = [
        .get(.roll, .rollReaders) { visit in try await list(visit, words: "") },
        // a name that is looked for stands in no address, which others could read in a history or a log
        .post(.roll, .rollReaders, .form) { visit in try await list(visit, words: visit.form.trimmed("q")) },
        .get(.newPupil, .rollKeepers) { visit in .page(try await form(.pupil, visit)) },
        .post(.newPupil, .rollKeepers) { visit in try await add(.pupil, visit) },
        .get(.newStaff, .rollKeepers) { visit in .page(try await form(.staff, visit)) },
        .post(.newStaff, .rollKeepers) { visit in try await add(.staff, visit) },
        .get(.person(id: .any), .rollReaders, person),
        .get(.personChange(id: .any), .rollKeepers) { visit in .page(try await PersonEditing.page(visit)) },
        .post(.personChange(id: .any), .rollKeepers, .form, PersonEditing.save),
        .get(.personLeft(id: .any), .rollKeepers) { visit in .page(leavingForm(try await entry(visit), visit)) },
        .post(.personLeft(id: .any), .rollKeepers, .form, leave),
        .post(.personReturn(id: .any), .rollKeepers) { visit in
            let entry = try await entry(visit)
            try await RecordReturn(entry.id).perform(in: visit.work, by: visit.actor)
            return .see(.person(id: .value(entry.id.text)))
        },
    ]

    private static let most = 50

    static func crumb(_ visit: Visit) -> Crumb { Crumb("People", visit.link(.roll)) }

    static func entry(_ visit: Visit) async throws -> RollEntry {
        guard let entry = try await visit.work.database.rollEntry(Identifier(visit.part("person"))),
            try await RollReach(visit).reaches(entry.person)
        else {
            throw TurnedAway.notFound
        }
        return entry
    }

    // MARK: - Looking

    private static func list(_ visit: Visit, words: String) async throws -> Reply {
        let database = try visit.work.database
        let asked = visit.form.has("kind") ? visit.form : visit.query
        let kind = Person.Kind(rawValue: asked["kind"]) ?? .pupil
        let reach = try await RollReach(visit)
        let counts = try await database.rollCounts().filter(reach.reaches)
        let count = { (kind: Person.Kind) in counts.filter { $0.kind == kind }.reduce(0) { $0 + $1.people } }
        let page = min(max(Int(asked["page"]) ?? 1, 1), 1 + count(kind) / most)
        let found = try await database.rollEntries(
            ofSchools: reach.schools, kind: kind, named: words, most: most + 1, after: (page - 1) * most)
        let word = visit.organisation?.pupilWord ?? PupilWord()
        let may = WhoMay.rollKeepers.admits(visit.visitor)
        let stated = try await database.schoolsWithoutPupils()
        let schools = try await database.schools()
        let hasNone = kind == .pupil && !stated.isEmpty && stated.count == schools.count
        let add: (String, SiteURL) =
            kind == .pupil ? ("Add a \(word.one)", .newPupil) : ("Add a member of staff", .newStaff)
        return .page(
            Page(
                heading(kind, count(kind), word), title: "People",
                actions: may
                    ? [
                        HeadAction("Bring in a file", icon: .upload, visit.link(.rollImport)),
                        HeadAction(add.0, icon: .plus, visit.link(add.1)),
                    ] : [], tabs: tabs(visit, counts, kind), room: .roll,
                RollPage(
                    search: words, kind: kind.rawValue, to: visit.link(.roll),
                    people: found.prefix(most).map { RollPage.Line($0, in: visit) },
                    anyPeople: !found.isEmpty, anyOnRoll: count(kind) > 0,
                    blank: !words.isEmpty && count(kind) > 0
                        ? nobody(kind, visit) : hasNone ? noPupils(word, visit) : unknown(kind, word, may, visit),
                    showing: showing(found.count, page: page, of: count(kind), words), isPupils: kind == .pupil,
                    pager: Pager(
                        visit.link(.roll), keeping: ["kind", "q"], of: asked, page: page,
                        of: page + (found.count > most ? 1 : 0), "Before", "More"))))
    }

    /// The lists of people; on those of classes and of parents neither kind is current.
    static func tabs(_ visit: Visit, _ here: SiteURL) async throws -> [Tab] {
        let reach = try await RollReach(visit)
        let counts = try await visit.work.database.rollCounts().filter(reach.reaches)
        return tabs(visit, counts, nil).map { tab in
            var tab = tab
            tab.current = tab.link == visit.link(here)
            return tab
        }
    }

    private static func tabs(_ visit: Visit, _ counts: [RollCount], _ kind: Person.Kind?) -> [Tab] {
        let word = visit.organisation?.pupilWord ?? PupilWord()
        let tab = { (text: String, other: Person.Kind) in
            Tab(
                text, visit.link(.roll) + "?kind=" + other.rawValue,
                count: counts.filter { $0.kind == other }.reduce(0) { $0 + $1.people }, current: kind == other)
        }
        return [
            tab(word.capital, .pupil), tab("Staff", .staff), Tab("Parents", visit.link(.parents)),
            Tab("Classes", visit.link(.classes)),
        ]
    }

    /// Whom of the roll a user is, for those who may see them there.
    static func fact(of user: User, _ visit: Visit) async throws -> Fact? {
        guard let entry = try await visit.work.database.person(of: user.id) else { return nil }
        let reach = try await RollReach(visit)
        let may = WhoMay.rollReaders.admits(visit.visitor) && reach.reaches(entry.person)
        return Fact(
            "On the roll", may ? "\(entry.person.shortName), \(entry.person.number)" : "Yes",
            link: may ? visit.link(.person(id: .value(entry.id.text))) : nil)
    }

    private static func unknown(_ kind: Person.Kind, _ word: PupilWord, _ may: Bool, _ visit: Visit) -> Blank {
        guard kind == .pupil else {
            return Blank(
                "No staff are known yet",
                "Names of staff can only be told from those of \(word.many) when both are known.",
                action: may ? HeadAction("Bring in a file", visit.link(.rollImport)) : nil)
        }
        return Blank(
            "Every post is held until the roll is known",
            "Names can only be checked against people that Chaperone knows. Bring in a file, or add them one by one. "
                + "A school that truly has no \(word.many) says so under Schools.",
            action: may ? HeadAction("Bring in a file", visit.link(.rollImport)) : nil)
    }

    private static func noPupils(_ word: PupilWord, _ visit: Visit) -> Blank {
        Blank(
            "There are no \(word.many), as was stated",
            "Posts go out without a roll of \(word.many). The first \(word.one) who is added ends that.",
            action: visit.site.routes.admit(visit.visitor, to: .schools)
                ? HeadAction("Who stated it, and why", visit.link(.schools)) : nil)
    }

    private static func heading(_ kind: Person.Kind, _ count: Int, _ word: PupilWord) -> String {
        let (one, many) = kind == .pupil ? (word.one, word.many) : ("member of staff", "members of staff")
        return count == 0
            ? "No \(many) are on the roll yet" : "\(count) \(count == 1 ? "\(one) is" : "\(many) are") on the roll"
    }

    private static func nobody(_ kind: Person.Kind, _ visit: Visit) -> Blank {
        Blank(
            "Nobody on the roll has this name or reference", "Try the family name alone, or its first letters.",
            action: HeadAction("Show all", visit.link(.roll) + "?kind=" + kind.rawValue))
    }

    private static func showing(_ found: Int, page: Int, of all: Int, _ words: String) -> String {
        let first = (page - 1) * most + 1
        let last = first + min(found, most) - 1
        if page == 1, found <= most { return words.isEmpty ? "" : found == 1 ? "One found." : "\(found) found." }
        return words.isEmpty ? "\(first) to \(last) of \(all)." : "\(first) to \(last) of those found."
    }

    @Sendable private static func person(_ visit: Visit) async throws -> Reply {
        let entry = try await entry(visit)
        let person = entry.person
        let id = SiteURL.Part.value(entry.id.text)
        let isKeeper = WhoMay.rollKeepers.admits(visit.visitor)
        let may = isKeeper && entry.leftAt == nil
        let full = [person.title, person.given, person.middle, person.family].compactMap { $0 }.filter { !$0.isEmpty }
        var facts = [Fact("Reference", person.number)]
        if let preferred = person.preferred { facts.append(Fact("Goes by", preferred)) }
        if let form = person.form { facts.append(Fact("Form or class", form)) }
        if let school = person.school,
            let name = try await visit.work.database.schools().first(where: { $0.slug == school })
        {
            facts.append(Fact("School", name.name))
        }
        facts += try await onRecord(entry, visit)
        if let left = entry.leftAt { facts.append(Fact("Left", When.date(left))) }
        if let email = person.email { facts.append(Fact("E-mail address", email)) }
        let user = person.kind == .staff ? try await visit.work.database.user(of: entry.id) : nil
        let mayLink = WhoMay.administrators.admits(visit.visitor)
        if let user {
            let link = try await UserRoutes.link(to: user.id, visit)
            facts.append(Fact("Signs in as", user.endedAt == nil ? user.name : "\(user.name), shut out", link: link))
        }
        return .page(
            Page(
                full.joined(separator: " "), crumb: crumb(visit), room: .roll,
                PersonPage(
                    facts: facts, tag: RollPage.tag(for: person.consent, on: Day(of: visit.now)),
                    canStillSignIn: entry.leftAt != nil && user != nil && user?.endedAt == nil
                        ? Note(
                            .warn, "\(user?.name ?? "") can still sign in.",
                            "Coming off the roll ends no role. An administrator shuts them out under Who can sign in.")
                        : nil,
                    link: mayLink && person.kind == .staff && user == nil
                        ? visit.link(.personUser(id: id)) : nil,
                    unlink: mayLink && user != nil ? visit.link(.personUserEnd(id: id)) : nil,
                    change: may ? visit.link(.personChange(id: id)) : nil,
                    leave: may ? visit.link(.personLeft(id: id)) : nil,
                    back: isKeeper && entry.leftAt != nil ? visit.link(.personReturn(id: id)) : nil)))
    }

    /// What the roll has of somebody beside who they are: consent, classes, and who answers for them.
    private static func onRecord(_ entry: RollEntry, _ visit: Visit) async throws -> [Fact] {
        let database = try visit.work.database
        let consent = entry.person.consent
        var facts: [Fact] = []
        if let channels = consent.channels {
            facts.append(
                Fact("Pictures may go to", channels.isEmpty ? "Nowhere" : channels.map(\.title).joined(separator: ", "))
            )
        }
        if let from = consent.from { facts.append(Fact("Consent from", When.date(from))) }
        if let until = consent.until { facts.append(Fact("Consent until", When.date(until))) }
        for (ref, name) in try await database.classes(of: entry.id) {
            facts.append(Fact("In class", name, link: visit.link(.schoolClass(.value(ref)))))
        }
        let isKeeper = WhoMay.rollKeepers.admits(visit.visitor)
        for parent in try await database.parents(of: entry) {
            let more = [parent.relation, isKeeper ? parent.email : nil].compactMap(\.self).filter { !$0.isEmpty }
            facts.append(Fact("Parent", ([parent.name] + more).joined(separator: ", ")))
        }
        return facts
    }

    // MARK: - Leaving

    private static func leavingForm(_ entry: RollEntry, _ visit: Visit, problems: [Problem] = []) -> Page {
        let id = SiteURL.Part.value(entry.id.text)
        return ReasonForm.page(
            "Take \(entry.person.shortName) off the roll?",
            lead: "Posts are then no longer checked against this name."
                + (entry.person.kind == .staff
                    ? " Whoever signs in as them, by what was said or by the e-mail address, is asked to hand over the "
                        + "same day all that they run." : ""),
            to: visit.link(.personLeft(id: id)), button: "Take off the roll",
            back: Crumb(entry.person.shortName, visit.link(.person(id: id))), room: .roll, form: visit.form,
            problems: problems)
    }

    @Sendable private static func leave(_ visit: Visit) async throws -> Reply {
        let entry = try await entry(visit)
        do {
            let user = try await RecordLeaving(entry.id, why: visit.form["why"]).perform(
                in: visit.work, by: visit.actor)
            return .see(user == nil ? .roll : .person(id: .value(entry.id.text)))
        } catch ActionError.invalid(let errors) {
            return .page(leavingForm(entry, visit, problems: errors.map(Problem.init)))
        }
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
}

extension RollPage.Line {
    fileprivate init(_ entry: RollEntry, in visit: Visit) {
        let person = entry.person
        let isPupil = person.kind == .pupil
        self.init(
            person.shortName, ref: person.number, link: visit.link(.person(id: .value(entry.id.text))),
            group: isPupil ? person.form ?? "" : nil,
            consent: isPupil ? RollPage.tag(for: person.consent, on: Day(of: visit.now)) : nil)
    }
}
