/// Guidance, settings, duties and what is still to come, of one clause; routes are told apart, over the whole policy.
func carrierChanges(from was: Clause, to now: Clause) -> [PolicyChange] {
    let (before, after) = (was.carriers.map(withoutDuties), now.carriers.map(withoutDuties))
    let gone = before.filter { !after.contains($0) }
    let added = after.filter { !before.contains($0) }
    return gone.compactMap { sentence(of: $0, in: now, isNew: false) }
        + added.compactMap { sentence(of: $0, in: now, isNew: true) }
}

/// What waits for a room is told by its room; for which of its duties is a matter of the table of duties.
private func withoutDuties(_ carrier: Carrier) -> Carrier {
    if case .notYet(let room, let note, _) = carrier { .notYet(room, note) } else { carrier }
}

private func sentence(of carrier: Carrier, in clause: Clause, isNew: Bool) -> PolicyChange? {
    let name = clause.name
    switch carrier {
    case .control, .route: return nil
    case .duty(let kind):
        return PolicyChange(
            .leaders, at: clause.at, "\(name) \(isNew ? "now" : "no longer") opens tasks (\(kind.rawValue)).")
    case .setting(let setting, let value):
        return PolicyChange(
            .leaders, at: clause.at, "\(name) \(isNew ? "now" : "no longer") sets “\(setting)” to “\(value)”.")
    case .told(let place, let text):
        return PolicyChange(
            place == .compose ? .authors : .bound, at: clause.at,
            isNew ? "\(name) now gives this guidance: \(text)" : "\(name) no longer gives this guidance: \(text)")
    case .fact(let fact):
        return PolicyChange(
            .document, at: clause.at, "\(name) \(isNew ? "now" : "no longer") rests on the document's “\(fact)”.")
    case .notYet(let room, _, _):
        return PolicyChange(
            .leaders, at: clause.at,
            isNew
                ? "\(name) now waits for the room \(room.rawValue)."
                : "\(name) no longer waits for the room \(room.rawValue).")
    }
}

/// Who hears of what, over the whole policy.
func routeChanges(_ old: Policy, _ new: Policy) -> [PolicyChange] {
    RouteTopic.allCases.compactMap { topic in
        let (before, after) = (old.hearers(of: topic), new.hearers(of: topic))
        guard before.roles != after.roles else { return nil }
        let about = topic.rawValue.split(separator: "-").joined(separator: " ")
        let now = listed(after.roles.map(\.title), none: "nobody named")
        let was = listed(before.roles.map(\.title), none: "nobody named")
        return PolicyChange(
            .leaders, at: after.at ?? before.at, "The route “\(about)” now leads to \(now); before to \(was).")
    }
}

extension Policy {
    fileprivate func hearers(of topic: RouteTopic) -> (roles: [Role], at: String?) {
        var roles: [Role] = []
        var at: String?
        for clause in clauses {
            for case .route(topic, let to) in clause.carriers {
                at = at ?? clause.at
                roles += to.filter { !roles.contains($0) }
            }
        }
        return (roles.sorted(), at)
    }
}
