/// Asks why before something ends; the answer goes on the record.
enum ReasonForm {
    static func page(
        _ heading: String, lead: String, to link: String, button: String, back: Crumb, room: SiteURL,
        form: Form = Form(), problems: [Problem] = []
    ) -> Page {
        Page(
            heading, lead: lead, crumb: back, problems: problems, room: room,
            FormPage(
                to: link,
                [
                    .text(
                        TextField(
                            "why", "Why?", hint: "One sentence. It goes on the record.", value: form["why"],
                            autocomplete: "off", problems: problems))
                ], button: button, cancel: HeadAction("Leave it as it is", back.link)))
    }

    static let examples = [
        page(
            "Shut Tom Ashworth out?",
            lead: "Every session and every role ends at once. What was done stays on the record.",
            to: "/harbour-view/users/2/end", button: "Shut out", back: Crumb("Tom Ashworth", "/harbour-view/users/2"),
            room: .users, problems: [Problem("why", "Say why this person is shut out")])
    ]
}
