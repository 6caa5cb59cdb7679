import Governance

/// One result of the check: `{{>finding}}` inside `<ol class="findings">`.
package struct FindingLine: Shows {
    package var number: Int
    /// The id that a mark in the text links to.
    package var anchor: String
    package var tone: Tone
    package var tag: Tag
    package var says: String
    package var advice: String
    /// What lifts it: an authorisation on record.
    package var until: String?
    package var clause: ClauseChip?
    package var ours: OursChip?
    /// Where our rule comes from.
    package var source: String?

    package init(_ finding: Finding, number: Int, in visit: any Linking) {
        self.number = number
        anchor = "finding-\(number)"
        tone = Tone(finding.severity)
        tag = Tag(finding.severity)
        says = finding.says
        advice = finding.advice
        until = finding.until
        clause = ClauseChip.link(for: finding, in: visit)
        source = finding.source.map { text in
            String(text.trimmingPrefix("ours: ").prefix(1)).uppercased() + text.trimmingPrefix("ours: ").dropFirst()
        }
        ours = finding.source.map { $0.contains("Act") || $0.contains("law") ? .byLaw : .goodPractice }
    }
}
