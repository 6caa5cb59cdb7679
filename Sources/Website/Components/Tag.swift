import Governance

/// A state, in a word with its drawing: `{{>tag}}`.
package struct Tag: Shows {
    package var tone: Tone
    package var icon: Icon
    package var text: String

    package init(_ tone: Tone, _ text: String, icon: Icon? = nil) {
        self.tone = tone
        self.icon = icon ?? tone.icon
        self.text = text
    }

    /// What a finding's severity asks, as a button would say it.
    package init(_ severity: Severity?) {
        switch severity {
        case .block: self.init(.block, "Must change")
        case .hold: self.init(.hold, "Needs release")
        case .warn: self.init(.warn, "Advice")
        case nil: self.init(.clear, "Clear")
        }
    }

    /// The same of what went on nevertheless: each finding had been released, or a correction of it confirmed.
    package init(letThrough severity: Severity?) {
        switch severity {
        case .block?, .hold?: self.init(.clear, "Settled")
        default: self.init(severity)
        }
    }
}
