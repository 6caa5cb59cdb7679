import Governance
import PolicyFile
import Store

/// Reads bytes as a policy file; every fault as an error of the field `policy`, with its line and what to do.
func readPolicy(_ bytes: [UInt8]) throws -> PolicyDocument {
    switch PolicyFile.read(bytes) {
    case .success(let document): return document
    case .failure(let faults):
        throw ActionError.invalid(
            faults.problems.map { FieldError("policy", "Line \($0.line): \($0.says) \($0.advice)") })
    }
}

/// One thing wrong with a file that shall become a policy.
package struct PolicyFault: Sendable, Equatable {
    /// From 1.
    package let line: Int
    /// From 1.
    package let column: Int
    package let says: String
    package let advice: String
    /// The line itself, without the space around it; empty when there is no such line.
    package let text: String
}

/// Every fault of a file, in its order, as `chaperone policy check` gives them; empty when it can be taken.
package func policyFaults(in bytes: [UInt8]) -> [PolicyFault] {
    guard case .failure(let faults) = PolicyFile.read(bytes) else { return [] }
    let lines = bytes.count > PolicyFile.largest ? [] : bytes.split(separator: 10, omittingEmptySubsequences: false)
    return faults.problems.map { problem in
        let text =
            lines.indices.contains(problem.line - 1) ? String(decoding: lines[problem.line - 1], as: UTF8.self) : ""
        return PolicyFault(
            line: problem.line, column: problem.column, says: problem.says, advice: problem.advice,
            text: String(trimmed(text).prefix(200)))
    }
}

/// A version in force that this release cannot read; the program does not start on it.
package struct UnreadablePolicy: Error {
    /// For the person at the machine: which organisation, which policy, which line.
    package let says: String
}

extension Installation {
    /// Reads every policy that is in force anywhere; throws `UnreadablePolicy` at the first that cannot be read.
    package func checkPolicies() async throws {
        for listed in try await organisations() {
            let organisation = try await organisation(listed.slug)
            for version in try await organisation.database.policiesInForce() {
                do { _ = try await organisation.policy(version) } catch let faults as PolicyFaults {
                    let first = faults.problems.first
                    throw UnreadablePolicy(
                        says: "\(listed.name) has \(version.words.key), \(version.title), in force, and this release "
                            + "cannot read it: line \(first?.line ?? 1): \(first?.says ?? "It is no policy.") "
                            + "\(first?.advice ?? "") Use the release that put it in force, or a later one.")
                }
            }
        }
    }
}
