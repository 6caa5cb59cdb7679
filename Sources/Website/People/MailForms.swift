import Governance

/// Through which server mail goes out, and how one hears by mail.
enum MailForms {
    static func server(_ form: Form, hasPassword: Bool, to link: String, back: Crumb, problems: [Problem] = []) -> Page
    {
        let line = { (id: String, label: String, hint: String?, short: Bool) in
            FormPage.Part.text(
                TextField(
                    id, label, hint: hint, value: form[id], autocomplete: "off", short: short, problems: problems))
        }
        return Page(
            "The mail server", crumb: back, problems: problems, room: .settings,
            FormPage(
                to: link,
                [
                    line("host", "Server", "Such as smtp.office365.com or smtp-relay.gmail.com.", false),
                    .choices(
                        ChoiceField(
                            "security", "How the connection is made safe",
                            [
                                ("starttls", "STARTTLS", "Usual at port 587. Without TLS nothing is sent."),
                                ("tls", "TLS from the start", "Usual at port 465."),
                                ("none", "Not at all", "Only for a mail server on this very machine."),
                            ], chosen: [form["security"]], problems: problems)),
                    line("port", "Port", nil, true),
                    line("user", "Name to sign in with", "Empty: the server asks for none.", false),
                    .text(
                        TextField(
                            "password", "Password",
                            hint: hasPassword ? "One is kept, sealed. Empty: it stays." : "It is kept sealed.",
                            type: "password", autocomplete: "off", problems: problems)),
                    line("from", "The address that mails come from", nil, false),
                    .choices(
                        ChoiceField(
                            "on", "Does mail go out?",
                            [
                                ("yes", "Yes", "Messages, invitations and new passwords go by mail."),
                                ("no", "Not yet", "You can send a test first."),
                            ], chosen: [form["on"].isEmpty ? "no" : form["on"]], problems: problems)),
                ], button: "Save", cancel: HeadAction("Not now", back.link)))
    }

    static func form(of server: MailServer?) -> Form {
        guard let server else {
            return Form(values: ["security": ["starttls"], "port": ["587"], "on": ["no"]], files: [:])
        }
        return Form(
            values: [
                "host": [server.host], "port": ["\(server.port)"], "security": [server.security.rawValue],
                "user": [server.user ?? ""], "from": [server.from], "on": [server.isOn ? "yes" : "no"],
            ], files: [:])
    }

    /// Throws `ActionError.invalid` for what cannot be read.
    static func server(_ form: Form) throws -> MailServer {
        guard let port = Int(form.trimmed("port")) else {
            throw ActionError.invalid("port", "Enter a port such as 587")
        }
        guard let security = MailServer.Security(rawValue: form["security"]) else {
            throw ActionError.invalid("security", "Choose how the connection is made safe")
        }
        return MailServer(
            host: form.trimmed("host"), port: port, security: security, user: form.trimmed("user"),
            from: form.trimmed("from"), isOn: form["on"] == "yes")
    }

    static func choice(_ form: Form, to link: String, back: Crumb, isOn: Bool, problems: [Problem] = []) -> Page {
        let time = { (id: String, label: String, hint: String) in
            FormPage.Part.text(
                TextField(id, label, hint: hint, value: form[id], type: "time", short: true, problems: problems))
        }
        return Page(
            "Messages by mail",
            lead:
                "A mail says only that something waits, and links to the page. It never says what, and never names a child.",
            crumb: back, problems: problems,
            FormPage(
                to: link,
                notes: isOn
                    ? [] : [Note(.quiet, "Mail is not set up here yet.", "What you choose counts from then on.")],
                [
                    .choices(
                        ChoiceField(
                            "when", "When do they come?",
                            [
                                ("at-once", "At once", "Save in the quiet hours."),
                                ("digest", "Once a day", "All together, if there are any."),
                                ("none", "Never", "You look here yourself."),
                            ], chosen: [form["when"]], problems: problems)),
                    time("digestAt", "The daily one comes at", "Such as 7:30"),
                    .heading("Quiet hours"),
                    .said("Nothing comes between these, save what may be a safeguarding matter."),
                    time("quietFrom", "From", "Such as 19:00"), time("quietUntil", "Until", "Such as 7:00"),
                ], button: "Save", cancel: HeadAction("Leave it", back.link)))
    }

    static func form(of choice: MailChoice) -> Form {
        Form(
            values: [
                "when": [choice.when.rawValue], "digestAt": [written(choice.digestAt)],
                "quietFrom": [written(choice.quietFrom)], "quietUntil": [written(choice.quietUntil)],
            ], files: [:])
    }

    private static func written(_ minutes: Int) -> String {
        "\(minutes / 60):" + (minutes % 60 < 10 ? "0" : "") + "\(minutes % 60)"
    }

    /// Throws `ActionError.invalid` for a time that cannot be read.
    static func choice(_ form: Form) throws -> MailChoice {
        guard let when = MailChoice.When(rawValue: form["when"]) else {
            throw ActionError.invalid("when", "Choose when they come")
        }
        let minutes = { (field: String) throws -> Int in
            guard let match = form.trimmed(field).firstMatch(of: /^([0-9]{1,2})[:.]([0-9]{2})$/),
                let hour = Int(match.1),
                let minute = Int(match.2), hour < 24, minute < 60
            else { throw ActionError.invalid(field, "Enter a time of day such as 7:30") }
            return hour * 60 + minute
        }
        return MailChoice(
            when, digestAt: try minutes("digestAt"), quietFrom: try minutes("quietFrom"),
            quietUntil: try minutes("quietUntil"))
    }

    static func forgotten(_ form: Form = Form(), to link: String, back: Crumb, problems: [Problem] = []) -> Page {
        Page(
            "I have forgotten my password", crumb: back, problems: problems, frame: .journey,
            FormPage(
                to: link,
                [
                    .text(
                        TextField(
                            "email", "E-mail address", hint: "The one that your school entered for you.",
                            value: form["email"], type: "email", autocomplete: "username", problems: problems))
                ], button: "Send me a link", cancel: HeadAction("Back to sign in", back.link)))
    }

    static let examples = [
        server(
            form(of: nil), hasPassword: false, to: "/harbour-view/mail/change",
            back: Crumb("Mail", "/harbour-view/mail")),
        server(
            form(of: MailServer(host: "smtp.school.example", port: 587, security: .startTLS, from: "c@school.example")),
            hasPassword: true, to: "/harbour-view/mail/change", back: Crumb("Mail", "/harbour-view/mail"),
            problems: [Problem("password", "Enter the password again: it was for another server or name")]),
        choice(
            form(of: MailChoice()), to: "/harbour-view/me/mail", back: Crumb("My page", "/harbour-view/me"), isOn: false
        ),
        forgotten(
            to: "/harbour-view/sign-in/forgotten", back: Crumb("Sign in", "/harbour-view/sign-in"),
            problems: [Problem("email", "Enter an e-mail address such as name@school.example")]),
    ]
}
