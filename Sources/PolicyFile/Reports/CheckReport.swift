import Foundation
import Governance

/// What a check says of one file: its errors, or else the remarks on it.
package struct CheckReport: Sendable {
    package let file: String
    package let problems: [PolicyProblem]
    /// Nil when the file is no policy.
    package let document: PolicyDocument?
    package let found: [FoundRemark]

    package init(file: String, bytes: [UInt8], on day: Day, controls: [ControlFacts] = controlCatalogue) {
        self.file = file
        switch PolicyFile.read(bytes, controls: controls) {
        case .success(let document):
            self.document = document
            problems = []
            found = document.policy.remarks(on: day)
        case .failure(let faults):
            document = nil
            problems = faults.problems
            found = []
        }
    }

    /// For people: one line an error, as compilers write them, with what to do below; then the remarks.
    package var text: String {
        guard let policy = document?.policy else {
            return problems.map { $0.lines(in: file) }.joined() + "\(file): \(count(problems.count, "error")).\n"
        }
        var text = ""
        for remark in found {
            text += "\(file): remark: \(remark.at.map { "\($0): " } ?? "")\(remark.says)\(source(remark.source))\n"
        }
        for remark in policy.remarks {
            text += "\(file): noted: \(remark.at.map { "\($0): " } ?? "")\(remark.says)\(source(remark.source))\n"
        }
        return text
            + "\(file): no errors; \(count(policy.clauses.count, "clause")), "
            + "\(count(found.count, "remark")), \(policy.remarks.count) noted in the file.\n"
    }

    private func source(_ source: String?) -> String { source.map { " [\($0)]" } ?? "" }
    private func count(_ number: Int, _ word: String) -> String { "\(number) \(word)\(number == 1 ? "" : "s")" }
}

extension PolicyProblem {
    fileprivate func lines(in file: String) -> String {
        let place = path.isEmpty ? "" : " [\(path)]"
        return "\(file):\(line):\(column): error: \(says)\(place)\n    \(advice)\n"
    }
}
