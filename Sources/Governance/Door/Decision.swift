import Foundation

/// What the door said of an act: the findings, under which policy, by which revision of the controls, when.
package struct Decision: Sendable, Codable, Equatable {
    package var verdict: Verdict
    package var findings: [Finding]
    package var policy: PolicyVersionID
    /// Changes when a control's behaviour does.
    package var controlsRevision: String
    package var at: Date

    package init(findings: [Finding], policy: PolicyVersionID, controlsRevision: String, at: Date) {
        verdict = Verdict(findings.map(\.severity).max())
        self.findings = findings
        self.policy = policy
        self.controlsRevision = controlsRevision
        self.at = at
    }
}

/// Which words were in force: the policy's key and the SHA-256 of the exact bytes of its file.
package struct PolicyVersionID: Sendable, Codable, Hashable {
    package var key: String
    package var digest: String

    package init(key: String, digest: String) {
        self.key = key
        self.digest = digest
    }
}
