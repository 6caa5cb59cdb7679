import Foundation
import Governance
import Testing

private struct Speak: Act {
    var says: String
}

private struct Loud: Control {
    typealias Subject = Speak
    static let id = "test.loud"
    static let about = "Nothing loud."
    static let parameters: [Parameter] = []
    static let codes = ["loud"]
    static let examples: [ControlExample<Speak>] = []
    init(_ arguments: Arguments) {}
    func examine(_ act: Speak) -> [Observation] {
        guard act.says.contains("!") else { return [] }
        return [
            Observation(
                "loud", evidence: act.says, basis: act.says.contains("on file") ? .record : .reading,
                says: "It is loud.", advice: "Whisper.")
        ]
    }
}

@Suite struct DoorTests {
    private let user = Identifier<User>("u1")
    private let now = Date(timeIntervalSince1970: 1_795_255_200)

    private func door(_ word: PolicyWord, releasedBy role: Role? = nil) throws -> Door<Speak> {
        let clause = Clause(
            at: "1", says: "Be quiet.", word: word, releasedBy: role,
            carriers: [.control("test.loud", try Arguments([:], for: []), severity: nil)])
        let policy = Policy(
            key: "TEST", title: "", organisation: "", names: [], nation: .england, facts: DocumentFacts(), binds: [],
            roles: [], related: [], tone: [], clauses: [clause], remarks: [])
        let rulebook = Rulebook(policy, catalogue: [ControlEntry(Loud.self)], ours: [])
        return Door(rulebook, policy: PolicyVersionID(key: "TEST", digest: ""), controlsRevision: "1")
    }

    private func isAdmitted(_ admission: Admission<Speak>) -> Bool {
        if case .admitted = admission { true } else { false }
    }

    @Test func aHoldGoesThroughOnlyByItsRoleOrOneAbove() throws {
        let door = try door(.should, releasedBy: .headteacher)
        let act = Speak(says: "Hear!")
        let key = try #require(door.decide(act, at: now).findings.first?.key)
        func admit(_ role: Role?) -> Bool {
            let releases = role.map { [Release(key, as: $0, by: user, reason: "fine")] } ?? []
            return isAdmitted(door.admit(act, at: now, releases: releases))
        }
        #expect(!admit(nil) && !admit(.slt) && !admit(.moderator))
        #expect(admit(.headteacher) && admit(.trustExecutive))
    }

    @Test func nobodyReleasesABlock() throws {
        let door = try door(.never)
        let act = Speak(says: "Hear!")
        let key = try #require(door.decide(act, at: now).findings.first?.key)
        let admission = door.admit(act, at: now, releases: [Release(key, as: .trustCEO, by: user, reason: "x")])
        guard case .refused(let refusal) = admission else { throw Unexpected() }
        #expect(refusal.blocks.count == 1 && refusal.holds.isEmpty)
    }

    @Test func aConfirmedCorrectionCoversAReadingAndNeverARecord() throws {
        let door = try door(.never)
        for (says, expected) in [("Hear!", true), ("Hear what is on file!", false)] {
            let act = Speak(says: says)
            let key = try #require(door.decide(act, at: now).findings.first?.key)
            let correction = ConfirmedCorrection(key, by: user, says: "a street name")
            #expect(isAdmitted(door.admit(act, at: now, corrections: [correction])) == expected)
        }
    }

    @Test func whatCoversOneTextDoesNotCoverAnother() throws {
        let door = try door(.should)
        let key = try #require(door.decide(Speak(says: "Hear!"), at: now).findings.first?.key)
        let release = Release(key, as: .slt, by: user, reason: "fine")
        #expect(isAdmitted(door.admit(Speak(says: "  HEAR!"), at: now, releases: [release])))
        #expect(!isAdmitted(door.admit(Speak(says: "Louder!"), at: now, releases: [release])))
    }

    @Test func aWarningStopsNothing() throws {
        #expect(isAdmitted(try door(.consider).admit(Speak(says: "Hear!"), at: now)))
    }
}
