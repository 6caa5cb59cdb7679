import Governance

/// The questions of HBK-11, and what follows from the answers.
enum ScopeQuestions {
    static func whose(_ chosen: String, _ problems: [Problem] = []) -> ChoiceField {
        ChoiceField(
            "whose", "Whose account is it?",
            [
                ("school", "The school’s, or one run for it", nil), ("personal", "My own", nil),
                ("other", "Someone else’s", "A parent’s, a newspaper’s, a group’s."),
            ], chosen: [chosen], problems: problems)
    }

    static func touches(_ chosen: String, _ problems: [Problem] = []) -> ChoiceField {
        ChoiceField(
            "touches", "Does it touch the school?",
            [
                ("yes", "Yes", "It names the school, its people or its work, or can be linked to it."),
                ("no", "No", nil),
            ], chosen: [chosen], problems: problems)
    }

    static func who(_ chosen: String, _ problems: [Problem] = []) -> ChoiceField {
        ChoiceField(
            "who", "Who are you here?", Binding.Who.allCases.map { ($0.rawValue, says($0), nil) }, chosen: [chosen],
            problems: problems)
    }

    /// The questions left open, when some were answered.
    static func problems(whose: String, touches: String, who: String) -> [Problem] {
        guard !(whose + touches + who).isEmpty else { return [] }
        var problems: [Problem] = []
        if whose.isEmpty { problems.append(Problem("whose", "Say whose account it is")) }
        if touches.isEmpty { problems.append(Problem("touches", "Say whether it touches the school")) }
        if Binding.Who(rawValue: who) == nil { problems.append(Problem("who", "Say who you are here")) }
        return problems
    }

    struct Answer {
        var verdict: String
        var says: [String]
        /// The sections it rests on.
        var clauses: [String]
        var isCovered = false

        init(_ verdict: String, _ says: [String], _ clauses: [String], isCovered: Bool = false) {
            self.verdict = verdict
            self.says = says
            self.clauses = clauses
            self.isCovered = isCovered
        }
    }

    /// Nil until all three are answered.
    static func answer(whose: String, touches: String, who: String, under policy: Policy) -> Answer? {
        guard !whose.isEmpty, !touches.isEmpty, let who = Binding.Who(rawValue: who) else { return nil }
        let bindings = policy.binds.filter { $0.who == who }
        let scope = policy.clauses.filter { !aboutScope.isDisjoint(with: $0.duties) }.map(\.at)
        let sections = unique(bindings.map(\.at) + scope)
        if bindings.isEmpty {
            return Answer(
                "The paper does not name you",
                [
                    "This policy does not say that it binds \(says(who).lowercased()). Ask who answers for it before you rely on that."
                ],
                sections
            )
        }
        let extents = Set(bindings.map(\.extent))
        var lines = bindings.map { "It binds \(says(who).lowercased()) \(says($0.extent))." }
        if whose == "school" {
            return Answer(
                "Yes, it is covered", lines + ["Whatever the school publishes is covered."], sections, isCovered: true)
        }
        if extents == [.runningAnAccount] {
            return Answer("Probably not", lines + ["This is not an account run for the school."], sections)
        }
        if touches == "no" {
            lines.append("What has nothing to do with the school, on an account that is not the school’s, is your own.")
            return Answer("Mostly not", lines, sections)
        }
        lines.append("On an account that is not the school’s, what touches the school or its people is covered.")
        return Answer("Yes, as far as it touches the school", lines, sections, isCovered: true)
    }

    /// Whom the policy binds, where, and what stays private.
    private static let aboutScope: Set = ["HBK-03", "HBK-04", "HBK-11"]

    private static func unique(_ sections: [String]) -> [String] {
        var seen: [String] = []
        for section in sections where !seen.contains(section) { seen.append(section) }
        return seen
    }

    static func says(_ who: Binding.Who) -> String {
        switch who {
        case .employee: "Employees"
        case .agency: "Agency staff"
        case .casual: "Casual staff"
        case .contractor: "Contractors"
        case .consultant: "Consultants"
        case .officer: "Officers"
        case .volunteer: "Volunteers"
        case .parent: "Parents and carers"
        case .pupil: "Pupils"
        case .trustee: "Trustees"
        case .director: "Directors"
        case .governor: "Governors"
        case .member: "Members of the trust"
        case .advisoryBoard: "The advisory board"
        }
    }

    static func says(_ extent: Binding.Extent) -> String {
        switch extent {
        case .full: "fully"
        case .spirit: "in spirit"
        case .runningAnAccount: "when they run an account for the school"
        case .behaviour: "in how they behave"
        }
    }
}
