import Actions
import Governance
import Reading

/// Mail: the server, how one hears, and a link for who has forgotten.
enum MailRoutes {
    static let all: [Route] = [
        .get(.mail, .administrators) { visit in .page(try await page(visit)) },
        .get(.mailChange, .administrators) { visit in .page(try await serverForm(visit)) },
        .post(.mailChange, .administrators, .form) { visit in
            do {
                try await ChangeMailServer(to: try MailForms.server(visit.form), password: visit.form["password"])
                    .perform(in: visit.work, by: visit.actor)
                return .see(.mail)
            } catch ActionError.invalid(let errors) {
                return .page(try await serverForm(visit, problems: errors.map(Problem.init)))
            }
        },
        .post(.mailTest, .administrators) { visit in
            do {
                let address = try await SendTestMail().perform(in: visit.work, by: visit.actor)
                return .page(
                    try await page(visit, notes: [Note(.clear, "The server took the test.", "It went to \(address).")]))
            } catch ActionError.conflict(let says) {
                return .page(try await page(visit, notes: [Note(.hold, "The test did not go out.", says + ".")]))
            }
        },
        .get(.myMail, .signedIn) { visit in .page(try await choiceForm(visit)) },
        .post(.myMail, .signedIn, .form) { visit in
            do {
                try await ChooseMail(try MailForms.choice(visit.form)).perform(in: visit.work, by: visit.me.user.id)
                return .see(.me)
            } catch ActionError.invalid(let errors) {
                return .page(try await choiceForm(visit, problems: errors.map(Problem.init)))
            }
        },
        .get(.forgotten, .anyone) { visit in .page(try await forgottenForm(visit)) },
        .post(.forgotten, .anyone, .form, askForLink),
    ]

    private static func page(_ visit: Visit, notes: [Note] = []) async throws -> Page {
        let database = try visit.work.database
        return MailPage.page(
            try await database.mailServerEntered()?.server, queue: try await database.mailQueue(), notes: notes,
            now: visit.now,
            link: visit.link)
    }

    private static func serverForm(_ visit: Visit, problems: [Problem] = []) async throws -> Page {
        let kept = try await visit.work.database.mailServerEntered()
        return MailForms.server(
            visit.form.has("host") ? visit.form : MailForms.form(of: kept?.server),
            hasPassword: kept?.hasPassword ?? false,
            to: visit.link(.mailChange), back: Crumb("Mail", visit.link(.mail)), problems: problems)
    }

    private static func choiceForm(_ visit: Visit, problems: [Problem] = []) async throws -> Page {
        let choice = try await visit.work.database.mailChosen(by: visit.me.user.id)
        return MailForms.choice(
            visit.form.has("when") ? visit.form : MailForms.form(of: choice), to: visit.link(.myMail),
            back: Crumb("My page", visit.link(.me)), isOn: try await visit.work.isMailOn(), problems: problems)
    }

    private static func forgottenForm(_ visit: Visit, problems: [Problem] = []) async throws -> Page {
        guard try await visit.work.isMailOn() else { throw TurnedAway.notFound }
        return MailForms.forgotten(
            visit.form, to: visit.link(.forgotten), back: Crumb("Sign in", visit.link(.signIn)), problems: problems)
    }

    @Sendable private static func askForLink(_ visit: Visit) async throws -> Reply {
        do {
            let answer = try await AskForLink(email: visit.form["email"], address: visit.address ?? "unknown")
                .perform(in: visit.work)
            guard answer == .asked else {
                throw ActionError.invalid("email", "There were too many tries. Wait some minutes, then ask again")
            }
            return .page(
                try await SignIn.page(
                    for: visit,
                    notes: [
                        Note(
                            .clear, "Look into your mail.",
                            "If somebody here has this address, a link is on its way. It works for a day.", icon: .mail)
                    ]))
        } catch ActionError.invalid(let errors) {
            return .page(try await forgottenForm(visit, problems: errors.map(Problem.init)))
        }
    }
}
