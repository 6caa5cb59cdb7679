import Actions
import Foundation
import Governance
import Reading

/// Sessions and briefings: arranging one, who was there, calling one off.
enum SessionRoutes {
    static let all: [Route] = [
        .get(.newSession, .registerKeepers) { visit in .page(try await newForm(visit)) },
        .post(.newSession, .registerKeepers, .form, arrange),
        .get(.trainingSession(.any), .registerReaders) { visit in .page(try await page(visit)) },
        .post(.sessionAttendance(.any), .registerKeepers, .form, attend),
        .post(.sessionHeld(.any), .registerKeepers, .form) { visit in
            let session = try session(visit, try await TrainingDesk(visit))
            try await SayHeld(session: session.id).perform(in: visit.work, by: visit.actor)
            return .see(.trainingSession(.value(session.id.text)))
        },
        .get(.sessionEnd(.any), .registerKeepers) { visit in .page(try await endForm(visit)) },
        .post(.sessionEnd(.any), .registerKeepers, .form, callOff),
    ]

    // MARK: - Arranging

    private static func newForm(_ visit: Visit, _ problems: [Problem] = []) async throws -> Page {
        let desk = try await TrainingDesk(visit)
        let authority = try visit.me.authority
        let schools = desk.schools.filter { authority.holds(any: TrainingRoles.keepers, at: $0.id) }
        return TrainingForms.session(
            visit.form, courses: desk.standing.courses.filter { !$0.isOver },
            schools: schools.map { ($0.slug, $0.name) },
            everywhere: desk.schools.count > 1 && authority.holds(any: TrainingRoles.keepers, at: nil),
            to: visit.link(.newSession), back: TrainingRoutes.crumb(visit), problems: problems)
    }

    @Sendable private static func arrange(_ visit: Visit) async throws -> Reply {
        do {
            guard let day = Day(written: visit.form.trimmed("on")) else {
                throw ActionError.invalid("on", "Write the day like this: 24 November 2026")
            }
            let course = visit.form["course"]
            let session = try await ArrangeSession(
                title: visit.form["title"],
                audiences: TrainingSession.Audience.allCases.filter {
                    visit.form.all("audiences").contains($0.rawValue)
                }, course: course.isEmpty ? nil : Identifier(course), school: try await school(visit), on: day,
                about: visit.form["about"]
            ).perform(in: visit.work, by: visit.me.user.id)
            return .see(.trainingSession(.value(session.text)))
        } catch ActionError.invalid(let errors) {
            return .page(try await newForm(visit, errors.map(Problem.init)))
        }
    }

    /// The school chosen; where there is only one to choose, that one.
    private static func school(_ visit: Visit) async throws -> Identifier<School>? {
        let slug = visit.form["school"]
        if !slug.isEmpty { return try await visit.work.school(slug: slug).id }
        let authority = try visit.me.authority
        if authority.holds(any: TrainingRoles.keepers, at: nil) { return nil }
        return try await visit.work.database.schools().first {
            authority.holds(any: TrainingRoles.keepers, at: $0.id)
        }?.id
    }

    // MARK: - One session

    private static func session(_ visit: Visit, _ desk: TrainingDesk) throws -> TrainingSession {
        guard let line = desk.sessions.first(where: { $0.session.id.text == visit.part("session") }) else {
            throw TurnedAway.notFound
        }
        return line.session
    }

