import Governance
import Testing

@testable import PolicyFile

private func state(of duty: String, _ carriers: [Carrier]...) -> Coverage.State? {
    var policy = samplePolicyRead
    policy.clauses = carriers.enumerated().map { index, carriers in
        Clause(at: "\(index)", says: "", duties: [duty], carriers: carriers)
    }
    return Coverage([policy]).rows.first { $0.duty.id == duty }?.cells[0].state
}

private let samplePolicyRead = Policy(
    key: "LINK", title: "", organisation: "", names: [], nation: .england, facts: DocumentFacts(), binds: [], roles: [],
    related: [], tone: [], clauses: [], remarks: [])

@Suite struct CoverageOfDuties {
    @Test func aDutyIsCarriedToldOrNotYet() {
        #expect(state(of: "PUB-04", [.fact("review")]) == .carried)
        #expect(state(of: "PUB-04", [.told(place: .help, text: "")]) == .told)
        #expect(state(of: "PUB-04", [.told(place: .help, text: ""), .notYet(.watch, nil)]) == .notYet)
        #expect(state(of: "PUB-04", [.duty(.reviewPosts)], [.notYet(.watch, nil)]) == .partly)
    }

    @Test func whatThePaperHasAndNoClauseNamesIsMissing() {
        #expect(state(of: "PUB-04") == .missing)
        #expect(state(of: "PUB-22") == .silent)
    }

    @Test func theSampleIsShownInEveryForm() throws {
        let coverage = Coverage([try read(samplePolicy).get().policy])
        #expect(coverage.text.contains("PUB-04   carried"))
        #expect(coverage.markdown.contains("| PUB-04 | Pupils are not identified. | carried (6.3(f)) |"))
        #expect(try coverage.json().contains("\"state\" : \"carried\""))
    }
}
