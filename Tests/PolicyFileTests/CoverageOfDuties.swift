import Governance
import PolicySeeds
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

private func rule(_ id: String) throws -> Carrier {
    .control(id, try Arguments([:], for: []), severity: nil)
}

@Suite struct CoverageOfDuties {
    /// The states of one clause's duties, in their order.
    private static func states(of duties: [String], _ carriers: [Carrier]) -> [Coverage.State] {
        var policy = samplePolicyRead
        policy.clauses = [Clause(at: "1", says: "", duties: duties, carriers: carriers)]
        let rows = Coverage([policy]).rows
        return duties.compactMap { duty in rows.first { $0.duty.id == duty }?.cells[0].state }
    }

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

    @Test func aCarrierCountsForTheDutiesOfItsOwnRoom() throws {
        let states = Self.states(
            of: ["PUB-10", "ACC-10", "CON-05"],
            [try rule("publishing.affiliate-links"), .notYet(.accounts, nil), .told(place: .conduct, text: "")])
        #expect(states == [.carried, .notYet, .told])
        #expect(
            Self.states(of: ["HBK-10", "OVR-02"], [.route(of: .oversight, to: [.slt]), .notYet(.oversight, nil)])
                == [.carried, .notYet])
        #expect(
            Self.states(of: ["HBK-05", "INC-08"], [.fact("related"), .notYet(.incidents, nil)]) == [.carried, .notYet])
    }

    @Test func whatWaitsForOneDutyDoesNotHoldUpTheOthers() {
        let named = Carrier.notYet(.handbook, nil, duties: ["HBK-06"])
        #expect(Self.states(of: ["HBK-03", "HBK-06"], [.fact("binds"), named]) == [.carried, .partly])
        #expect(
            Self.states(of: ["HBK-03", "HBK-06"], [.fact("binds"), .notYet(.handbook, nil)]) == [.partly, .partly])
    }

    @Test func aDutyBesideWhichOnlyOtherRoomsAreCarriedIsMissing() throws {
        #expect(
            Self.states(of: ["PUB-10", "ACC-10"], [try rule("publishing.affiliate-links")]) == [.carried, .missing])
    }

    @Test func aCarrierOfARoomThatTheClauseHasNoDutyOfCountsForAll() throws {
        #expect(Self.states(of: ["CON-01"], [try rule("publishing.disclaimer")]) == [.carried])
        #expect(Self.states(of: ["ACC-07", "PUB-15"], [.notYet(.people, nil)]) == [.notYet, .notYet])
        #expect(
            Self.states(of: ["ACC-10", "INC-05"], [.told(place: .policy, text: "")]) == [.told, .told])
    }

    @Test func noneOfTheFiveLeavesOutWhatTheTableOfDutiesFindsInIt() throws {
        let policies = try PolicySeeds.files.map { try PolicyFile.read($0.bytes).get().policy }
        #expect(policies.count == 5)
        for row in Coverage(policies).rows {
            for (policy, cell) in zip(policies, row.cells) {
                #expect(cell.state != .missing, "\(policy.key) \(row.duty.id)")
                if cell.expected == nil { continue }
                #expect(cell.state != .silent, "\(policy.key) \(row.duty.id)")
            }
        }
    }

    @Test func theSampleIsShownInEveryForm() throws {
        let coverage = Coverage([try read(samplePolicy).get().policy])
        #expect(coverage.text.contains("PUB-04   carried"))
        #expect(coverage.markdown.contains("| PUB-04 | Pupils are not identified. | carried (6.3(f)) |"))
        #expect(try coverage.json().contains("\"state\" : \"carried\""))
    }
}
