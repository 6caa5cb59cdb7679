/// A policy made ready to examine one kind of act: each control that a clause carries, and ours where it is silent.
package struct Rulebook<Subject: Act>: Sendable {
    private let rules: [Rule]

    private struct Rule: Sendable {
        let control: String
        let clause: String?
        let part: String?
        let source: String?
        let severity: Severity
        let releasedBy: Role?
        let examine: @Sendable (Subject) -> [Observation]
    }

    /// - Parameters:
    ///   - catalogue: the controls over this kind of act.
    ///   - ours: what holds where the policy carries no control of the same id.
    package init(_ policy: Policy, catalogue: [ControlEntry<Subject>], ours: [OursRule]) {
        let entries = Dictionary(uniqueKeysWithValues: catalogue.map { ($0.id, $0) })
        var rules: [Rule] = []
        var carried: Set<String> = []
        for clause in policy.clauses {
            for case .control(let id, let arguments, let severity, _) in clause.carriers {
                // of another kind of act; a control that nobody knows is refused when the policy is read
                guard let entry = entries[id] else { continue }
                carried.insert(id)
                rules.append(
                    Rule(
                        control: id, clause: clause.at, part: clause.part, source: nil,
                        severity: severity ?? clause.breach ?? .hold,
                        releasedBy: clause.releasedBy, examine: entry.prepare(arguments)))
            }
        }
        for rule in ours where !carried.contains(rule.control) || rule.always {
            guard let entry = entries[rule.control] else { continue }
            rules.append(
                Rule(
                    control: rule.control, clause: nil, part: nil, source: rule.source, severity: rule.severity,
                    releasedBy: rule.releasedBy, examine: entry.prepare(rule.arguments)))
        }
        self.rules = rules
    }

    /// Every finding on the act, the policy's in the paper's order and then ours; one per code, subject and field, the
    /// stricter where a paper says a thing twice.
    package func findings(on act: Subject) -> [Finding] {
        var findings: [Finding] = []
        var places: [Same: Int] = [:]
        for rule in rules {
            for seen in rule.examine(act) {
                let finding = Self.finding(seen, under: rule)
                let same = places[Same(finding), default: findings.count]
                if same < findings.count {
                    if finding.severity > findings[same].severity { findings[same] = finding }
                } else {
                    places[Same(finding)] = same
                    findings.append(finding)
                }
            }
        }
        return findings
    }

    private static func finding(_ seen: Observation, under rule: Rule) -> Finding {
        let severity: Severity =
            switch seen.certainty {
            case .plain: rule.severity
            case .likely: rule.severity.oneMilder
            case .slight: .warn
            }
        return Finding(
            control: rule.control, code: seen.code, severity: severity, clause: rule.clause, part: rule.part,
            source: rule.source, refs: seen.refs, place: seen.place, evidence: seen.evidence, basis: seen.basis,
            says: seen.says,
            advice: seen.advice, until: seen.until, releasedBy: severity == .hold ? rule.releasedBy ?? .slt : nil)
    }

    /// What makes two findings one.
    private struct Same: Hashable {
        let code: String
        let refs: [String]
        let place: Place?

        init(_ finding: Finding) {
            code = finding.code
            refs = finding.refs
            place = finding.place
        }
    }
}

/// A rule of the product's own, kept where a policy is silent, always shown as ours with its source.
package struct OursRule: Sendable {
    package let control: String
    package let arguments: Arguments
    package let severity: Severity
    /// `ours: …`, shown with the finding.
    package let source: String
    package let releasedBy: Role?
    /// Holds whatever the policy carries: nothing known is not nothing wrong.
    package let always: Bool

    package init(
        _ control: String, _ arguments: Arguments, _ severity: Severity, source: String, releasedBy: Role? = nil,
        always: Bool = false
    ) {
        self.control = control
        self.arguments = arguments
        self.severity = severity
        self.source = source
        self.releasedBy = releasedBy
        self.always = always
    }
}
