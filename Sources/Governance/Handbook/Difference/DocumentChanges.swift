/// What the document says of itself, its titles, its review, what it stands with.
func documentChanges(_ old: Policy, _ new: Policy) -> [PolicyChange] {
    let (was, now) = (old.facts, new.facts)
    let plain: [PolicyChange?] = [
        change("The key", old.key, new.key),
        change("The title", old.title, new.title),
        change("The organisation", old.organisation, new.organisation),
        change("The names of the school", listed(old.names), listed(new.names)),
        change("The nation", old.nation.rawValue, new.nation.rawValue),
        change("The status", was.status, now.status),
        change("The version", was.version, now.version),
        change("The date of the document", was.dated?.inWords, now.dated?.inWords),
        change("The date of approval", was.approved?.inWords, now.approved?.inWords),
        change("The approver", was.approvedBy, now.approvedBy),
        change("The date of adoption", was.adopted?.inWords, now.adopted?.inWords),
        change("The owner", was.owner, now.owner),
        change("The author", was.author, now.author),
        change(
            "The time between reviews", was.review?.everyMonths.map(every),
            now.review?.everyMonths.map(every)),
        change("The date of the next review", was.review?.due?.inWords, now.review?.due?.inWords),
        change("The review", reviewers(was), reviewers(now)),
        change("The tone", listed(old.tone), listed(new.tone)),
    ]
    return plain.compactMap(\.self) + roleChanges(old, new) + relatedChanges(old, new) + noteChanges(old, new)
}

private func change(_ what: String, _ was: String?, _ now: String?) -> PolicyChange? {
    guard was != now else { return nil }
    return PolicyChange(.document, "\(what): now \(now ?? "blank"); before \(was ?? "blank").")
}

private func every(_ months: Int) -> String { "every \(monthsInWords(months))" }

private func reviewers(_ facts: DocumentFacts) -> String? {
    guard let by = facts.review?.by, !by.isEmpty else { return nil }
    return "by \(listed(by.map(\.title)))"
}

private func roleChanges(_ old: Policy, _ new: Policy) -> [PolicyChange] {
    inOrder(old.roles.map(\.title), new.roles.map(\.title)).compactMap { title in
        let was = old.roles.first { $0.title == title }?.role
        let now = new.roles.first { $0.title == title }?.role
        guard was != now else { return nil }
        return PolicyChange(
            .leaders,
            "The title “\(title)” now stands for \(now?.title ?? "no role"); "
                + "before for \(was?.title ?? "no role").")
    }
}

private func relatedChanges(_ old: Policy, _ new: Policy) -> [PolicyChange] {
    inOrder(old.related.map(\.title), new.related.map(\.title)).compactMap { title in
        let was = old.related.filter { $0.title == title }
        let now = new.related.filter { $0.title == title }
        guard was != now else { return nil }
        if now.isEmpty { return PolicyChange(.document, at: was.first?.at, "“\(title)” is no longer named.") }
        if was.isEmpty { return PolicyChange(.document, at: now.first?.at, "“\(title)” is now named.") }
        return PolicyChange(
            .document, at: now.first?.at, "“\(title)” is named otherwise: its section, address or edition.")
    }
}

private func noteChanges(_ old: Policy, _ new: Policy) -> [PolicyChange] {
    var changes: [PolicyChange] = []
    if old.facts.history != new.facts.history {
        changes.append(PolicyChange(.document, "The document's history has changed."))
    }
    let gone = old.remarks.filter { !new.remarks.contains($0) }
    let added = new.remarks.filter { !old.remarks.contains($0) }
    return changes + gone.map { PolicyChange(.document, at: $0.at, "No longer remarked: \($0.says)") }
        + added.map { PolicyChange(.document, at: $0.at, "Remarked: \($0.says)") }
}
