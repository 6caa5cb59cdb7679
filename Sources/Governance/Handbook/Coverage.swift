/// The table of duties by policies: what carries each duty out, computed from the policies themselves.
package struct Coverage: Sendable, Equatable {
    /// The policies' keys, in the order of the cells.
    package let policies: [String]
    package let rows: [Row]

    package struct Row: Sendable, Equatable {
        package let duty: Duty
        /// One a policy.
        package let cells: [Cell]
    }

    package struct Cell: Sendable, Equatable {
        package let state: State
        /// The sections that name the duty, in the paper's order.
        package let sections: [String]
        /// Where the table of duties finds it in the paper; nil when the paper is silent or is not one of the five.
        package let expected: String?
    }

    /// What a policy does about one duty. A clause may name several duties and have several carriers: each carrier
    /// counts only for the duties it belongs to, as `Clause.carriers(for:)` says.
    package enum State: String, Sendable, Codable, CaseIterable {
        /// By a control, a duty that opens tasks, a setting, a route or a fact of the document.
        case carried
        /// Some of what it asks is carried, and some waits for a room.
        case partly
        /// By guidance alone.
        case told
        /// Waits for a room.
        case notYet = "not-yet"
        /// The paper does not ask it.
        case silent
        /// The paper asks it, and no clause carries it, tells it or waits for it: a fault of the policy file.
        case missing
    }

    package init(_ policies: [Policy], duties: [Duty] = dutyTable) {
        self.policies = policies.map(\.key)
        let clauses = policies.map(Self.clausesByDuty)
        rows = duties.map { duty in
            Row(
                duty: duty,
                cells: zip(policies, clauses).map { policy, clauses in
                    Cell(clauses[duty.id] ?? [], of: duty, expected: duty.sections[policy.key])
                })
        }
    }

    /// How many duties of one policy are in a state.
    package func count(_ state: State, of policy: Int) -> Int {
        rows.count { $0.cells[policy].state == state }
    }

    private static func clausesByDuty(_ policy: Policy) -> [String: [Clause]] {
        var found: [String: [Clause]] = [:]
        for clause in policy.clauses {
            for duty in clause.duties { found[duty, default: []].append(clause) }
        }
        return found
    }
}

extension Coverage.Cell {
    init(_ clauses: [Clause], of duty: Duty, expected: String?) {
        self.expected = expected
        var sections: [String] = []
        for clause in clauses where !sections.contains(clause.at) { sections.append(clause.at) }
        self.sections = sections
        let carriers = clauses.flatMap { $0.carriers(for: duty) }
        let waits = carriers.contains { if case .notYet = $0 { true } else { false } }
        let told = carriers.contains { if case .told = $0 { true } else { false } }
        let done = carriers.contains {
            switch $0 {
            case .control, .duty, .setting, .route, .fact: true
            case .told, .notYet: false
            }
        }
        state =
            switch (done, told, waits) {
            case (true, _, true): .partly
            case (true, _, false): .carried
            case (false, _, true): .notYet
            case (false, true, false): .told
            case (false, false, false): expected == nil && clauses.isEmpty ? .silent : .missing
            }
    }
}
