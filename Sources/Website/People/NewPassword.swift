/// Setting a password by a one-time link.
enum NewPassword {
    static func page(name: String, to link: String, problems: [Problem] = []) -> Page {
        Page(
            "Set your password", lead: "For \(name). This link works once.", problems: problems, frame: .journey,
            FormPage(
                to: link,
                [
                    .text(
                        TextField(
                            "password", "New password",
                            hint:
                                "At least 12 characters. Three words you will remember are better than one with signs.",
                            type: "password", autocomplete: "new-password", problems: problems)),
                    .text(
                        TextField(
                            "again", "The same again", type: "password", autocomplete: "new-password",
                            problems: problems)),
                ], button: "Set password and sign in"))
    }

    static let examples = [
        page(name: "Priya Nair", to: "/harbour-view/new-password/x"),
        page(
            name: "Priya Nair", to: "/harbour-view/new-password/x",
            problems: [Problem("password", "Use at least 12 characters")]),
    ]
}
