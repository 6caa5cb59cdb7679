import Governance

extension SchoolReach {
    /// The schools as SQL reads them with `json_each`; null: all.
    var asJSON: String? {
        guard case .only(let schools) = self else { return nil }
        return "[" + schools.map { "\"\($0.text)\"" }.sorted().joined(separator: ",") + "]"
    }
}
