import Actions
import Foundation
import Governance
import Reading

/// The register of training: who is trained, in what, until when; on the page, in a file and on paper.
enum TrainingRoutes {
    static let all: [Route] = [
        .get(.training, .registerReaders, list),
        .get(.trainingFile, .registerReaders, file),
        .get(.trainingPrint, .registerReaders, print),
        .get(.trainingOf(.any), .registerReaders) { visit in
            let desk = try await TrainingDesk(visit, of: Identifier(visit.part("user")))
            guard let line = desk.lines.first else {
                throw TurnedAway.notFound
            }
            return .page(
                PersonTrainingPage.page(
                    line.user, desk.standing, names: try await visit.work.database.userNames(), crumb: crumb(visit),
                    mayTakeBack: desk.mayKeep(line), visit))
        },
        .get(.myTraining, .signedIn) { visit in
            let me = try visit.me.user
            let standing = try await visit.work.database.trainingStanding(of: me.id)
            let task = try await visit.work.database.tasks(of: me.id).first { $0.kind == .beTrained }
            return .page(
                PersonTrainingPage.page(
                    me, standing, names: try await visit.work.database.userNames(),
                    crumb: Crumb("My page", visit.link(.me)), mayTakeBack: false,
                    asked: task.map { task in
                        Note(
                            .hold, "Training is asked of you.",
                            (task.due.map { "By \(When.date($0)). " } ?? "") + task.rule + ".", icon: .clock)
                    }, ways: task == nil ? [] : try await ways(to: standing, visit), visit))
        },
        .get(.trainingRecord(.any), .signedIn, certificate),
    ]

    static func crumb(_ visit: Visit) -> Crumb { Crumb("Training", visit.link(.training)) }

    /// The courses that count where the visitor has a role, and the staff sessions to come there.
    private static func ways(to standing: TrainingStanding, _ visit: Visit) async throws -> [String] {
        let facts = try await visit.work.database.registerFacts(of: visit.me.user.id)
        let policies = try await visit.work.asking(facts).policies.values.filter(\.asksForTraining)
        let courses = standing.courses.filter { course in
            !course.isOver && policies.contains { course.counts(for: $0) }
        }
        let mine = Set(facts.people.flatMap(\.grants).map(\.school))
        let sessions = try await visit.work.database.trainingSessions().map(\.session).filter { session in
            session.cancelled == nil && session.on >= standing.today && session.audiences.contains(.staff)
                && (session.school == nil || mine.contains(session.school) || mine.contains(nil))
        }
        return sessions.reversed().map { "To come: \($0.title), on \(When.date($0.on))" }
            + courses.map { "A course that counts: \($0.name)" }
    }

    // MARK: - The register

    @Sendable private static func list(_ visit: Visit) async throws -> Reply {
        let desk = try await TrainingDesk(visit)
        let names = try await visit.work.database.userNames()
        let tabs = try? await PolicyShown(visit).tabs(visit, .training)
        let state = TrainingShown(desk)
        let shown = desk.lines.filter(state.holds)
        let entries = desk.sessions.map { entry($0, desk, names) }
        let here = visit.link(.training)
        let query = state == .everyone ? "" : "?state=\(state.rawValue)"
        return .page(
            Page(
                TrainingDesk.heading(desk.lines), title: "Training", lead: lead(desk),
                actions: desk.mayKeep
                    ? [
                        HeadAction("Arrange a session", icon: .plus, visit.link(.newSession)),
                        HeadAction("Put training on record", icon: .check, visit.link(.newTraining)),
                        HeadAction("Bring in a list", icon: .plus, visit.link(.trainingList)),
                    ] : [],
                tabs: tabs ?? [], room: .policy,
                TrainingPage(
                    offered: offered(desk), anyOffered: !offered(desk).isEmpty, year: desk.year, ledger: entries,
                    anySessions: !entries.isEmpty,
                    blank: Blank(
                        "No session or briefing yet", "One that was held, or is to be, stands here.",
                        action: desk.mayKeep ? HeadAction("Arrange a session", visit.link(.newSession)) : nil),
                    courses: desk.standing.courses.map { course($0, desk) },
                    anyCourses: !desk.standing.courses.isEmpty,
                    noCourse: desk.mayKeepCourses
                        ? "No course is on the register. Add the one that your people do, then put it on record."
                        : "No course is on the register. An administrator of the whole organisation adds it.",
                    newCourse: desk.mayKeepCourses
                        ? HeadAction("Add a course", icon: .plus, visit.link(.newCourse)) : nil,
                    states: TrainingShown.all(in: desk).map { one in
                        Tab(
                            one.title, here + (one == .everyone ? "#people" : "?state=\(one.rawValue)#people"),
                            count: desk.lines.count(where: one.holds), current: one == state)
                    },
                    links: [
                        HeadAction("Print view", icon: .print, visit.link(.trainingPrint) + query),
                        HeadAction("Save as a file (CSV)", icon: .download, visit.link(.trainingFile) + query),
                    ], lines: shown.map { line($0, desk) }, anyLines: !shown.isEmpty,
                    none: state.nobody)))
    }

