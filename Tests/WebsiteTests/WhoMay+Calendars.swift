import Governance

@testable import Website

extension Expected {
    private static let calendarKeepers: [Role] = [.administrator, .headteacher, .slt, .office]
    static let calendars: [(route: String, who: Who)] = [
        ("GET /{organisation}/schools/{school}/calendar", .signedIn),
        ("GET /{organisation}/schools/{school}/calendar/new", .roles(calendarKeepers)),
        ("POST /{organisation}/schools/{school}/calendar/new", .roles(calendarKeepers)),
        ("GET /{organisation}/schools/{school}/calendar/dates/{dates}", .roles(calendarKeepers)),
        ("POST /{organisation}/schools/{school}/calendar/dates/{dates}", .roles(calendarKeepers)),
        ("GET /{organisation}/schools/{school}/calendar/dates/{dates}/end", .roles(calendarKeepers)),
        ("POST /{organisation}/schools/{school}/calendar/dates/{dates}/end", .roles(calendarKeepers)),
        ("GET /{organisation}/schools/{school}/calendar/nation", .roles(calendarKeepers)),
        ("POST /{organisation}/schools/{school}/calendar/nation", .roles(calendarKeepers)),
        ("GET /{organisation}/schools/{school}/calendar/file", .roles(calendarKeepers)),
        ("POST /{organisation}/schools/{school}/calendar/file", .roles(calendarKeepers)),
        ("GET /{organisation}/schools/{school}/calendar/trial", .roles(calendarKeepers)),
        ("POST /{organisation}/schools/{school}/calendar/trial", .roles(calendarKeepers)),
        ("GET /{organisation}/schools/{school}/calendar/download", .signedIn),
        ("GET /{organisation}/bank-holidays", .signedIn),
        ("GET /{organisation}/bank-holidays/new", .roles([.administrator])),
        ("POST /{organisation}/bank-holidays/new", .roles([.administrator])),
        ("GET /{organisation}/bank-holidays/{nation}/{day}", .roles([.administrator])),
        ("POST /{organisation}/bank-holidays/{nation}/{day}", .roles([.administrator])),
        ("GET /{organisation}/me/calendar", .signedIn),
        ("POST /{organisation}/me/calendar", .signedIn),
        ("GET /{organisation}/me/calendar/download", .signedIn),
        // a calendar program cannot sign in: the secret in the address is who asks
        ("GET /{organisation}/calendar-address/{token}/chaperone.ics", .anyone),
    ]
}
