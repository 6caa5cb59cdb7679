import ArgumentParser
import Governance
import PolicyFile
import PolicySeeds

/// The policies a command may name: those built in, by key, and one file.
struct NamedPolicies {
    /// The key that `--policy` stands for.
    let fallback: String?
    private let ofFile: Policy?

    /// - Throws: a usage error when the option is neither a key nor a readable policy file.
    init(option: String?) throws {
        guard let option else {
            (fallback, ofFile) = (nil, nil)
            return
        }
        let source = try PolicySource(option)
        do {
            let policy = try source.document().policy
            (fallback, ofFile) = (policy.key, policy)
        } catch is ExitCode {
            throw ExitCode(2)
        }
    }

    func find(_ key: String) throws(CaseProblem) -> Policy {
        if let ofFile, ofFile.key == key { return ofFile }
        guard let seed = PolicySeeds.files.first(where: { $0.key == key }) else {
            let known = (PolicySeeds.files.map(\.key) + [ofFile?.key].compactMap { $0 }).joined(separator: ", ")
            throw CaseProblem("policy", "\"\(key)\" is not a policy known here; known are \(known)")
        }
        switch PolicyFile.read(seed.bytes) {
        case .success(let document): return document.policy
        case .failure(let faults): throw CaseProblem("policy", "\(key) has faults: \(Self.sentence(faults))")
        }
    }

    private static func sentence(_ faults: PolicyFaults) -> String {
        guard let first = faults.problems.first else { return "it cannot be read" }
        return "line \(first.line), column \(first.column): \(first.says)"
    }
}
