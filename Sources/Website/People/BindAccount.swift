/// Binding one's account at the school's provider from one's own page.
enum BindAccount {
    static func form(
        _ provider: String, hasPassword: Bool, to link: String, back: Crumb, problems: [Problem] = []
    ) -> Page {
        Page(
            "Sign in with \(provider) from now on",
            lead: "You choose your school account there next, and are known by it from then on.", crumb: back,
            problems: problems, room: .me,
            FormPage(
                to: link,
                hasPassword
                    ? [
                        .text(
                            TextField(
                                "current", "Your password now", type: "password", autocomplete: "current-password",
                                problems: problems))
                    ] : [], button: "Go on", cancel: HeadAction("Not now", back.link)))
    }

    /// A form may not lead outside, so the way there is a link.
    static func onward(_ provider: String, to address: String, back: Crumb) -> Page {
        Page(
            "Choose your account at \(provider)", crumb: back, room: .me,
            OnwardPage(
                says: [
                    "Sign in there with your own school account. You come back by yourself, within a quarter of an hour."
                ],
                next: HeadAction("Go on to \(provider)", address)))
    }

    static let examples = [
        form(
            "Microsoft", hasPassword: true, to: "/harbour-view/me/school-account",
            back: Crumb("My page", "/harbour-view/me"),
            problems: [Problem("current", "This is not your password now")]),
        form(
            "Microsoft", hasPassword: false, to: "/harbour-view/me/school-account",
            back: Crumb("My page", "/harbour-view/me")),
    ]
}

/// A page whose one link leads outside.
package struct OnwardPage: PageContent {
    package var says: [String]
    package var next: HeadAction

    package static let examples = [
        BindAccount.onward(
            "Microsoft", to: "https://login.microsoftonline.com/", back: Crumb("My page", "/harbour-view/me"))
    ]
}
