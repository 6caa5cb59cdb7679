import Actions
import Foundation
import Governance
import Reading

/// What everyone who is signed in keeps of their own.
enum MyRoutes {
    static let all: [Route] = [
        .get(.me, .signedIn) { visit in .page(try await page(visit)) },
        .get(.myPassword, .signedIn) { visit in
            guard try await hasPassword(visit) else { throw TurnedAway.notFound }
            return .page(ChangePasswordForm.page(to: visit.link(.myPassword), back: crumb(visit)))
        },
        .post(.myPassword, .signedIn, .form, changePassword),
        .post(.myDeputies, .signedIn, .form, nameDeputy),
        .post(.myDeputy(deputising: .any), .signedIn) { visit in
            try await EndDeputy(deputising: Identifier(visit.part("deputising")))
                .perform(in: visit.work, by: visit.actor)
            return .see(.me)
        },
    ]

    private static func crumb(_ visit: Visit) -> Crumb { Crumb("My page", visit.link(.me)) }

    private static func hasPassword(_ visit: Visit) async throws -> Bool {
        try await visit.work.database.user(visit.me.user.id)?.hasPassword ?? false
    }

    @Sendable private static func changePassword(_ visit: Visit) async throws -> Reply {
        let again = { (problems: [Problem]) in
            Reply.page(
                ChangePasswordForm.page(to: visit.link(.myPassword), back: crumb(visit), problems: problems))
        }
        guard visit.form["password"] == visit.form["again"] else {
            return again([Problem("again", "The two new ones do not agree")])
        }
        let me = try visit.me
        do {
            let ended = try await ChangePassword(
                current: visit.form["current"], new: visit.form["password"], session: me.session
            ).perform(in: visit.work, by: me.user.id)
            return .seeLink(visit.link(.me) + "?ended=\(ended)")
        } catch ActionError.invalid(let errors) {
            return again(errors.map(Problem.init))
        } catch ActionError.later(_, let says) {
            return again([Problem("current", says)])
        }
    }

    @Sendable private static func nameDeputy(_ visit: Visit) async throws -> Reply {
        do {
            guard let deputy = try await visit.chosen("deputy", among: deputies(visit)) else {
                throw ActionError.invalid("deputy", "Choose who stands in")
            }
            let from = try DayField.beginning(visit.form.trimmed("from"), field: "from") ?? visit.now
            guard let until = try DayField.end(visit.form.trimmed("until"), field: "until") else {
                throw ActionError.invalid("until", "Choose the last day")
            }
            try await NameDeputy(
                absent: visit.me.user.id, deputy: deputy, from: from, until: until
            ).perform(in: visit.work, by: visit.actor)
            return .see(.me)
        } catch ActionError.invalid(let errors) {
            return .page(try await page(visit, problems: errors.map(Problem.init)))
        }
    }

    /// Who can stand in: those with a role where the visitor has one.
    private static func deputies(_ visit: Visit) throws -> UserQuery {
        let me = try visit.me
        return UserQuery(within: me.authority.reach(as: Role.allCases), besides: [me.user.id])
    }

    private static func page(_ visit: Visit, problems: [Problem] = []) async throws -> Page {
        let database = try visit.work.database
        let me = try visit.me.user
        let mine = try await database.user(me.id)
        let schools = try await database.schools()
        let deputies = try await database.deputies().filter { [$0.absent, $0.deputy].contains(me.id) }
        let names = try await database.userNames(deputies.flatMap { [$0.absent, $0.deputy] })
        let line = { (row: Deputising, user: Identifier<User>, end: String?) in
            UserPage.GrantLine(
                names[user] ?? "Someone who has left", small: UserPage.during(row, now: visit.now), endTo: end)
        }
        let others = try await WhoChoice(Self.deputies(visit), in: visit)
        let sessions = try await database.sessions(of: me.id).count
        let training = try await database.trainingStanding(of: me.id)
        let provider = try await visit.work.providerInUse()
        let bound = try await database.boundUsers()[me.id]
        let hasCodes = try await database.hasCodes(me.id)
        let left = try await database.recoveryCodesLeftShown(to: me.id)
        let codesLeft = left == 1 ? "One recovery code is left" : "\(left) recovery codes are left"
        let choice = try await database.mailChosen(by: me.id)
        return Page(
            me.name, title: "My page", problems: problems, room: .me,
            MyPage(
                notes: note(visit), facts: [Fact("E-mail address", me.email)],
                roles: (mine?.grants ?? []).map { UserPage.grantLine($0, schools: schools, now: visit.now) },
                reading: try await MyPage.ReadingLine.all(visit),
                speaking: try await MyPage.SpeakingLine.all(visit),
                training: training.attendances(of: me.id).first.map(training.words) ?? "None is on record",
                trainingLink: visit.link(.myTraining),
                deputies: deputies.filter { $0.absent == me.id }.map {
                    line($0, $0.deputy, visit.link(.myDeputy(deputising: .value($0.id.text))))
                },
                naming: others.isEmpty
                    ? nil
                    : MyPage.Naming(
                        to: visit.link(.myDeputies),
                        deputy: others.field(
                            "deputy", "Who stands in?", chosen: visit.form["deputy"], problems: problems,
                            text: \.nameAndRoles), visit.form, problems),
                standingInFor: deputies.filter { $0.deputy == me.id }.map { line($0, $0.absent, nil) },
                password: mine?.hasPassword == true ? visit.link(.myPassword) : nil,
                bind: bound == nil
                    ? provider.map {
                        HeadAction("Sign in with \($0.title) from now on", visit.link(.bindElsewhere))
                    } : nil,
                bound: bound.map { "Since \(When.date($0))" },
                codes: mine?.hasPassword == true && !hasCodes ? visit.link(.myCodes) : nil,
                codesLeft: hasCodes ? codesLeft : nil, mailLink: visit.link(.myMail),
                mail: [.atOnce: "At once", .digest: "Once a day", .never: "Never"][choice.when] ?? "",
                sessionsLink: visit.link(.sessions),
                sessions: sessions == 1 ? "Here only" : "In \(sessions) places"))
    }

    private static func note(_ visit: Visit) -> [Note] {
        guard let ended = Int(visit.query["ended"]) else { return [] }
        let others =
            ended == 0
            ? "You were signed in nowhere else."
            : ended == 1 ? "One other session ended." : "\(ended) other sessions ended."
        return [Note(.clear, "Your password is changed.", others)]
    }
}