    private static func page(_ visit: Visit, _ problems: [Problem] = []) async throws -> Page {
        let desk = try await TrainingDesk(visit)
        let session = try session(visit, desk)
        let names = try await visit.work.database.userNames()
        let there = desk.lines.filter { line in
            desk.standing.attendances(of: line.user.id).contains { $0.session == session.id }
        }
        let attended = desk.sessions.first { $0.session.id == session.id }?.attended ?? 0
        let others = attended - there.count
        let hasCome = session.on <= desk.standing.today && session.cancelled == nil
        let isAsked = hasCome && session.held == nil
        let left = desk.kept.filter { line in
            !desk.standing.attendances(of: line.user.id).contains {
                $0.course == session.course && $0.on == session.on
            }
        }
        let mayAttend = hasCome && session.course != nil && !left.isEmpty
        let part = SiteURL.Part.value(session.id.text)
        return Page(
            session.title, crumb: TrainingRoutes.crumb(visit), problems: problems, room: .policy,
            SessionPage(
                note: session.cancelled.map { Note(.quiet, "It was called off.", "“\($0)”") }
                    ?? (isAsked
                        ? Note(
                            .hold, "Was it held?",
                            "Until somebody says so, or puts on record who was there, it stands for no training this "
                                + "school year.", icon: .clock) : nil),
                facts: facts(session, desk, names), about: session.about,
                people: there.map { line in
                    SessionPage.Line(
                        name: line.user.name, link: visit.link(.trainingOf(.value(line.user.id.text))),
                        small: desk.standing.attendances(of: line.user.id).first { $0.session == session.id }
                            .map { $0.putOnRecord(names) } ?? "")
                }, anyPeople: !there.isEmpty,
                others: others == 0 ? nil : "\(others) more, of other schools or who have left.",
                nobody: session.course == nil
                    ? "It is a briefing, so nobody is put on record by name."
                    : session.on > desk.standing.today ? "It is to come." : "Nobody is on record yet.",
                form: mayAttend
                    ? SessionPage.Attending(
                        to: visit.link(.sessionAttendance(part)),
                        who: ChoiceField(
                            "users", there.isEmpty ? "Who was there?" : "Who else was there?", several: true,
                            left.map { ($0.user.id.text, $0.user.name, desk.tag(of: $0).text) },
                            chosen: Set(visit.form.all("users")), problems: problems)) : nil,
                asks: isAsked && desk.mayKeep(session)
                    ? SessionPage.Asking(
                        to: visit.link(.sessionHeld(part)), fellOut: visit.link(.sessionEnd(part))) : nil,
                end: session.cancelled == nil && attended == 0 && !isAsked && desk.mayKeep(session)
                    ? HeadAction("Call it off", visit.link(.sessionEnd(part))) : nil))
    }

    private static func facts(
        _ session: TrainingSession, _ desk: TrainingDesk, _ names: [Identifier<User>: String]
    ) -> [Fact] {
        var facts = [Fact("Day", When.date(session.on)), Fact("For", session.forWhom)]
        if desk.schools.count > 1 { facts.append(Fact("Where", desk.school(session.school))) }
        facts.append(
            Fact("Course", session.course.flatMap { desk.standing.course($0)?.name } ?? "None: it is a briefing"))
        facts.append(Fact("Arranged by", names[session.arrangedBy] ?? "Someone who has left"))
        if let held = session.held {
            let who = held.by.map { names[$0] ?? "someone who has left" } ?? "whoever was at the console"
            facts.append(Fact("Held", "Yes, said \(who) on \(When.date(held.at))"))
        }
        return facts
    }

    @Sendable private static func attend(_ visit: Visit) async throws -> Reply {
        let session = try session(visit, try await TrainingDesk(visit))
        guard let course = session.course else { throw TurnedAway.notFound }
        do {
            try await RecordTraining(
                visit.form.all("users").map { Identifier($0) }, course: course, on: session.on, session: session.id
            ).perform(in: visit.work, by: visit.actor)
            return .see(.trainingSession(.value(session.id.text)))
        } catch ActionError.invalid(let errors) {
            return .page(try await page(visit, errors.map(Problem.init)))
        }
    }

    // MARK: - Calling off, or saying that it fell out

    private static func endForm(_ visit: Visit, _ problems: [Problem] = []) async throws -> Page {
        let session = try session(visit, try await TrainingDesk(visit))
        let part = SiteURL.Part.value(session.id.text)
        return ReasonForm.page(
            session.on < Day(of: visit.now) ? "“\(session.title)” fell out?" : "Call off “\(session.title)”?",
            lead: "It stays on the register, as called off.",
            to: visit.link(.sessionEnd(part)), button: "Call it off",
            back: Crumb(session.title, visit.link(.trainingSession(part))), room: .policy, form: visit.form,
            problems: problems)
    }

    @Sendable private static func callOff(_ visit: Visit) async throws -> Reply {
        do {
            try await CancelSession(session: Identifier(visit.part("session")), why: visit.form["why"])
                .perform(in: visit.work, by: visit.actor)
            return .see(.training)
        } catch ActionError.invalid(let errors) {
            return .page(try await endForm(visit, errors.map(Problem.init)))
        }
    }
}
