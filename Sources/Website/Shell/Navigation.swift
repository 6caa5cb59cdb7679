/// The rooms a visitor may enter: an entry is shown when the table of routes lets one of the visitor's roles in.
struct Navigation: Shows, Hashable {
    let groups: [Group]

    struct Group: Shows, Hashable {
        let rooms: [Entry]
    }
    struct Entry: Shows, Hashable {
        let text: String
        let icon: Icon
        let link: String
        let current: Bool
        let count: Int?
    }

    init(for visit: Visit, room: SiteURL?) {
        guard let organisation = visit.organisation, let visitor = visit.visitor else {
            groups = []
            return
        }
        groups = Self.rooms.map { rooms in
            Group(
                rooms: rooms.filter { visit.site.routes.admit(visitor, to: $0.url) }.map {
                    Entry(
                        text: $0.text, icon: $0.icon, link: $0.url.link(in: organisation.key), current: $0.url == room,
                        count: visit.waiting[$0.url].flatMap { $0 == 0 ? nil : $0 })
                })
        }.filter { !$0.rooms.isEmpty }
    }

    /// All rooms, in the order of a day: what one does, what it rests on, what it answers to.
    static let rooms: [[(text: String, icon: Icon, url: SiteURL)]] = [
        [
            ("Home", .home, .home), ("Write a post", .pen, .newPost), ("Approvals", .approve, .approvals),
            ("Posts", .posts, .posts), ("Calendar", .calendar, .calendar),
        ],
        [
            ("Accounts", .accounts, .accounts), ("Pictures and consent", .consent, .consent),
            ("People", .people, .roll), ("Who can sign in", .key, .users),
            ("To do", .notyet, .todo),
        ],
        [
            ("Policy", .policy, .policy), ("Is it covered?", .search, .scope),
            ("Schools", .flag, .schools), ("Settings", .setting, .settings),
        ],
    ]
}
