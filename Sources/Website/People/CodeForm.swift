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

    static let examples = [
        page(to: "/harbour-view/sign-in/code", again: "/harbour-view/sign-in"),
        page(
            to: "/harbour-view/sign-in/code", again: "/harbour-view/sign-in",
            problems: [Problem("code", "That is not the code of this minute, or it was used already")]),
    ]
}
