import Governance

/// Duties by policies: which are carried out, told, or not yet; computed from the files.
package struct PolicyCoveragePage: PageContent {
    package var counts: [Count]
    package var papers: [Paper]
    package var groups: [Group]
    package var foot: String

    /// How many of our own paper's duties are in a state.
    package struct Count: Shows {
        package var tone: Tone
        package var icon: Icon
        package var word: String
        package var number: Int
        package var says: String
    }

    package struct Paper: Shows {
        package var name: String
        package var own: Bool
    }

    /// The duties of one room.
    package struct Group: Shows {
        package var room: String
        package var width: Int
        package var rows: [Row]
    }

    package struct Row: Shows {
        package var id: String
        package var says: String
        package var cells: [Cell]
    }

    package struct Cell: Shows {
        package var own: Bool
        package var tone: Tone
        package var icon: Icon
        package var word: String
        package var sections: [Section]
    }

    package struct Section: Shows {
        package var text: String
        /// Nil in another school's paper, which is not shown here.
        package var link: String?
    }

    static func page(own: Policy, others: [Policy], tabs: [Tab], policyLink: String, foot: String) -> Page {
        let policies = [own] + others.filter { $0.key != own.key }
        let coverage = Coverage(policies)
        let groups = Room.allCases.compactMap { room -> Group? in
            let rows = coverage.rows.filter { $0.duty.room == room }.map { Row($0, policyLink: policyLink) }
            return rows.isEmpty ? nil : Group(room: room.title, width: policies.count + 1, rows: rows)
        }
        let counts = states.compactMap { state -> Count? in
            let number = coverage.count(state, of: 0)
            if number == 0, state == .missing || state == .partly { return nil }
            return Count(
                tone: state.tone, icon: state.icon, word: state.word, number: number, says: state.explanation)
        }
        let asked = coverage.rows.count - coverage.count(.silent, of: 0)
        return Page(
            heading(coverage, asked: asked), title: "Coverage",
            lead: "\(coverage.rows.count) duties stand in the policies that Chaperone knows. "
                + "\(own.organisation.withoutPlace) asks \(asked) of them.",
            tabs: tabs, room: .policy,
            PolicyCoveragePage(
                counts: counts,
                papers: policies.map { Paper(name: $0.organisation.withoutPlace, own: $0.key == own.key) },
                groups: groups, foot: foot))
    }

    private static let states: [Coverage.State] = [.carried, .partly, .told, .notYet, .missing, .silent]

    private static func heading(_ coverage: Coverage, asked: Int) -> String {
        let missing = coverage.count(.missing, of: 0)
        if missing > 0 { return "\(missing) \(missing == 1 ? "duty is" : "duties are") missing from the policy’s file" }
        let done = coverage.count(.carried, of: 0) + coverage.count(.told, of: 0)
        return done == asked
            ? "Every duty of the paper is carried or told" : "\(done) of \(asked) duties are carried or told"
    }

    package static let examples = [
        page(
            own: .example, others: [], tabs: [], policyLink: "/harbour-view/policy",
            foot: "Social Media Policy of The Example School, read on 21 November 2026.")
    ]
}

extension PolicyCoveragePage.Row {
    fileprivate init(_ row: Coverage.Row, policyLink: String) {
        self.init(
            id: row.duty.id, says: row.duty.says,
            cells: row.cells.enumerated().map { place, cell in
                PolicyCoveragePage.Cell(
                    own: place == 0, tone: cell.state.tone, icon: cell.state.icon, word: cell.state.word,
                    sections: cell.sections.map { at in
                        PolicyCoveragePage.Section(
                            text: at, link: place == 0 ? policyLink + "#" + ClauseChip.anchor(at) : nil)
                    })
            })
    }
}

extension Coverage.State {
    fileprivate var tone: Tone {
        switch self {
        case .carried: .clear
        case .partly, .notYet: .hold
        case .told: .warn
        case .silent: .quiet
        case .missing: .block
        }
    }

    fileprivate var icon: Icon {
        switch self {
        case .carried: .check
        case .partly: .step
        case .told: .told
        case .notYet: .notyet
        case .silent: .silent
        case .missing: .stop
        }
    }

    fileprivate var word: String {
        switch self {
        case .carried: "Carried"
        case .partly: "In part"
        case .told: "Told"
        case .notYet: "Not yet"
        case .silent: "Silent"
        case .missing: "Missing"
        }
    }

    fileprivate var explanation: String {
        switch self {
        case .carried: "by a rule, a task, a setting, a route or the document itself"
        case .partly: "some of it carried, the rest waiting for a room"
        case .told: "guidance shown where it is needed"
        case .notYet: "waits for a room of Chaperone"
        case .silent: "the paper does not ask it"
        case .missing: "the paper asks it and its file says nothing"
        }
    }
}

extension String {
    /// A name without the place in brackets behind it.
    fileprivate var withoutPlace: String { split(separator: " (").first.map(String.init) ?? self }
}