    private static func lead(_ desk: TrainingDesk) -> String {
        guard let policy = desk.policies.first(where: \.asksForTraining) else {
            return "No policy in force asks everyone to be trained. What is on record here counts where it does."
        }
        guard let name = policy.courseNamed else { return "Of those whom a policy in force binds." }
        return "Of those whom a policy in force binds. The policy names the course: \(name)."
    }

    private static func line(_ line: TrainingDesk.Line, _ desk: TrainingDesk) -> TrainingPage.Line {
        TrainingPage.Line(
            name: line.user.name, link: desk.visit.link(.trainingOf(.value(line.user.id.text))),
            kind: line.user.kind.title.capitalisedFirst, tag: desk.tag(of: line), when: desk.when(of: line))
    }

    private static func course(_ course: Course, _ desk: TrainingDesk) -> TrainingPage.CourseLine {
        let long = course.months.map { $0 == 1 ? "Counts for a month" : "Counts for \($0) months" } ?? "Counts for good"
        return TrainingPage.CourseLine(
            name: course.name,
            link: desk.mayKeepCourses ? desk.visit.link(.course(.value(course.id.text))) : nil,
            small: long
                + (desk.policies.contains { $0.asksForTraining && course.counts(for: $0) }
                    ? ", as what the policy asks" : ", not as what the policy asks"),
            tag: course.isOver ? Tag(.quiet, "Over") : nil)
    }

    private static func entry(
        _ line: SessionLine, _ desk: TrainingDesk, _ names: [Identifier<User>: String]
    ) -> LedgerEntry {
        let session = line.session
        let isToCome = session.on > desk.standing.today
        let tag =
            session.cancelled != nil
            ? Tag(.quiet, "Called off")
            : isToCome
                ? Tag(.hold, "To come", icon: .clock)
                : session.held == nil
                    ? Tag(.hold, "Was it held?", icon: .clock)
                    : line.attended == 0 ? Tag(.quiet, "Held") : Tag(.clear, "\(line.attended) attended", icon: .check)
        let place = desk.schools.count > 1 ? " \(desk.school(session.school))." : ""
        return LedgerEntry(
            String(When.date(session.on).dropLast(5)), String(session.on.year), title: session.title,
            link: desk.visit.link(.trainingSession(.value(session.id.text))), tag: tag,
            text: "For \(session.forWhom.lowercased()).\(place) Arranged by "
                + "\(names[session.arrangedBy] ?? "someone who has left").")
    }

