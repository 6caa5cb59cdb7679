/// The second step of signing in by password: a code.
enum CodeForm {
    static func page(
        to link: String, again: String, problems: [Problem] = [], keeping kept: KeptForm? = nil
    ) -> Page {
        Page(
            "Enter your code", lead: "Your password is right. The code is on your telephone.", problems: problems,
            frame: .journey,
            FormPage(
                to: link,
                (kept?.carried ?? []).map { FormPage.Part.hidden($0.name, $0.value) } + [
                    .text(
                        TextField(
                            "code", "Code", hint: "Six figures that change every half minute, or a recovery code.",
                            autocomplete: "one-time-code", short: true, problems: problems))
                ], button: "Sign in", cancel: HeadAction("Sign in as somebody else", again),
                more: FormPage.More(
                    "I have no code",
                    [
                        "If the telephone is not with you, enter one of the recovery codes that you kept. Each counts "
                            + "once.",
                        "If you have none of them either, ask an administrator to reset your codes.",
                    ])))
    }

    /// - Parameter link: where codes are begun to be set up by one's own wish.
    static func begin(to link: String, back: Crumb, problems: [Problem] = []) -> Page {
        Page(
            "A code from my telephone as well", lead: "Safer than a password alone. It takes two minutes, once.",
            crumb: back, problems: problems, room: .me,
            FormPage(
                to: link,
                [
                    .text(
                        TextField(
                            "current", "Your password now", type: "password", autocomplete: "current-password",
                            problems: problems))
                ], button: "Set up codes", cancel: HeadAction("Not now", back.link)))
    }

    static let examples = [
        begin(
            to: "/harbour-view/me/codes", back: Crumb("My page", "/harbour-view/me"),
            problems: [Problem("current", "This is not your password now")]),
        page(to: "/harbour-view/sign-in/code", again: "/harbour-view/sign-in"),
        page(
            to: "/harbour-view/sign-in/code", again: "/harbour-view/sign-in",
            problems: [Problem("code", "That is not the code of this minute, or it was used already")]),
    ]
}
