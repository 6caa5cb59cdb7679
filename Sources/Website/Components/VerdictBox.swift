import Governance

/// The decision on a whole post, once on a page: `{{>verdict}}`.
package struct VerdictBox: Shows {
    package var tone: Tone
    package var icon: Icon
    package var heading: String
    package var text: String

    /// Before there is anything to check.
    package static let nothingYet = VerdictBox(
        tone: .quiet, icon: .pen, heading: "Nothing to check yet",
        text: "Start writing. What the policy says of your words appears here.")

    private init(tone: Tone, icon: Icon, heading: String, text: String) {
        self.tone = tone
        self.icon = icon
        self.heading = heading
        self.text = text
    }

    /// - Parameter confirming: how many corrections of the author wait for an approver's yes or no.
    package init(_ worst: Severity?, toConfirm confirming: Int = 0, text: String) {
        let mild = worst == nil || worst == .warn
        tone = mild && confirming > 0 ? .warn : Tone(worst)
        icon = tone.icon
        self.text = text
        heading =
            switch worst {
            case nil where confirming > 0, .warn where confirming > 0:
                confirming == 1
                    ? "You can send it, with 1 answer to confirm"
                    : "You can send it, with \(confirming) answers to confirm"
            case .block: "This post cannot go out yet"
            case .hold: "Someone must release this post"
            case .warn: "You can send it, with advice"
            case nil: "Clear: nothing found"
            }
    }
}
