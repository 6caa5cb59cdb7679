/// Where someone is signed in, each of which can be ended.
package struct SessionsPage: PageContent {
    package var sessions: [Line]
    /// Where a form ends all but this one; nil when there is no other.
    package var endOthers: String?

    package struct Line: Shows {
        /// The browser and system, as far as they say.
        package var device: String
        package var since: String
        package var last: String
        package var current: Bool
        package var end: String

        package init(_ place: String, since: String, last: String, current: Bool, end: String) {
            device = place
            self.since = since
            self.last = last
            self.current = current
            self.end = end
        }
    }

    static func page(_ sessions: [Line], endOthers: String) -> Page {
        Page(
            sessions.count == 1 ? "You are signed in here only" : "You are signed in at \(sessions.count) places",
            title: "Where I am signed in",
            lead: "If one of them is not you, end it and ask for a one-time link to set a new password.",
            SessionsPage(sessions: sessions, endOthers: sessions.count > 1 ? endOthers : nil))
    }

    package static let examples = [
        page(
            [
                Line(
                    "Firefox on Windows", since: "today at 08:12", last: "today at 15:41", current: true,
                    end: "/harbour-view/sessions/1"),
                Line(
                    "Safari on an iPhone", since: "Monday 16 November at 07:40", last: "yesterday at 18:20",
                    current: false,
                    end: "/harbour-view/sessions/2"),
            ], endOthers: "/harbour-view/sessions")
    ]
}
