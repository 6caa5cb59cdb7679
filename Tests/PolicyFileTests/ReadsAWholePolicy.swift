import Governance
import Testing

@testable import PolicyFile

@Suite struct ReadsAWholePolicy {
    @Test func everyPartOfItIsRead() throws {
        let policy = try read(samplePolicy).get().policy
        #expect(policy.key == "LINK")
        #expect(policy.names == ["The Link School", "Link School"])
        #expect(policy.facts.status == "draft")
        #expect(policy.facts.version == nil)
        #expect(policy.facts.dated == PartialDate("2022-09"))
        #expect(policy.facts.approved == nil)
        #expect(policy.facts.review == .init(everyMonths: 12, due: nil, by: [.slt, .managementCommittee]))
        #expect(policy.facts.history.map(\.version) == ["V1.0"])
        #expect(policy.binds.map(\.who) == [.employee, .volunteer])
        #expect(policy.roles.map(\.role) == [.headteacher, .it, .slt])
        #expect(policy.related.first?.edition == "2019")
        #expect(policy.tone == ["Engaging", "Informative"])
        #expect(policy.clauses.map(\.at) == ["6.3(f)", "3.10"])
        #expect(policy.clauses[0].word == .must)
        #expect(policy.clauses[0].releasedBy == .headteacher)
        #expect(policy.clauses[0].duties == ["PUB-04"])
        #expect(policy.remarks.first?.source == "KCSIE")
        let shown = ShownPolicy(policy, emphasis: Emphasis(isOn: false))
        #expect(shown.nearest("6.3F") == "6.3(f)")
        #expect(shown.nearest("3.1") == "3.10")
        #expect(shown.nearest("Appendix") == nil)
        let turned = try read(sample("Reports go", becomes: "Reports \u{202E}go")).get().policy
        #expect(turned.remarks(on: Day(year: 2026, month: 11, day: 20)!).contains { $0.kind == .hiddenSign })
        #expect(!policy.remarks(on: Day(year: 2026, month: 11, day: 20)!).contains { $0.kind == .hiddenSign })
    }

    @Test func everyKindOfCarrierIsRead() throws {
        let clauses = try read(samplePolicy).get().policy.clauses
        let names = try Arguments(
            ["allowed": .words(["first-name", "initials"])], for: sampleControls[0].parameters)
        let none = try Arguments([:], for: [])
        #expect(
            clauses[0].carriers == [
                .control("sample.names", names, severity: nil),
                .control(
                    "sample.standing", none, severity: .hold,
                    because: "A reading of one's own standing is never certain."),
            ])
        #expect(
            clauses[1].carriers == [
                .duty(.reviewPosts), .setting("replies", "off"), .route(of: .misuse, to: [.headteacher]),
                .told(place: .compose, text: "Think first."), .fact("review"), .notYet(.accounts, nil),
                .notYet(.watch, "Comes with the rota."),
            ])
    }

    @Test func windowsLineEndsAndAByteOrderMarkChangeNothingButTheDigest() throws {
        let plain = try read(samplePolicy).get()
        let windows = "\u{FEFF}" + samplePolicy.replacing("\n", with: "\r\n")
        let other = try read(windows).get()
        #expect(plain.policy == other.policy)
        #expect(plain.digest != other.digest)
        #expect(other.bytes == Array(windows.utf8))
    }

    @Test func theDigestIsOfTheExactBytes() throws {
        #expect(digest(of: []) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        #expect(try read(samplePolicy).get().digest == digest(of: Array(samplePolicy.utf8)))
    }

    @Test func wordsOfYamlStayText() throws {
        let policy = try read(sample("status: draft", becomes: "status: no")).get().policy
        #expect(policy.facts.status == "no")
        let octal = try read(sample("at: 3.10", becomes: "at: 010")).get().policy
        #expect(octal.clauses[1].at == "010")
    }
}
