/// Changing one's own password, which the current one proves.
enum ChangePasswordForm {
    static func page(to link: String, back: Crumb, problems: [Problem] = []) -> Page {
        let field = { (id: String, label: String, hint: String?, autocomplete: String) in
            FormPage.Part.text(
                TextField(id, label, hint: hint, type: "password", autocomplete: autocomplete, problems: problems))
        }
        return Page(
            "Change my password", lead: "Wherever else you are signed in, you are signed out.", crumb: back,
            problems: problems,
            FormPage(
                to: link,
                [
                    field("current", "Your password now", nil, "current-password"),
                    field(
                        "password", "New password",
                        "At least 12 characters. Four words that do not belong together are good.", "new-password"),
                    field("again", "The new one again", nil, "new-password"),
                ], button: "Change my password", cancel: HeadAction("Keep it", back.link),
                more: FormPage.More(
                    "I do not know my password now",
                    ["Ask an administrator for a one-time link. It lets you set a new password and works for a day."])))
    }

    static let examples = [
        page(to: "/harbour-view/me/password", back: Crumb("My page", "/harbour-view/me")),
        page(
            to: "/harbour-view/me/password", back: Crumb("My page", "/harbour-view/me"),
            problems: [Problem("current", "This is not your password now")]),
    ]
}
