/// Who can sign in, with their roles.
package struct UsersPage: PageContent {
    package var users: [Line]

    package struct Line: Shows {
        package var name: String
        package var link: String
        package var email: String
        package var roles: String
        package var initials: String
        package var shape: Int
        package var ended: Bool
        package init(_ name: String, link: String, email: String, roles: String, ended: Bool = false) {
            let visitor = Visitor(id: "", name: name, roles: [])
            self.name = name
            self.link = link
            self.email = email
            self.roles = roles
            self.ended = ended
            initials = visitor.initials
            shape = visitor.shape
        }
    }

    static func page(_ users: [Line], new: String?) -> Page {
        let active = users.filter { !$0.ended }.count
        return Page(
            active == 1 ? "One person can sign in" : "\(active) people can sign in", title: "Who can sign in",
            actions: new.map { [HeadAction("Add someone", icon: .plus, $0)] } ?? [], room: .users,
            UsersPage(users: users))
    }

    package static let examples = [
        page(
            [
                Line(
                    "Helen Osei", link: "/harbour-view/users/1", email: "h.osei@harbourview.example",
                    roles: "headteacher, administrator"),
                Line(
                    "Priya Nair", link: "/harbour-view/users/2", email: "p.nair@harbourview.example", roles: "author",
                    ended: true),
            ], new: "/harbour-view/users/new")
    ]
}
