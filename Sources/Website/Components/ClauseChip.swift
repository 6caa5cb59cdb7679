import Governance

/// A section of the policy, always a link to it: `{{>clause}}`.
package struct ClauseChip: Shows {
    package var text: String
    package var link: String

    package init(_ at: String, part: String? = nil, at link: String) {
        text = "Policy " + ([at] + [part].compactMap { $0 }).joined(separator: ", ")
        self.link = link
    }

    /// The id of a clause's place on the policy's page: `c-6-3-f`.
    package static func anchor(_ at: String, part: String? = nil) -> String {
        let words = ([at] + [part].compactMap { $0 }).joined(separator: " ").lowercased()
        return "c-" + words.split { !($0.isLetter || $0.isNumber) }.joined(separator: "-")
    }

    /// The ids of a section and of the sections it stands in: `c-6`, `c-6-3` and `c-6-3-f`.
    static func anchors(around at: String) -> [String] {
        guard at.first?.isNumber == true else { return [anchor(at)] }
        let pieces = anchor(at).split(separator: "-").dropFirst()
        return pieces.indices.map { last in "c-" + pieces[...last].joined(separator: "-") }
    }

    /// The chip for a section, leading to its place on the policy's page.
    package static func link(to at: String, part: String? = nil, in visit: any Linking) -> ClauseChip {
        ClauseChip(at, part: part, at: visit.link(.policy) + "#" + anchor(at, part: part))
    }

    /// The chip for the section that a finding cites; nil when the finding is ours.
    package static func link(for finding: Finding, in visit: any Linking) -> ClauseChip? {
        finding.clause.map { link(to: $0, part: finding.part, in: visit) }
    }
}
