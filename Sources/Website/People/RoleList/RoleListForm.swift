import Governance

/// Bringing in a list of roles.
enum RoleListForm {
    static func page(to link: String, back: Crumb, form: Form = Form(), problems: [Problem] = []) -> Page {
        Page(
            "Bring in roles", lead: "First a trial run. Nothing is saved until you confirm it.", crumb: back,
            problems: problems, room: .users,
            FormPage(
                to: link,
                [
                    .file(
                        TextField(
                            "file", "The list", hint: "A CSV file of at most 250 KB, with a line of headings.",
                            type: "file", problems: problems)),
                    .area(
                        TextField(
                            "text", "Or paste it here", hint: "Copied from a spreadsheet, its line of headings first.",
                            value: form["text"], problems: problems)),
                ], button: "Try the list", cancel: HeadAction("Not now", back.link),
                more: FormPage.More(
                    "What the list says",
                    [
                        "One row for each person and role, with the columns “E-mail address” and “Role”, and where they are "
                            + "needed “School”, by its name or short name, and “Until”, the last day. Without a school the "
                            + "role holds in the whole organisation.",
                        "Everybody in it signs in already or was invited. Nobody gives a role to themselves: your own row "
                            + "stays out.",
                        "Who holds the role already stays as they are. Roles that an earlier list gave and this one has no "
                            + "longer end only where you tick them. Those given by hand, or by groups at the provider, are "
                            + "never touched.", "The roles, and other words for them: \(words)",
                    ])))
    }

    /// Every role, with the words by which a list may call it.
    static let words =
        Role.allCases.sorted().map { role in
            role.otherWords.isEmpty ? role.title : "\(role.title) (\(role.otherWords.joined(separator: ", ")))"
        }.joined(separator: "; ") + "."

    static let examples = [
        page(
            to: "/harbour-view/users/roles", back: Crumb("Who can sign in", "/harbour-view/users"),
            problems: [Problem("file", "Choose a file, or paste the list")])
    ]
}
