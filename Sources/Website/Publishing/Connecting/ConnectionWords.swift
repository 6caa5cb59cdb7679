import Governance

/// What is done on each network before an account is connected, and what its own pages call things.
struct ConnectionWords {
    let steps: [String]
    /// Nil where the network has but one server.
    var server: String?
    var serverHint: String?
    var usualServer = ""
    var userName: String?
    var userNameHint: String?
    /// Nil where the network asks on its own page.
    var secret: String?

    init(_ network: Network) {
        switch network {
        case .mastodon:
            steps = [
                "Enter the server that the account is on.",
                "Sign in there as whoever runs the account, and allow what is asked.",
                "You come back here, and the server is asked at once what the account may do.",
            ]
            (server, serverHint) = ("Address of the server", "Such as https://mastodon.example")
        case .bluesky:
            steps = [
                "Sign in to the account in a browser and open Settings, Privacy and security, App passwords.",
                "Add one and call it Chaperone. It needs no access to direct messages.", "Copy it before you close it.",
            ]
            (server, serverHint) = ("Address of the server", "Most accounts are at https://bsky.social")
            usualServer = "https://bsky.social"
            (userName, secret) = ("Handle", "App password")
        case .facebook:
            steps = [
                "Sign in on Facebook as somebody who has full access to the Page, or may create content on it.",
                "Choose the Page there, and allow what is asked.",
                "You come back here. Where you look after several Pages, say which it is.",
            ]
        case .instagram:
            steps = [
                "The account must be a professional one: in Instagram open Settings, Account type and tools.",
                "Sign in on Instagram as the account itself, and allow what is asked.",
                "Instagram fetches each picture from this program, which must be reached at a public https address.",
            ]
        case .x:
            steps = [
                "Sign in on X as the account itself, and allow what is asked.",
                "X takes money for each post, and more for one with a link: see that the app’s credit suffices.",
            ]
        case .linkedin:
            steps = [
                "Open the page on LinkedIn as its administrator. Its number stands in the address, after /company/.",
                "Enter the number, sign in as a super admin or content admin of the page, and allow what is asked.",
            ]
            (userName, userNameHint) = ("Number of the page", "Such as 2414183")
        default:
            steps = [
                "Sign in to WordPress as a user who may publish: an author or an editor, made for Chaperone.",
                "Open Profile, and under Application passwords add one called Chaperone.",
                "Copy it before you leave the page.",
            ]
            (server, serverHint) = ("Address of the website", "As it stands in a browser, beginning with https://")
            (userName, secret) = ("User name in WordPress", "Application password")
        }
    }
}

/// How a school makes its app on a network, step by step, and what the network calls what it then shows.
struct NetworkAppWords {
    let steps: [String]
    let id: String
    let secret: String

    init(_ network: Network) {
        switch network {
        case .instagram:
            steps = [
                "Sign in at developers.facebook.com with a Facebook account of the school, open My Apps, and create an app "
                    + "of the type Business.",
                "Add the product Instagram to it, and open API setup with Instagram login.",
                "Under Set up Instagram business login enter the redirect address below.",
                "Under App roles add the school’s Instagram account as a tester and accept that in Instagram; then no "
                    + "review by Meta is needed.",
                "Copy the Instagram app ID and the Instagram app secret. They are not those of the app as a whole.",
            ]
            (id, secret) = ("Instagram app ID", "Instagram app secret")
        case .x:
            steps = [
                "Sign in at console.x.com as the account, or as another of the school, and create an app.",
                "Under User authentication settings choose read and write, and the type Web App, Automated App or Bot.",
                "Enter the redirect address below as callback URI, and the address of the school’s website.",
                "Buy credits: each post costs some cents.",
                "Copy the OAuth 2.0 client ID and the client secret. They are neither the API key nor the bearer token.",
            ]
            (id, secret) = ("Client ID", "Client secret")
        case .linkedin:
            steps = [
                "Sign in at linkedin.com/developers as an administrator of the school’s page, create an app, and verify it "
                    + "for the page.",
                "Under Products ask for the Community Management API. LinkedIn looks at it, which takes some days.",
                "Under Auth enter the redirect address below.", "Copy the client ID and the primary client secret.",
            ]
            (id, secret) = ("Client ID", "Client secret")
        default:
            steps = [
                "Sign in at developers.facebook.com with a Facebook account of the school, open My Apps, and create an app "
                    + "that manages everything on a Page.",
                "Add Facebook Login for Business to it, and enter the redirect address below under its settings.",
                "Under App roles add whoever looks after the Page; then no review by Meta is needed.",
                "Open App settings, Basic, and copy the app ID and the app secret.",
            ]
            (id, secret) = ("App ID", "App secret")
        }
    }
}
