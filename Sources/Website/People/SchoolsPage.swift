/// The schools of the organisation: who is on their rolls, and what can be done about each.
package struct SchoolsPage: PageContent {
    package var schools: [Line]

    package struct Line: Shows {
        package var name: String
        /// How many are on the roll.
        package var small: String
        /// That it has no pupils, as somebody stated.
        package var stated: String?
        package var tag: Tag?
        package var links: [HeadAction]
        package init(_ name: String, small: String, stated: String? = nil, tag: Tag? = nil, links: [HeadAction] = []) {
            self.name = name
            self.small = small
            self.stated = stated
            self.tag = tag
            self.links = links
        }
    }

    static let rollUnknown = Tag(.hold, "Every post is held")

    static func page(_ schools: [Line], new: String?) -> Page {
        Page(
            schools.count == 1 ? "One school" : "\(schools.count) schools", title: "Schools",
            lead: "Each keeps its own roll, its own settings and its own accounts.",
            actions: new.map { [HeadAction("Add a school", icon: .plus, $0)] } ?? [], room: .schools,
            SchoolsPage(schools: schools))
    }

    package static let examples = [
        page(
            [
                Line(
                    "Harbour View School", small: "312 pupils, 44 staff",
                    links: [
                        HeadAction("Settings", "/harbour-view/settings/harbour-view"),
                        HeadAction("Rename", "/harbour-view/schools/harbour-view/name"),
                    ]),
                Line(
                    "Quay Nursery", small: "No pupils are known, 4 staff", tag: rollUnknown,
                    links: [HeadAction("It has no pupils", "/harbour-view/schools/quay/pupils")]),
                Line(
                    "Mill House", small: "No pupils, 3 staff",
                    stated: "Stated on 3 November 2026: “It opens next September.”",
                    links: [HeadAction("That is not so any more", "/harbour-view/schools/mill/pupils")]),
            ], new: "/harbour-view/schools/new")
    ]
}
