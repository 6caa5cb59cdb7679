import Governance
import Testing

@testable import PolicyFile

/// The sample carries none of the controls over posts, so only what is ours holds: a post without a roll.
private func run(_ lines: String) throws -> CaseRun {
    CaseRun(Array(lines.utf8), by: try read(samplePolicy).get().policy)
}

/// A case with an innocent post and these expected findings.
private func line(_ more: String = "", expects verdict: String, _ findings: String) -> String {
    """
    {\(more) "draft": {"capacity": "school_account", "channel": "website", "audience": "public", \
    "publish_at": "2026-11-21T09:00:00Z", "text": "The hall is open.", "media": [], "links": []}, \
    "expect": {"verdict": "\(verdict)", "findings": [\(findings)]}}

    """
}

@Suite struct CasesOfAPolicy {
    @Test func anAnswerAsExpectedPasses() throws {
        let given = try run(
            line("\"id\": 1,", expects: "hold", "{\"code\": \"roll_missing\", \"clause\": null}") + "\n")
        #expect(given.cases == 1)
        #expect(given.failures.isEmpty)
    }

    @Test func anotherAnswerFailsAndSaysBoth() throws {
        let more = "\"id\": \"a\", \"says\": \"an open hall\", \"roll\": [],"
        let given = try run(line(more, expects: "hold", "{\"code\": \"roll_missing\"}"))
        #expect(given.failures.map(\.expected) == ["hold: roll_missing"])
        #expect(given.failures.map(\.given) == ["clear"])
        #expect(given.text(file: "x.jsonl").hasPrefix("x.jsonl:1: a: an open hall\n"))
    }

    @Test(arguments: ["\"clause\": \"3.1\"", "\"severity\": \"block\"", "\"field\": \"text\"", "\"refs\": [\"P1\"]"])
    func eachDetailIsCompared(detail: String) throws {
        let given = try run(line(expects: "hold", "{\"code\": \"roll_missing\", \(detail)}"))
        #expect(given.failures.count == 1)
    }

    @Test func aFindingTooManyFails() throws {
        #expect(try run(line(expects: "hold", "")).failures.count == 1)
    }

    @Test(arguments: ["{", "{\"id\": 1}", "[]", "{\"expect\": {\"verdict\": \"clear\"}}", "{\"expect\": 1}"])
    func aCaseThatCannotBeJudgedFails(line: String) throws {
        #expect(try run(line).failures.count == 1)
    }
}