    /// What a policy in force asks of leaders, and whether this school year has it at every school the visitor sees.
    private static func offered(_ desk: TrainingDesk) -> [TrainingPage.Offered] {
        let asked: [(DutyKind, TrainingSession.Audience, String)] = [
            (.offerTraining, .staff, "Training or a briefing for staff"),
            (.teachFamilies, .pupils, "Teaching pupils to be safe and responsible users"),
            (.teachFamilies, .parents, "A session or information for parents"),
        ]
        let held = desk.sessions.map(\.session).filter { $0.cancelled == nil && $0.held != nil }
        return asked.compactMap { duty, audience, text in
            guard let policy = desk.policies.first(where: { !$0.sections(carriedBy: duty).isEmpty }) else { return nil }
            let lacking = desk.schools.filter { school in
                !held.contains {
                    $0.audiences.contains(audience) && ($0.school == nil || $0.school == school.id)
                        && desk.year(of: school.id).contains($0.on)
                }
            }
            let tag =
                lacking.isEmpty
                ? Tag(.clear, "On record", icon: .check)
                : Tag(
                    .hold,
                    lacking.count == desk.schools.count
                        ? "None yet" : "None yet at \(lacking.count) of \(desk.schools.count) schools", icon: .clock)
            let link = desk.visit.link(.policy)
            return TrainingPage.Offered(
                text: text,
                clauses: policy.sections(carriedBy: duty).map {
                    ClauseChip($0, at: link + "#" + ClauseChip.anchor($0))
                }, tag: tag)
        }
    }

    // MARK: - File and paper

    @Sendable private static func file(_ visit: Visit) async throws -> Reply {
        let desk = try await TrainingDesk(visit)
        let head = [
            "Name", "E-mail address", "To the school", "State", "Course", "Done on", "Counts until", "Certificate",
        ]
        let rows = desk.lines.filter(TrainingShown(desk).holds).map { row($0, desk) }
        return .download(
            name: "training-\(Day(of: visit.now)).csv", type: "text/csv; charset=utf-8",
            Array(RegisterFile.text([head] + rows).utf8))
    }

    private static func row(_ line: TrainingDesk.Line, _ desk: TrainingDesk) -> [String] {
        let who = [line.user.name, line.user.email, line.user.kind.title, desk.tag(of: line).text]
        guard let valid = line.valid else { return who + ["", "", "", ""] }
        let until = valid.until.map { "\($0)" } ?? "for good"
        return who + [desk.standing.course(valid.course)?.name ?? "", "\(valid.on)", until, valid.certificate ?? ""]
    }

    @Sendable private static func print(_ visit: Visit) async throws -> Reply {
        let desk = try await TrainingDesk(visit)
        let state = TrainingShown(desk)
        let lines = desk.lines.filter(state.holds)
        let head = try await visit.work.database.recordHead()
        return .page(
            Page(
                TrainingDesk.heading(desk.lines), title: "Training", eyebrow: visit.organisation?.name,
                crumb: crumb(visit), frame: .journey, room: .policy,
                TrainingPrintPage(
                    facts: [
                        Fact("Shows", state.facts),
                        Fact("School year", desk.year),
                    ] + offered(desk).map { Fact($0.text, $0.tag.text) }, lines: lines.map { line($0, desk) },
                    foot: "Printed on \(When.full(visit.now)). Head of the record: \(head).")))
    }

    @Sendable private static func certificate(_ visit: Visit) async throws -> Reply {
        let id = Identifier<Attendance>(visit.part("record"))
        guard let done = try await visit.work.database.attendance(id) else { throw TurnedAway.notFound }
        let me = try visit.me.user
        var user = me
        if done.user != me.id {
            guard WhoMay.registerReaders.admits(visit.visitor),
                let line = try await TrainingDesk(visit, of: done.user).lines.first
            else { throw TurnedAway.notFound }
            user = line.user
        }
        let standing = try await visit.work.database.trainingStanding(of: user.id)
        let back = done.user == me.id ? SiteURL.myTraining : .trainingOf(.value(user.id.text))
        let head = try await visit.work.database.recordHead()
        return .page(CertificatePage.page(done, of: user, standing, back: visit.link(back), head: "\(head)", visit))
    }
}
