import Actions
import Governance
import Reading

/// The schools of the organisation: adding and renaming one, and stating that one truly has no pupils.
enum SchoolRoutes {
    static let all: [Route] = [
        .get(.schools, .schoolReaders, list),
        .get(.newSchool, .administrators) { visit in .page(newForm(visit)) },
        .post(.newSchool, .administrators, .form, add),
        .get(.schoolName(.any), .administrators) { visit in .page(renameForm(visit, try await school(visit))) },
        .post(.schoolName(.any), .administrators, .form, rename),
        .get(.schoolPupils(.any), .rollKeepers) { visit in .page(try await pupilsForm(visit)) },
        .post(.schoolPupils(.any), .rollKeepers, .form, statePupils),
    ]

    private static func crumb(_ visit: Visit) -> Crumb { Crumb("Schools", visit.link(.schools)) }

    /// The school whose short name stands in the address.
    static func school(_ visit: Visit) async throws -> School {
        try await visit.work.school(slug: visit.part("school"))
    }

    // MARK: - Looking

    @Sendable private static func list(_ visit: Visit) async throws -> Reply {
        let database = try visit.work.database
        let reach = try await RollReach(visit)
        let counts = try await database.rollCounts().filter(reach.reaches)
        let stated = try await database.schoolsWithoutPupils()
        let lines = try await database.schools().map { school in
            try line(school, counts.filter { $0.school == school.slug }, stated[school.id], visit)
        }
        return .page(
            SchoolsPage.page(
                lines, new: WhoMay.administrators.admits(visit.visitor) ? visit.link(.newSchool) : nil))
    }

    private static func line(
        _ school: School, _ counts: [RollCount], _ stated: NoPupilsStated?, _ visit: Visit
    ) throws -> SchoolsPage.Line {
        let authority = try visit.me.authority
        let word = visit.organisation?.pupilWord ?? PupilWord()
        let count = { (kind: Person.Kind) in counts.filter { $0.kind == kind }.reduce(0) { $0 + $1.people } }
        let pupils = count(.pupil)
        let known = pupils > 0 ? "\(pupils) \(pupils == 1 ? word.one : word.many)" : "No \(word.many)"
        let slug = SiteURL.Part.value(school.slug)
        var links = [HeadAction("Calendar", visit.link(.schoolCalendar(slug)))]
        if authority.holds(any: Settings.keepers, at: school.id) {
            links.append(HeadAction("Settings", visit.link(.schoolSettings(slug))))
        }
        if WhoMay.administrators.admits(visit.visitor) {
            links.append(HeadAction("Rename", visit.link(.schoolName(slug))))
        }
        if pupils == 0, WhoMay.rollKeepers.admits(visit.visitor) {
            links.append(
                HeadAction(
                    stated == nil ? "It has no \(word.many)" : "That is not so any more",
                    visit.link(.schoolPupils(slug))))
        }
        return SchoolsPage.Line(
            school.name,
            small: (pupils > 0 || stated != nil ? known : known + " are known") + ", \(count(.staff)) staff",
            stated: stated.map { "Stated on \(When.date($0.at)): “\($0.why)”" },
            tag: pupils == 0 && stated == nil ? SchoolsPage.rollUnknown : nil, links: links)
    }

    // MARK: - Adding and renaming

    private static func newForm(_ visit: Visit, problems: [Problem] = []) -> Page {
        SchoolForms.new(visit.form, to: visit.link(.newSchool), back: crumb(visit), problems: problems)
    }

    @Sendable private static func add(_ visit: Visit) async throws -> Reply {
        let slug = visit.form.trimmed("slug")
        do {
            try await AddSchool(name: visit.form["name"], slug: slug.isEmpty ? nil : slug)
                .perform(in: visit.work, by: visit.actor)
            return .see(.schools)
        } catch ActionError.invalid(let errors) {
            return .page(newForm(visit, problems: errors.map(Problem.init)))
        }
    }

    private static func renameForm(_ visit: Visit, _ school: School, problems: [Problem] = []) -> Page {
        SchoolForms.rename(
            visit.form, now: school.name, to: visit.link(.schoolName(.value(school.slug))), back: crumb(visit),
            problems: problems)
    }

    @Sendable private static func rename(_ visit: Visit) async throws -> Reply {
        let school = try await school(visit)
        let why = visit.form.trimmed("why")
        guard !why.isEmpty else {
            return .page(renameForm(visit, school, problems: [Problem("why", "Say why it is renamed")]))
        }
        do {
            try await RenameSchool(school: school.id, name: visit.form["name"], why: why)
                .perform(in: visit.work, by: visit.actor)
            return .see(.schools)
        } catch ActionError.invalid(let errors) {
            return .page(renameForm(visit, school, problems: errors.map(Problem.init)))
        }
    }

    // MARK: - No pupils

    private static func pupilsForm(_ visit: Visit, problems: [Problem] = []) async throws -> Page {
        let school = try await school(visit)
        let word = visit.organisation?.pupilWord ?? PupilWord()
        let isStated = try await visit.work.database.schoolsWithoutPupils()[school.id] != nil
        return ReasonForm.page(
            isStated ? "Does \(school.name) have \(word.many) after all?" : "\(school.name) has no \(word.many)?",
            lead: isStated
                ? "Its posts are then held until its \(word.many) are known."
                : "State it only if it is so: its posts are then checked against everyone else on the roll and go out. "
                    + "The first \(word.one) who is added ends it.",
            to: visit.link(.schoolPupils(.value(school.slug))),
            button: isStated ? "It has \(word.many)" : "State that it has none", back: crumb(visit), room: .schools,
            form: visit.form, problems: problems)
    }

    @Sendable private static func statePupils(_ visit: Visit) async throws -> Reply {
        let school = try await school(visit)
        let isStated = try await visit.work.database.schoolsWithoutPupils()[school.id] != nil
        do {
            if isStated {
                try await TakeBackNoPupils(at: school.id, why: visit.form["why"])
                    .perform(in: visit.work, by: visit.actor)
            } else {
                try await StateNoPupils(at: school.id, why: visit.form["why"])
                    .perform(in: visit.work, by: visit.actor)
            }
            return .see(.schools)
        } catch ActionError.invalid(let errors) {
            return .page(try await pupilsForm(visit, problems: errors.map(Problem.init)))
        }
    }
}
