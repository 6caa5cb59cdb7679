import Governance

@testable import Website

extension Expected {
    static let accounts: [(route: String, who: Who)] = [
        ("GET /{organisation}/accounts", .roles(accountReaders)),
        ("GET /{organisation}/accounts/new", .roles(accountKeepers)),
        ("POST /{organisation}/accounts/new", .roles(accountKeepers)),
        ("GET /{organisation}/accounts/{account}", .roles(accountReaders)),
        ("GET /{organisation}/accounts/{account}/change", .roles(accountKeepers)),
        ("POST /{organisation}/accounts/{account}/change", .roles(accountKeepers)),
        ("GET /{organisation}/accounts/{account}/people", .roles(accountKeepers)),
        ("POST /{organisation}/accounts/{account}/people", .roles(accountKeepers)),
        ("GET /{organisation}/accounts/{account}/settings", .roles(accountReaders)),
        ("POST /{organisation}/accounts/{account}/settings", .roles(accountReaders)),
        ("POST /{organisation}/accounts/{account}/check", .roles(accountReaders)),
        ("POST /{organisation}/accounts/{account}/review", .roles(accountKeepers)),
        ("GET /{organisation}/accounts/{account}/closing", .roles(accountKeepers)),
        ("POST /{organisation}/accounts/{account}/closing", .roles(accountKeepers)),
        ("GET /{organisation}/accounts/{account}/login", .roles(accountReaders)),
        ("POST /{organisation}/accounts/{account}/login", .roles(accountReaders)),
        // the action asks who keeps them there, and puts a refusal on record
        ("POST /{organisation}/accounts/{account}/login/look", .roles(accountReaders)),
        ("POST /{organisation}/accounts/{account}/login/leave", .roles(accountReaders)),
        // the actions ask who runs it or keeps its log-in details
        ("GET /{organisation}/accounts/{account}/connection", .roles(accountReaders)),
        ("POST /{organisation}/accounts/{account}/connection", .roles(accountReaders)),
        ("POST /{organisation}/accounts/{account}/connection/look", .roles(accountReaders)),
        ("POST /{organisation}/accounts/{account}/connection/end", .roles(accountReaders)),
        ("POST /{organisation}/accounts/{account}/connection/app", .roles(accountReaders)),
        ("POST /{organisation}/accounts/{account}/connection/choice", .roles(accountReaders)),
        ("GET /{organisation}/accounts/joined", .roles(accountReaders)),
        ("GET /{organisation}/accounts/list", .roles(accountKeepers)),
        ("POST /{organisation}/accounts/list", .roles(accountKeepers)),
        ("POST /{organisation}/accounts/list/confirmed", .roles(accountKeepers)),
        ("GET /{organisation}/accounts/accounts.csv", .roles(accountReaders)),
        // anyone who signs in makes groups; the action asks who answers for one
        ("GET /{organisation}/accounts/groups", .signedIn),
        ("GET /{organisation}/accounts/groups/new", .signedIn),
        ("POST /{organisation}/accounts/groups/new", .signedIn),
        ("GET /{organisation}/accounts/groups/{group}", .signedIn),
        ("POST /{organisation}/accounts/groups/{group}/check", .signedIn),
        ("POST /{organisation}/accounts/groups/{group}/creator", .signedIn),
        ("POST /{organisation}/accounts/groups/{group}/end", .signedIn),
        ("GET /{organisation}/me/leaving", .signedIn),
        ("POST /{organisation}/me/leaving", .signedIn),
        ("GET /{organisation}/users/{user}/leaving", .roles(accountKeepers)),
        ("POST /{organisation}/users/{user}/leaving", .roles(accountKeepers)),
        // anyone who signs in may ask; the policy says who
        ("GET /{organisation}/accounts/apply", .signedIn),
        ("POST /{organisation}/accounts/apply", .signedIn),
        ("GET /{organisation}/accounts/applications/{application}", .signedIn),
        ("POST /{organisation}/accounts/applications/{application}/decision", .signedIn),
        ("POST /{organisation}/accounts/applications/{application}/telling", .signedIn),
        ("POST /{organisation}/accounts/applications/{application}/withdrawal", .signedIn),
        ("GET /{organisation}/accounts/applications/{application}/opening", .signedIn),
        ("POST /{organisation}/accounts/applications/{application}/opening", .signedIn),
    ]
}
