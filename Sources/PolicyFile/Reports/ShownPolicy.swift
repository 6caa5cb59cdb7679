import Governance

/// A policy, or one of its sections, as a terminal shows it.
package struct ShownPolicy {
    let policy: Policy
    let emphasis: Emphasis
    let width: Int

    package init(_ policy: Policy, emphasis: Emphasis, width: Int = 80) {
        self.policy = policy
        self.emphasis = emphasis
        self.width = width
    }

    package var text: String {
        var text = emphasis.strong("\(policy.title)") + "\n\(policy.organisation) (\(policy.key))\n\n" + facts + "\n"
        var heading: String?
        for clause in policy.clauses {
            if let next = clause.heading, next != heading {
                text += "\n" + emphasis.strong(next) + "\n"
                heading = next
            }
            text += shown(clause)
        }
        guard !policy.remarks.isEmpty else { return text }
        text += "\n" + emphasis.strong("Noted by a reader") + "\n"
        for remark in policy.remarks {
            text += Column(width: width, indent: 4).wrap(
                "\(remark.at.map { "\($0): " } ?? "")\(remark.says)\(remark.source.map { " [\($0)]" } ?? "")",
                first: "  - ")
        }
        return text
    }

    /// The clauses of a section and of what is under it; nil when there is none.
    package func section(_ at: String) -> String? {
        let wanted = at.lowercased()
        let clauses = policy.clauses.filter { clause in
            let given = clause.at.lowercased()
            return given == wanted || given.hasPrefix(wanted + ".") || given.hasPrefix(wanted + "(")
        }
        return clauses.isEmpty ? nil : clauses.map(shown).joined()
    }

    /// The section that was probably meant: `6.3f` for `6.3(f)`.
    package func nearest(_ at: String) -> String? {
        let sections = policy.clauses.map(\.at)
        let plain = { (text: String) in text.lowercased().filter { $0.isLetter || $0.isNumber || $0 == "." } }
        return sections.first { plain($0) == plain(at) } ?? nearestWord(to: at, from: sections)
    }

    private var facts: String {
        let facts = policy.facts
        let review = policy.reviewDue.map { "due \($0.inWords)" }
        let rows: [(String, String?)] = [
            ("Status", facts.status), ("Version", facts.version), ("Dated", facts.dated?.inWords),
            ("Approved", facts.approved?.inWords), ("Approved by", facts.approvedBy),
            ("Adopted", facts.adopted?.inWords), ("Owner", facts.owner), ("Author", facts.author), ("Review", review),
            ("Tone", policy.tone.isEmpty ? nil : policy.tone.joined(separator: ", ")),
        ]
        return rows.map { name, value in
            let label = name + String(repeating: " ", count: 14 - name.count)
            return Column(width: width, indent: 14).wrap(value ?? emphasis.faint("blank"), first: label)
        }.joined()
    }

    private func shown(_ clause: Clause) -> String {
        var title = clause.at
        if let part = clause.part { title += ", \(part)" }
        var text = "\n" + emphasis.strong(title) + strength(of: clause) + "\n"
        text += Column(width: width, indent: 4).wrap(clause.says)
        if let because = clause.because {
            text += Column(width: width, indent: 4).wrap("\(clause.severity?.rawValue ?? ""), because: \(because)")
        }
        for carrier in clause.carriers {
            text += Column(width: width, indent: 6).wrap(carrier.inWords, first: "    > ")
        }
        if !clause.duties.isEmpty { text += "    " + emphasis.faint(clause.duties.joined(separator: " ")) + "\n" }
        return text
    }

    private func strength(of clause: Clause) -> String {
        guard let word = clause.word?.rawValue ?? clause.severity?.rawValue else { return "" }
        let released = clause.breach == .hold ? ", released by: \((clause.releasedBy ?? .slt).title)" : ""
        return emphasis.faint("  [\(word)\(released)]")
    }
}
