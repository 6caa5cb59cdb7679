import Governance

/// Classes, or parents, as a list with a search; or one class with whoever is in it.
package struct ClassesPage: PageContent {
    /// Nil where there is nothing to look for.
    package var search: Search?
    package var showing: String
    package var caption: String
    package var second: String
    package var third: String
    package var lines: [Line]
    package var anyLines: Bool
    package var blank: Blank
    package var pager: Pager?

    package struct Search: Shows {
        package var to: String
        package var label: String
        package var words: String
    }

    package struct Line: Shows {
        package var name: String
        package var link: String?
        package var second: String
        package var third: String
    }

    package static var examples: [Page] {
        let page = { (some: Bool) in
            ClassesPage(
                search: Search(to: "/harbour-view/people/classes", label: "Find a class", words: some ? "" : "9Z"),
                showing: some ? "1 to 2 of those found." : "", caption: "Classes", second: "School",
                third: "Who is in it",
                lines: some
                    ? [
                        Line(
                            name: "7A", link: "/harbour-view/people/classes/c1", second: "Harbour View School",
                            third: "28 pupils, 1 of staff"),
                        Line(name: "Rowan Bell", link: nil, second: "Mother", third: "Jamie T."),
                    ] : [], anyLines: some,
                blank: Blank("No class has this name", "Try part of it."),
                pager: Pager(
                    "/harbour-view/people/classes", keeping: ["q"], of: Form(urlEncoded: "q=7"), page: 2, of: 3,
                    "Before", "More"))
        }
        return [true, false].map { Page("312 classes", room: .roll, page($0)) }
    }
}
