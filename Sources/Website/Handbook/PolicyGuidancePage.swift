import Governance

/// The guidance that clauses give, by the place where it is shown.
package struct PolicyGuidancePage: PageContent {
    package var groups: [Group]
    package var anyGroups: Bool
    package var blank: Blank
    package var tone: [String]
    package var anyTone: Bool

    package struct Group: Shows {
        package var anchor: String
        package var heading: String
        package var lines: [Line]
    }

    package struct Line: Shows {
        package var text: String
        package var clause: ClauseChip
    }

    static func page(_ policy: Policy, tabs: [Tab], policyLink: String) -> Page {
        let groups = ToldPlace.allCases.compactMap { place -> Group? in
            let lines = policy.clauses.flatMap { clause in
                clause.carriers.compactMap { carrier -> Line? in
                    guard case .told(place, let text) = carrier else { return nil }
                    let anchor = ClauseChip.anchor(clause.at, part: clause.part)
                    return Line(
                        text: text, clause: ClauseChip(clause.at, part: clause.part, at: policyLink + "#" + anchor))
                }
            }
            return lines.isEmpty ? nil : Group(anchor: "g-" + place.rawValue, heading: heading(place), lines: lines)
        }
        return Page(
            "Guidance", lead: "In our words, from the policy. Each piece links to its section.", tabs: tabs,
            room: .policy,
            PolicyGuidancePage(
                groups: groups, anyGroups: !groups.isEmpty,
                blank: Blank("No guidance yet", "This policy’s file gives none."), tone: policy.tone,
                anyTone: !policy.tone.isEmpty))
    }

    private static func heading(_ place: ToldPlace) -> String {
        switch place {
        case .compose: "While writing a post"
        case .account: "When taking an account on"
        case .acknowledgement: "When reading the policy"
        case .policy: "About the policy"
        case .help: "In the help of every page"
        case .conduct: "About personal accounts"
        case .families: "On the page for families"
        }
    }

    package static let examples: [Page] = {
        var toned = Policy.example
        toned.tone = ["Engaging", "Informative"]
        var silent = Policy.example
        silent.clauses = []
        return [toned, silent].map { page($0, tabs: [], policyLink: "/harbour-view/policy") }
    }()
}
