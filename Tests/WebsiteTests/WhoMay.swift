import Governance

@testable import Website

/// Who may come to each route, written by hand beside the table of routes: a change there must be made here too.
enum Expected {
    enum Who { case anyone, signedIn, setUp, roles([Role]) }

    static let rollReaders: [Role] = [
        .administrator, .headteacher, .slt, .dsl, .office, .it, .directorOfIT, .trustExecutive, .trustCEO,
    ]
    static let rollKeepers: [Role] = [.administrator, .headteacher, .slt, .office, .it, .directorOfIT]
    static let settingsKeepers: [Role] = [.administrator, .headteacher, .slt, .trustMarketing]
    static let schoolReaders = settingsKeepers + [.office, .it, .directorOfIT]
    static let policyKeepers: [Role] = [.administrator, .headteacher, .trustExecutive, .trustCEO]
    static let registerKeepers: [Role] = [.administrator, .headteacher, .slt, .trustExecutive, .trustCEO]
    static let registerReaders = registerKeepers + [.governor, .managementCommittee, .clusterLead, .trustee]
    static let userReaders: [Role] = [.administrator, .headteacher, .trustExecutive, .trustCEO]

    static let writers: [Role] = [
        .author, .moderator, .office, .slt, .headteacher, .trustMarketing, .trustExecutive, .trustCEO,
    ]
    /// Those who write, and those who oversee or release.
    static let deciders = writers + [.dsl, .clusterLead, .governor, .managementCommittee, .trustee]
    static let accountKeepers: [Role] = [.slt, .headteacher, .administrator]

    static let routes: [(route: String, who: Who)] = shell + publishing

    private static let publishing: [(route: String, who: Who)] = [
        ("GET /{organisation}/posts/new", .roles(writers)),
        ("POST /{organisation}/posts/new", .roles(writers)),
        ("GET /{organisation}/posts/{post}/edit", .roles(writers)),
        ("POST /{organisation}/posts/{post}/edit", .roles(writers)),
        ("POST /{organisation}/posts/{post}/reopening", .roles(writers)),
        ("GET /{organisation}/posts", .roles(deciders)),
        ("POST /{organisation}/posts", .roles(deciders)),
        ("GET /{organisation}/posts/{post}", .roles(deciders)),
        ("GET /{organisation}/posts/{post}/print", .roles(deciders)),
        ("GET /{organisation}/posts/{post}/revisions", .roles(deciders)),
        ("GET /{organisation}/posts/{post}/as-published", .roles(deciders)),
        ("POST /{organisation}/posts/{post}/notes", .roles(deciders)),
        ("POST /{organisation}/posts/{post}/withdrawal", .roles(deciders)),
        ("POST /{organisation}/posts/{post}/keeper", .roles(deciders)),
        ("POST /{organisation}/posts/{post}/review", .roles(deciders)),
        ("GET /{organisation}/posts/{post}/second-opinion", .roles(deciders)),
        ("POST /{organisation}/posts/{post}/second-opinion", .roles(deciders)),
        ("GET /{organisation}/placements/{placement}/publishing", .roles(deciders)),
        ("POST /{organisation}/placements/{placement}/publishing", .roles(deciders)),
        ("GET /{organisation}/placements/{placement}/take-down", .roles(deciders)),
        ("POST /{organisation}/placements/{placement}/take-down", .roles(deciders)),
        ("POST /{organisation}/placements/{placement}/take-down/proof", .roles(deciders)),
        ("GET /{organisation}/placements/{placement}/screenshots/{proof}", .roles(deciders)),
        ("GET /{organisation}/approvals", .roles(deciders)),
        ("GET /{organisation}/approvals/{post}", .roles(deciders)),
        ("POST /{organisation}/approvals/{post}", .roles(deciders)),
        ("POST /{organisation}/approvals/{post}/releases", .roles(deciders)),
        ("POST /{organisation}/approvals/{post}/corrections", .roles(deciders)),
        ("GET /{organisation}/calendar", .roles(deciders)),
        ("GET /{organisation}/pause", .roles(deciders)),
        ("POST /{organisation}/pause", .roles(deciders)),
        ("GET /{organisation}/accounts", .roles(deciders + [.administrator])),
        ("GET /{organisation}/accounts/new", .roles(accountKeepers)),
        ("POST /{organisation}/accounts/new", .roles(accountKeepers)),
        ("GET /{organisation}/accounts/{account}", .roles(accountKeepers)),
        ("POST /{organisation}/accounts/{account}", .roles(accountKeepers)),
    ]

