extension Binding.Who {
    /// In the plural, as the beginning of a sentence.
    package var inWords: String {
        switch self {
        case .employee: "Employees"
        case .agency: "Agency workers"
        case .casual: "Casual workers"
        case .contractor: "Contractors"
        case .consultant: "Consultants"
        case .officer: "Officers"
        case .volunteer: "Volunteers"
        case .parent: "Parents"
        case .pupil: "Pupils"
        case .trustee: "Trustees"
        case .director: "Directors"
        case .governor: "Governors"
        case .member: "Members"
        case .advisoryBoard: "Members of advisory boards"
        }
    }
}

extension Binding.Extent {
    /// What stands after `are`.
    package var inWords: String {
        switch self {
        case .full: "bound"
        case .spirit: "bound in spirit"
        case .runningAnAccount: "bound when they run an account"
        case .behaviour: "asked to keep the standard of behaviour"
        }
    }
}

/// Who is bound now, who no longer, and who otherwise.
func bindingChanges(_ old: Policy, _ new: Policy) -> [PolicyChange] {
    inOrder(old.binds.map(\.who), new.binds.map(\.who)).compactMap { who in
        let before = old.binds.filter { $0.who == who }
        let after = new.binds.filter { $0.who == who }
        let (was, now) = (Set(before.map(\.extent)), Set(after.map(\.extent)))
        guard was != now else { return nil }
        let at = (after.isEmpty ? before : after).first?.at
        let words = { (bindings: [Binding]) in listed(inOrder(bindings.map(\.extent.inWords), [])) }
        if after.isEmpty { return PolicyChange(.bound, at: at, "\(who.inWords) are no longer \(words(before)).") }
        if before.isEmpty { return PolicyChange(.bound, at: at, "\(who.inWords) are now \(words(after)).") }
        return PolicyChange(
            .bound, at: at, "\(who.inWords) are now \(words(after)); before they were \(words(before)).")
    }
}
