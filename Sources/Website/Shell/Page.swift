import HTTPTypes

/// One page: its heading is said once here, and the title, the error prefix, the crumb and the navigation follow.
package struct Page: Sendable {
    /// The heading, the page's answer where it can be one.
    package var heading: String
    /// What the browser's tab says; nil: the heading.
    package var title: String?
    /// A small line over the heading.
    package var eyebrow: String?
    /// A sentence under the heading.
    package var lead: String?
    package var crumb: Crumb?
    /// Buttons beside the heading.
    package var actions: [HeadAction]
    package var tabs: [Tab]
    /// What was wrong with a form that came back; each links to its field.
    package var problems: [Problem]
    package var frame: Frame
    /// The room that the navigation marks.
    package var room: SiteURL?
    package var status: HTTPResponse.Status
    /// The page looks again after so many seconds, while something goes on.
    package var refresh: Int?
    /// Where feed readers find what the page lists; nil: it has no feed.
    package var feed: String?
    /// The language of its words; nil: English.
    package var language: PageLanguage?
    /// Families read it in their own words, and it has no footer of ours; nil: any other page.
    package var family: FamilyFrame?
    /// Scripts of this page beside the one of all pages.
    package var scripts: [String] = []
    /// What waits in the visitor's rooms, where the page has read it already; nil: it is read for the navigation.
    package var waiting: [SiteURL: Int]?
    package var content: any PageContent

    package enum Frame: Sendable {
        /// With the rail of rooms.
        case rooms
        /// One thing a page, without the rail.
        case journey
    }

    package init(
        _ heading: String, title: String? = nil, eyebrow: String? = nil, lead: String? = nil, crumb: Crumb? = nil,
        actions: [HeadAction] = [], tabs: [Tab] = [], problems: [Problem] = [], frame: Frame = .rooms,
        room: SiteURL? = nil, status: HTTPResponse.Status? = nil, _ content: any PageContent
    ) {
        self.heading = heading
        self.title = title
        self.eyebrow = eyebrow
        self.lead = lead
        self.crumb = crumb
        self.actions = actions
        self.tabs = tabs
        self.problems = problems
        self.frame = frame
        self.room = room
        self.status = status ?? (problems.isEmpty ? .ok : .unprocessableContent)
        self.content = content
    }
}

/// What stands about a page for families, in the page’s language.
package struct FamilyFrame: Shows, Equatable {
    /// The school, once and large.
    package var school: String
    /// Over what was wrong with a form.
    package var problem: String
    /// The link past the head.
    package var skip: String
    /// How the school’s office is reached; nil: the settings do not say it.
    package var contact: String?

    package init(school: String, problem: String, skip: String, contact: String? = nil) {
        self.school = school
        self.problem = problem
        self.skip = skip
        self.contact = contact
    }
}

/// The language of a page, for browsers and for whoever listens.
package struct PageLanguage: Sendable, Equatable {
    /// `pl`, as in RFC 5646.
    package var code: String
    package var isRightToLeft: Bool

    package init(code: String, isRightToLeft: Bool = false) {
        self.code = code
        self.isRightToLeft = isRightToLeft
    }
}

/// What one page shows under its heading: a struct of stored properties, and a template of the same name.
package protocol PageContent: Shows {
    /// Filled in such a way that every section of the template is shown by one of them.
    static var examples: [Page] { get }
}

extension PageContent {
    /// The template bears the name of the type.
    package static var template: String { String(describing: Self.self) }
}

/// The way back.
package struct Crumb: Shows {
    package var text: String
    package var link: String
    package init(_ text: String, _ link: String) {
        self.text = text
        self.link = link
    }
}

/// A button beside the heading; the filled one is the page's own.
package struct HeadAction: Shows {
    package var text: String
    package var icon: Icon?
    package var link: String
    package var filled: Bool
    package init(_ text: String, icon: Icon? = nil, _ link: String, filled: Bool = false) {
        self.text = text
        self.icon = icon
        self.link = link
        self.filled = filled
    }
}

/// One of several lists of a room, with its count where there is one.
package struct Tab: Shows {
    package var text: String
    package var link: String
    package var count: Int?
    package var current: Bool
    /// Whether the count calls for someone.
    package var calls: Bool
    package init(_ text: String, _ link: String, count: Int? = nil, current: Bool = false, calls: Bool = false) {
        self.text = text
        self.link = link
        self.count = count
        self.current = current
        self.calls = calls
    }
}

/// One thing wrong with a form: the field's id and the sentence, the same at the field and in the summary.
package struct Problem: Shows, Equatable {
    package var field: String
    package var says: String
    package init(_ field: String, _ says: String) {
        self.field = field
        self.says = says
    }
}