    private static let shell: [(route: String, who: Who)] = [
        ("GET /health", .anyone),
        ("GET /assets/{digest}/{name}", .anyone),
        ("GET /{organisation}/colour/{digest}", .anyone),
        // set-up
        ("GET /", .anyone),
        ("GET /set-up", .anyone),
        ("POST /set-up", .anyone),
        ("GET /set-up/organisation", .setUp),
        ("POST /set-up/organisation", .setUp),
        ("GET /set-up/schools", .setUp),
        ("POST /set-up/schools", .setUp),
        ("GET /set-up/policy", .setUp),
        ("POST /set-up/policy", .setUp),
        ("GET /set-up/administrator", .setUp),
        ("POST /set-up/administrator", .setUp),
        // the door
        ("GET /{organisation}/sign-in", .anyone),
        ("POST /{organisation}/sign-in", .anyone),
        ("POST /{organisation}/sign-out", .signedIn),
        ("GET /{organisation}/who-will-you-be", .anyone),
        ("POST /{organisation}/who-will-you-be", .anyone),
        ("GET /{organisation}/new-password/{token}", .anyone),
        ("POST /{organisation}/new-password/{token}", .anyone),
        ("GET /{organisation}/sessions", .signedIn),
        ("POST /{organisation}/sessions", .signedIn),
        ("POST /{organisation}/sessions/{session}", .signedIn),
        ("POST /{organisation}/tasks/{task}", .signedIn),
        // one's own
        ("GET /{organisation}/me", .signedIn),
        ("GET /{organisation}/me/password", .signedIn),
        ("POST /{organisation}/me/password", .signedIn),
        ("POST /{organisation}/me/deputies", .signedIn),
        ("POST /{organisation}/me/deputies/{deputising}", .signedIn),
        // home
        ("POST /{organisation}/notices", .signedIn),
        ("GET /{organisation}", .signedIn),
        ("GET /{organisation}/to-do", .roles([.administrator])),
        ("GET /{organisation}/tell-the-dsl", .signedIn),
        // handbook
        ("GET /{organisation}/policy", .signedIn),
        ("GET /{organisation}/policy/remarks", .signedIn),
        ("GET /{organisation}/policy/coverage", .signedIn),
        ("GET /{organisation}/policy/guidance", .signedIn),
        ("GET /{organisation}/policy/versions", .signedIn),
        ("GET /{organisation}/policy/in-scope", .signedIn),
        ("GET /{organisation}/policy/versions/new", .roles(policyKeepers)),
        ("POST /{organisation}/policy/versions/new", .roles(policyKeepers)),
        ("POST /{organisation}/policy/versions/new/decision", .roles(policyKeepers)),
        ("GET /{organisation}/policy/versions/{version}", .signedIn),
        ("GET /{organisation}/policy/versions/{version}/file", .signedIn),
        ("GET /{organisation}/policy/versions/{version}/approval", .roles(policyKeepers)),
        ("POST /{organisation}/policy/versions/{version}/approval", .roles(policyKeepers)),
        ("GET /{organisation}/policy/versions/{version}/in-force", .roles(policyKeepers)),
        ("POST /{organisation}/policy/versions/{version}/in-force", .roles(policyKeepers)),
        ("GET /{organisation}/policy/schools", .signedIn),
        ("GET /{organisation}/policy/versions/{version}/acknowledgement", .signedIn),
        ("POST /{organisation}/policy/versions/{version}/acknowledgement", .signedIn),
        ("GET /{organisation}/policy/register", .roles(registerReaders)),
        ("POST /{organisation}/policy/register", .roles(registerReaders)),
        ("GET /{organisation}/policy/register/file", .roles(registerReaders)),
        ("POST /{organisation}/policy/register/file", .roles(registerReaders)),
        ("GET /{organisation}/policy/register/print", .roles(registerReaders)),
        ("POST /{organisation}/policy/register/print", .roles(registerReaders)),
        ("POST /{organisation}/policy/register/reminders", .roles(registerKeepers)),
        ("GET /{organisation}/policy/schools/{school}/end", .roles(policyKeepers)),
        ("POST /{organisation}/policy/schools/{school}/end", .roles(policyKeepers)),
        // the roll and settings
        ("GET /{organisation}/people", .roles(rollReaders)),
        ("POST /{organisation}/people", .roles(rollReaders)),
        ("GET /{organisation}/people/new-pupil", .roles(rollKeepers)),
        ("POST /{organisation}/people/new-pupil", .roles(rollKeepers)),
        ("GET /{organisation}/people/new-staff", .roles(rollKeepers)),
        ("POST /{organisation}/people/new-staff", .roles(rollKeepers)),
        ("GET /{organisation}/people/import", .roles(rollKeepers)),
        ("POST /{organisation}/people/import", .roles(rollKeepers)),
        ("POST /{organisation}/people/import/decision", .roles(rollKeepers)),
        ("GET /{organisation}/people/{person}", .roles(rollReaders)),
        ("GET /{organisation}/people/{person}/change", .roles(rollKeepers)),
        ("POST /{organisation}/people/{person}/change", .roles(rollKeepers)),
        ("GET /{organisation}/people/{person}/leaving", .roles(rollKeepers)),
        ("POST /{organisation}/people/{person}/leaving", .roles(rollKeepers)),
        ("POST /{organisation}/people/{person}/return", .roles(rollKeepers)),
        ("GET /{organisation}/people/{person}/user", .roles([.administrator])),
        ("POST /{organisation}/people/{person}/user", .roles([.administrator])),
        ("GET /{organisation}/people/{person}/user/end", .roles([.administrator])),
        ("POST /{organisation}/people/{person}/user/end", .roles([.administrator])),
        ("GET /{organisation}/schools", .roles(schoolReaders)),
        ("GET /{organisation}/schools/new", .roles([.administrator])),
        ("POST /{organisation}/schools/new", .roles([.administrator])),
        ("GET /{organisation}/schools/{school}/name", .roles([.administrator])),
        ("POST /{organisation}/schools/{school}/name", .roles([.administrator])),
        ("GET /{organisation}/schools/{school}/pupils", .roles(rollKeepers)),
        ("POST /{organisation}/schools/{school}/pupils", .roles(rollKeepers)),
        ("GET /{organisation}/settings", .roles(settingsKeepers)),
        ("POST /{organisation}/settings", .roles(settingsKeepers)),
        ("GET /{organisation}/settings/{school}", .roles(settingsKeepers)),
        ("POST /{organisation}/settings/{school}", .roles(settingsKeepers)),
        // users
        ("GET /{organisation}/users", .roles(userReaders)),
        ("GET /{organisation}/users/new", .roles([.administrator])),
        ("POST /{organisation}/users/new", .roles([.administrator])),
        ("GET /{organisation}/users/{user}", .roles(userReaders)),
        ("POST /{organisation}/users/{user}/kind", .roles([.administrator])),
        ("POST /{organisation}/users/{user}/roles", .roles([.administrator])),
        ("GET /{organisation}/users/{user}/roles/{grant}", .roles([.administrator])),
        ("POST /{organisation}/users/{user}/roles/{grant}", .roles([.administrator])),
        ("POST /{organisation}/users/{user}/deputies", .roles([.administrator])),
        ("GET /{organisation}/users/{user}/deputies/{deputising}", .roles([.administrator])),
        ("POST /{organisation}/users/{user}/deputies/{deputising}", .roles([.administrator])),
        ("POST /{organisation}/users/{user}/link", .roles([.administrator])),
        ("POST /{organisation}/users/{user}/sessions", .roles([.administrator])),
        ("GET /{organisation}/users/{user}/end", .roles([.administrator])),
        ("POST /{organisation}/users/{user}/end", .roles([.administrator])),
    ]
}
