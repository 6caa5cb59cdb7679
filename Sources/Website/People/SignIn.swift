/// Signing in by e-mail address and password.
enum SignIn {
    static func page(
        to link: String, email: String = "", problems: [Problem] = [], notes: [Note] = [],
        demonstration: HeadAction? = nil, elsewhere: HeadAction? = nil, forgotten: String? = nil,
        keeping kept: KeptForm? = nil
    ) -> Page {
        Page(
            "Sign in", problems: problems, frame: .journey,
            FormPage(
                to: link, notes: notes + (kept == nil ? [] : [Self.keptNote]),
                first: elsewhere.map { .init(text: $0.text, link: $0.link, or: "or with a password") },
                (kept?.carried ?? []).map { FormPage.Part.hidden($0.name, $0.value) } + [
                    .text(
                        TextField(
                            "email", "E-mail address", value: email, type: "email", autocomplete: "username",
                            problems: problems)),
                    .text(
                        TextField(
                            "password", "Password", type: "password", autocomplete: "current-password",
                            problems: problems)),
                ], button: "Sign in",
                cancel: demonstration ?? forgotten.map { HeadAction("I have forgotten my password", $0) },
                more: FormPage.More(
                    "I cannot sign in",
                    [
                        "Ask an administrator of Chaperone at your school for a one-time link. It lets you set a new "
                            + "password and works for a day.",
                        "Whoever looks after the machine can make a link for the last administrator at its console.",
                    ])))
    }

    static let elsewhere = HeadAction("Sign in with Microsoft", "/harbour-view/sign-in/school-account")

    static let keptNote = Note(
        .warn, "You are signed out.", "What you wrote is kept: sign in, and it comes back.", icon: .clock)

    static let examples = [
        page(
            to: "/harbour-view/sign-in", elsewhere: elsewhere, forgotten: "/harbour-view/sign-in/forgotten"),
        page(
            to: "/harbour-view/sign-in",
            demonstration: HeadAction("Choose a person of the demonstration", "/harbour-view/who-will-you-be")),
        page(
            to: "/harbour-view/sign-in", email: "p.nair@harbourview.example",
            problems: [Problem("password", "The e-mail address and password do not match")],
            notes: [Note(.quiet, "Signed out.", "You had been away for a while. Drafts are saved.", icon: .clock)]),
    ]
}
