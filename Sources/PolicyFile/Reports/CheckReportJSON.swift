import Foundation
import Governance

extension [CheckReport] {
    /// For programs; docs/writing-a-policy.md gives the shape.
    package func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let files = map { report in
            CheckedFile(
                file: report.file, policy: report.document?.policy.key, digest: report.document?.digest,
                errors: report.problems,
                remarks: report.found.map {
                    CheckedRemark(kind: $0.kind.rawValue, at: $0.at, says: $0.says, source: $0.source)
                },
                noted: report.document?.policy.remarks.map {
                    CheckedRemark(kind: nil, at: $0.at, says: $0.says, source: $0.source)
                } ?? [])
        }
        return String(decoding: try encoder.encode(Checked(files: files)), as: UTF8.self) + "\n"
    }
}

private struct Checked: Encodable {
    let files: [CheckedFile]
}

private struct CheckedFile: Encodable {
    let file: String
    let policy: String?
    let digest: String?
    let errors: [PolicyProblem]
    let remarks: [CheckedRemark]
    let noted: [CheckedRemark]
}

private struct CheckedRemark: Encodable {
    let kind: String?
    let at: String?
    let says: String
    let source: String?
}
