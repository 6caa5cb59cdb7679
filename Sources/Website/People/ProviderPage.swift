import Actions
import Governance

/// How people sign in: what to do at the provider, what to do here, and where it stands.
package struct ProviderPage: PageContent {
    package var notes: [Note]
    package var facts: [Fact]
    package var steps: [Step]
    /// The address to copy; nil when nobody has said by which one people come.
    package var redirect: String?
    package var guides: [Guide]
    /// Nil when it cannot be switched yet.
    package var switching: Switching?
    package var removal: String?

    /// What to do at one provider, in order.
    package struct Guide: Shows {
        package var summary: String
        package var open: Bool
        package var does: [String]
    }

    package struct Switching: Shows {
        package var to: String
        package var value: String
        package var intro: String
        package var button: String
    }

    static func page(
        _ provider: SignInProvider?, tried: String?, redirect: String?, bound: Int, notes: [Note] = [], visit: Visit
    ) -> Page {
        page(
            provider, tried: tried, redirect: redirect, bound: bound, notes: notes,
            demonstration: visit.organisation?.demonstration ?? false, link: visit.link)
    }

    private static func page(
        _ provider: SignInProvider?, tried: String?, redirect: String?, bound: Int, notes: [Note] = [],
        demonstration: Bool = false, link: (SiteURL) -> String
    ) -> Page {
        let isOn = provider?.isOn ?? false
        let steps = [
            Step(
                "Make Chaperone known to the provider", small: "As told below; it gives you a client ID and secret",
                tag: provider == nil ? Step.toDo : Step.done),
            Step(
                "Enter them here", small: provider.map { "\($0.title): \($0.issuer)" }, link: link(.providerChange),
                tag: provider == nil ? Step.toDo : Step.done),
            Step(
                "Try it with your own school account", small: tried.map { "It worked \($0)" },
                link: provider == nil || demonstration ? nil : link(.providerTrial),
                tag: provider == nil ? Step.notYet : tried == nil ? Step.toDo : Step.done),
            Step("Switch it on", tag: isOn ? Step.done : tried == nil ? Step.notYet : Step.toDo),
        ]
        return Page(
            isOn ? "People sign in with \(provider?.title ?? "")" : "People sign in with a password",
            title: "How people sign in", crumb: Crumb("Who can sign in", link(.users)), room: .users,
            ProviderPage(
                notes: notes
                    + (demonstration
                        ? [
                            Note(
                                .quiet, "This is a demonstration.", "It asks nothing outside, so this cannot be tried.")
                        ]
                        : []),
                facts: provider.map { facts($0, bound: bound) } ?? [], steps: steps, redirect: redirect,
                guides: guides(provider?.kind),
                switching: provider == nil || !isOn && tried == nil
                    ? nil
                    : Switching(
                        to: link(.providerSwitch), value: isOn ? "no" : "yes",
                        intro: isOn
                            ? "Switched off, only those with a password come in."
                            : "From then on the button stands first on the sign-in page. Those with a password keep it "
                                + "until they bind their school account.",
                        button: isOn ? "Switch it off" : "Switch it on"),
                removal: provider == nil ? nil : link(.providerRemoval)))
    }

    private static func facts(_ provider: SignInProvider, bound: Int) -> [Fact] {
        [
            Fact("Client ID", provider.clientID), Fact("Client secret", "Kept, sealed"),
            Fact("Bound so far", bound == 1 ? "One person" : "\(bound) people"),
            Fact("Whoever comes without an invitation’s link", "Turned away, until they bind it on their page"),
            Fact(
                "Groups",
                provider.groupRoles.isEmpty
                    ? "Mean nothing here: you give roles by a list, or by hand"
                    : provider.groupRoles.count == 1
                        ? "One means a role here" : "\(provider.groupRoles.count) mean roles here"),
        ]
    }

    /// What came of an administrator's trial.
    static func tried(_ identity: ProvenIdentity) -> Note {
        let email =
            identity.email.map { " with the address \($0)\(identity.isEmailVerified ? ", verified" : "")" } ?? ""
        let groups =
            identity.groups.map { $0.isEmpty ? "no group" : $0.prefix(5).joined(separator: ", ") }
            ?? "nothing about groups"
        return Note(
            .clear, "It works.",
            "The provider says that you are \(identity.name ?? identity.subject)\(email). Of groups it says: \(groups)."
        )
    }

    private static func guides(_ kind: SignInProvider.Kind?) -> [Guide] {
        [
            Guide(
                summary: "At Microsoft (Entra ID)", open: kind == .microsoft,
                does: [
                    "Sign in to entra.microsoft.com as an administrator, and open App registrations, New registration.",
                    "Name it Chaperone. Choose “Accounts in this organizational directory only”.",
                    "Under Redirect URI choose Web, and paste the address above.",
                    "Register it. Copy the application (client) ID and the directory (tenant) ID.",
                    "Under Certificates & secrets make a new client secret. Copy its value, not its ID: it is shown once. "
                        + "Note the day when it expires.",
                    "For roles by groups: under Token configuration add a groups claim to the ID token.",
                    "Under Enterprise applications, Properties, demand assignment, so that only staff get in.",
                ]),
            Guide(
                summary: "At Google (Workspace)", open: kind == .google,
                does: [
                    "Sign in to console.cloud.google.com with the school’s account, and make a project.",
                    "Under Google Auth Platform choose the audience Internal: only your own accounts get in.",
                    "Under Clients make one of the type Web application, and paste the address above as an authorised "
                        + "redirect URI.",
                    "Copy the client ID and the client secret.",
                    "Google puts no groups into its token: bring in a list of roles, or give them by hand.",
                ]),
            Guide(
                summary: "At another provider", open: kind == .other,
                does: [
                    "Make a confidential client for a web application, with the authorisation code and PKCE.",
                    "Paste the address above as its redirect address, and allow the scopes openid, profile and email.",
                    "Let it sign ID tokens with RS256 or ES256, and give refresh tokens (offline_access).",
                    "Copy its issuer as its discovery document writes it, the client ID and the client secret.",
                ]),
        ]
    }

    static let example = SignInProvider(
        .microsoft, tenant: "0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9", clientID: "1b2c3d4e-5f60-7182-93a4-b5c6d7e8f90a")

    package static let examples: [Page] = {
        let link = { (url: SiteURL) in url.link(in: "harbour-view") }
        let redirect = "https://chaperone.harbourview.example/harbour-view/sign-in/back"
        var on = example
        on.isOn = true
        on.groupRoles = [.init(group: "staff", role: .author)]
        return [
            page(nil, tried: nil, redirect: nil, bound: 0, demonstration: true, link: link),
            page(example, tried: nil, redirect: redirect, bound: 0, link: link),
            page(example, tried: "today at 15:42", redirect: redirect, bound: 0, link: link),
            page(on, tried: "yesterday at 10:12", redirect: redirect, bound: 31, link: link),
        ]
    }()
}
