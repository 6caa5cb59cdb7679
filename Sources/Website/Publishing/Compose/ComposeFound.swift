import Governance

/// What the check found, beside the text: the policy's findings first, ours apart.
struct ComposeFound: Shows {
    let verdict: VerdictBox
    let policyName: String
    let policyFindings: [CheckedFinding]
    let anyPolicy: Bool
    let oursFindings: [CheckedFinding]
    let anyOurs: Bool
    /// Nothing of ours is among the first three.
    let oursLater: Bool
    /// How many there are in all, when some are folded on a phone.
    let folded: Int?
    /// The texts again, with the passages marked: for those without scripts.
    let checkedTexts: [CheckedText]
    let anyChecked: Bool

    struct CheckedText: Shows {
        let label: String
        let runs: [MarkedRun]
    }

    /// How many findings a phone shows before it folds.
    static let unfolded = 3

    init(verdict: VerdictBox, policyName: String, findings: [CheckedFinding], checkedTexts: [CheckedText]) {
        self.verdict = verdict
        self.policyName = policyName
        policyFindings = findings.filter { $0.ours == nil }
        anyPolicy = !policyFindings.isEmpty
        oursFindings = findings.filter { $0.ours != nil }
        anyOurs = !oursFindings.isEmpty
        oursLater = oursFindings.allSatisfy(\.later)
        folded = findings.count > Self.unfolded ? findings.count : nil
        self.checkedTexts = checkedTexts
        anyChecked = !checkedTexts.isEmpty
    }

    /// `3 to change, 2 that need someone’s release, 1 piece of advice.`
    static func counted(_ severities: [Severity], toConfirm confirming: Int = 0) -> String {
        var parts = [Severity.block, .hold, .warn].compactMap { severity -> String? in
            let count = severities.filter { $0 == severity }.count
            guard count > 0 else { return nil }
            switch severity {
            case .block: return "\(count) to change"
            case .hold: return "\(count) that \(count == 1 ? "needs" : "need") someone’s release"
            case .warn: return count == 1 ? "1 piece of advice" : "\(count) pieces of advice"
            }
        }
        if confirming > 0 { parts.append("\(confirming) to confirm") }
        return parts.isEmpty ? "Nothing stops it." : parts.joined(separator: ", ") + "."
    }
}
