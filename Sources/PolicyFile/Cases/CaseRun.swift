import Foundation
import Governance

/// The cases beside a policy, judged by it.
package struct CaseRun: Sendable {
    /// A case that did not get its answer.
    package struct Failure: Sendable, Equatable {
        package let line: Int
        package let id: String
        /// What the case shows.
        package let says: String
        package let expected: String
        package let given: String
    }
    package private(set) var cases = 0
    package private(set) var failures: [Failure] = []

    package init(_ bytes: [UInt8], by policy: Policy) {
        var screener = Screener(fallback: policy.key) { (_: String) throws(CaseProblem) in policy }
        for (index, line) in bytes.split(separator: 10, omittingEmptySubsequences: false).enumerated() {
            let line = Array(line)
            guard let answer = screener.answer(line: line, number: index + 1) else { continue }
            cases += 1
            if let failure = Self.failure(of: line, number: index + 1, answer) { failures.append(failure) }
        }
    }

    private static func failure(of line: [UInt8], number: Int, _ answer: Screener.Answer) -> Failure? {
        let told = try? JSONDecoder().decode(ToldCase.self, from: Data(line))
        let failure = { (expected: String, given: String) in
            Failure(line: number, id: told?.id ?? "", says: told?.says ?? "", expected: expected, given: given)
        }
        guard let expected = told?.expect else {
            return failure("an answer under `expect`, with its verdict", "none, or one that cannot be read")
        }
        let inWords = words(expected.verdict, expected.findings.map(\.inWords))
        guard case .judged(let bytes) = answer,
            let given = try? JSONDecoder().decode(GivenAnswer.self, from: Data(bytes))
        else {
            guard case .error(let bytes) = answer else { return failure(inWords, "an answer that cannot be read") }
            return failure(inWords, "the error \(String(decoding: bytes, as: UTF8.self))")
        }
        guard expected.verdict == given.verdict, matches(expected.findings, given.findings) else {
            return failure(inWords, words(given.verdict, given.findings.map(\.inWords)))
        }
        return nil
    }

    /// Whether each expected finding has one of its own among those given, and none is left over.
    private static func matches(_ expected: [ExpectedFinding], _ given: [GivenFinding]) -> Bool {
        var left = given
        for finding in expected.sorted(by: { $0.precision > $1.precision }) {
            guard let place = left.firstIndex(where: finding.fits) else { return false }
            left.remove(at: place)
        }
        return left.isEmpty
    }

    private static func words(_ verdict: String, _ findings: [String]) -> String {
        findings.isEmpty ? verdict : "\(verdict): \(findings.joined(separator: "; "))"
    }

    /// For a terminal.
    ///
    /// - Parameter file: the name of the file of cases.
    package func text(file: String) -> String {
        var text = ""
        for failure in failures {
            text += "\(file):\(failure.line): \(failure.id): \(failure.says)\n"
            text += "    expected  \(failure.expected)\n    given     \(failure.given)\n"
        }
        let good = cases - failures.count
        return text
            + "\(file): \(cases) \(cases == 1 ? "case" : "cases"), \(good) as expected, \(failures.count) not.\n"
    }
}

/// What a case says beside the draft and the roll.
private struct ToldCase: Decodable {
    let id: String?
    let says: String?
    let expect: CaseExpectation?

    enum CodingKeys: CodingKey { case id, says, expect }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        let number = (try? fields.decode(Int.self, forKey: .id)).map { String($0) }
        id = (try? fields.decode(String.self, forKey: .id)) ?? number
        says = try? fields.decode(String.self, forKey: .says)
        expect = try? fields.decode(CaseExpectation.self, forKey: .expect)
    }
}
