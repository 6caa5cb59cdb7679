import Foundation

/// An observation under a clause: what a policy says about an act.
package struct Finding: Sendable, Codable, Equatable {
    package var control: String
    package var code: String
    package var severity: Severity
    /// The policy's own section number or heading; nil when the finding is ours.
    package var clause: String?
    /// Which sentence or bullet of that section, where it says several things.
    package var part: String?
    /// Where the rule comes from when it is not the policy's: `ours: …`.
    package var source: String?
    package var refs: [String]
    package var place: Place?
    package var evidence: String
    package var basis: Observation.Basis
    package var says: String
    package var advice: String
    package var until: String?
    /// Who may release it when it is a hold.
    package var releasedBy: Role?

    package init(
        control: String, code: String, severity: Severity, clause: String?, part: String? = nil, source: String? = nil,
        refs: [String] = [], place: Place? = nil, evidence: String = "", basis: Observation.Basis, says: String,
        advice: String,
        until: String? = nil, releasedBy: Role? = nil
    ) {
        self.control = control
        self.code = code
        self.severity = severity
        self.clause = clause
        self.part = part
        self.source = source
        self.refs = refs
        self.place = place
        self.evidence = evidence
        self.basis = basis
        self.says = says
        self.advice = advice
        self.until = until
        self.releasedBy = releasedBy
    }

    /// Whether a control of this room found it: the names of controls begin with their room's.
    package func isOf(_ room: Room) -> Bool { control.hasPrefix(room.rawValue + ".") }

    /// Two findings are the same when control, clause, subject and normalised evidence are;
    /// a release or a confirmed correction covers exactly the findings with its key.
    package var key: FindingKey {
        FindingKey(control: control, clause: clause, subject: refs.sorted(), evidence: Evidence.normalised(evidence))
    }
}

package struct FindingKey: Sendable, Codable, Hashable {
    package let control: String
    package let clause: String?
    package let subject: [String]
    package let evidence: String

    package init(control: String, clause: String?, subject: [String], evidence: String) {
        self.control = control
        self.clause = clause
        self.subject = subject
        self.evidence = evidence
    }
}

/// How evidence is compared: compatibility-composed, case and accents folded, runs of white space as one space.
package enum Evidence {
    package static func normalised(_ text: String) -> String {
        text.precomposedStringWithCompatibilityMapping
            .folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
