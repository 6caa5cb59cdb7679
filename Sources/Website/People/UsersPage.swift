/// Who can sign in, with their roles.
package struct UsersPage: PageContent {
    package var search: String
    package var to: String
    package var users: [Line]
    package var anyUsers: Bool
    package var showing: String
    package var blank: Blank
    package var pager: Pager?

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

    static func page(
        _ users: [Line], active: Int, search: String = "", to link: String, showing: String = "", new: String?,
        pager: Pager? = nil
    ) -> Page {
        Page(
            active == 1 ? "One person can sign in" : "\(active) people can sign in", title: "Who can sign in",
            actions: new.map { [HeadAction("Add someone", icon: .plus, $0)] } ?? [], room: .users,
            UsersPage(
                search: search, to: link, users: users, anyUsers: !users.isEmpty, showing: showing,
                blank: Blank(
                    "Nobody who can sign in has this name", "Try part of the name or of the e-mail address.",
                    action: HeadAction("Show all", link)), pager: pager))
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
            ], active: 1, to: "/harbour-view/users", showing: "1 to 2.", new: "/harbour-view/users/new",
            pager: Pager(
                "/harbour-view/users", keeping: ["q"], of: Form(urlEncoded: "q=o"), page: 2, of: 3, "Before", "More")),
        page([], active: 1, search: "Zed", to: "/harbour-view/users", new: nil),
    ]
}
