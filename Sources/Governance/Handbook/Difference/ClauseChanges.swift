/// The clauses that are new, gone, or not what they were.
func clauseChanges(_ old: Policy, _ new: Policy) -> [PolicyChange] {
    let before = Dictionary(old.clauses.map { ($0.place, $0) }, uniquingKeysWith: { first, _ in first })
    let after = Dictionary(new.clauses.map { ($0.place, $0) }, uniquingKeysWith: { first, _ in first })
    return inOrder(old.clauses.map(\.place), new.clauses.map(\.place)).flatMap { place -> [PolicyChange] in
        switch (before[place], after[place]) {
        case (let was?, let now?): changes(from: was, to: now)
        case (let was?, nil): gone(was)
        case (nil, let now?): added(now)
        case (nil, nil): []
        }
    }
}

/// Which clause: its section, and the sentence of it.
struct ClausePlace: Hashable {
    let at: String
    let part: String?
}

extension Clause {
    var place: ClausePlace { ClausePlace(at: at, part: part) }

    /// As the beginning of a sentence: `6.3(g)` or `Appendix, links`.
    var name: String { part.map { "\(at), \($0)" } ?? at }

    /// Whom a change of it concerns first.
    var readers: PolicyChange.Readers {
        for carrier in carriers {
            switch carrier {
            case .control, .told(.compose, _): return .authors
            default: continue
            }
        }
        return .bound
    }
}

private func added(_ clause: Clause) -> [PolicyChange] {
    [PolicyChange(clause.readers, at: clause.at, "\(clause.name) is new: \(clause.says)")]
        + controlChanges(from: nil, to: clause)
}

private func gone(_ clause: Clause) -> [PolicyChange] {
    [PolicyChange(clause.readers, at: clause.at, "\(clause.name) is gone. It said: \(clause.says)")]
        + controlChanges(from: clause, to: nil)
}

private func changes(from was: Clause, to now: Clause) -> [PolicyChange] {
    var found: [PolicyChange] = []
    if was.says != now.says {
        found.append(PolicyChange(now.readers, at: now.at, "\(now.name) is reworded. It says now: \(now.says)"))
    }
    if was.word != now.word {
        let words = (was.word?.rawValue, now.word?.rawValue)
        let says =
            switch words {
            case (let before?, let after?): "\(now.name) now says “\(after)”; before it said “\(before)”."
            case (nil, let after?): "\(now.name) now obliges, by “\(after)”; before it did not."
            case (let before?, nil): "\(now.name) no longer obliges; before it said “\(before)”."
            case (nil, nil): ""
            }
        found.append(PolicyChange(now.readers, at: now.at, says))
    }
    if was.releasedBy != now.releasedBy {
        let role = { (role: Role?) in (role ?? .slt).title }
        found.append(
            PolicyChange(
                .leaders, at: now.at,
                "What \(now.name) holds is now released by: \(role(now.releasedBy)); "
                    + "before by: \(role(was.releasedBy))."
            ))
    }
    found += controlChanges(from: was, to: now) + carrierChanges(from: was, to: now)
    if Set(was.duties) != Set(now.duties) {
        found.append(
            PolicyChange(
                .document, at: now.at,
                "\(now.name) counts towards \(listed(now.duties, none: "no duty")) now; "
                    + "before towards \(listed(was.duties, none: "none"))."))
    }
    return found
}
