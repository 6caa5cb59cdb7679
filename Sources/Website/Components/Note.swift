/// One thing worth stopping for, at most two on a page: `{{>note}}`.
package struct Note: Shows {
    package var tone: Tone
    package var icon: Icon
    package var strong: String
    package var text: String
    package var clause: ClauseChip?
    package var link: HeadAction?

    package init(
        _ tone: Tone, _ strong: String, _ text: String, icon: Icon? = nil, clause: ClauseChip? = nil,
        link: HeadAction? = nil
    ) {
        self.tone = tone
        self.icon = icon ?? tone.icon
        self.strong = strong
        self.text = text
        self.clause = clause
        self.link = link
    }
}
