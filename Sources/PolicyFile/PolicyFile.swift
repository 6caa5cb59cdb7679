import Governance

/// Reads policy files.
package enum PolicyFile {
    /// The largest file that is read, in bytes.
    package static let largest = 1 << 20

    /// Turns the bytes of a file into a policy, or into every problem found in them.
    ///
    /// - Parameter controls: the controls a file may name.
    package static func read(
        _ bytes: [UInt8], controls: [ControlFacts] = controlCatalogue
    ) -> Result<PolicyDocument, PolicyFaults> {
        let problems = Problems()
        guard let text = readText(bytes, problems), let root = compose(text, problems) else {
            return .failure(PolicyFaults(problems.sorted))
        }
        let policy = readPolicy(
            Item(node: root, path: "", problems: problems),
            controls: Dictionary(controls.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }))
        guard let policy, problems.all.isEmpty else { return .failure(PolicyFaults(problems.sorted)) }
        return .success(PolicyDocument(policy: policy, digest: digest(of: bytes), bytes: bytes))
    }
}
