/// Setting a password by a one-time link.
enum NewPassword {
    /// - Parameter elsewhere: where somebody signs in with the school's own account instead.
    static func page(
        name: String, to link: String, elsewhere: HeadAction? = nil, problems: [Problem] = []
    ) -> Page {
        Page(
            elsewhere == nil ? "Set your password" : "Your way in", lead: "For \(name). This link works once.",
            problems: problems, frame: .journey,
            FormPage(
                to: link,
                first: elsewhere.map { .init(text: $0.text, link: $0.link, or: "or, without a school account") },
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
        page(name: "Priya Nair", to: "/harbour-view/new-password/x", elsewhere: SignIn.elsewhere),
        page(
            name: "Priya Nair", to: "/harbour-view/new-password/x",
            problems: [Problem("password", "Use at least 12 characters")]),
    ]
}
