import Governance

/// The decision on a whole post, once on a page: `{{>verdict}}`.
package struct VerdictBox: Shows {
    package var tone: Tone
    package var icon: Icon
    package var heading: String
    package var text: String

    package init(_ worst: Severity?, text: String) {
        tone = Tone(worst)
        icon = tone.icon
        self.text = text
        heading =
            switch worst {
            case .block: "This post cannot go out yet"
            case .hold: "Someone must release this post"
            case .warn: "You can send it, with advice"
            case nil: "Clear: nothing found"
            }
    }
}
