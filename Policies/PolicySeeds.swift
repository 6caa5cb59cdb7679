/// The policy files built into the program. They only seed: what an organisation runs is a version in its database.
package enum PolicySeeds {
    /// In the order in which they are offered.
    private static let keys = ["LLT", "DSAT", "PEN", "LINK", "DHL"]

    /// Exact bytes by key.
    package static let files: [(key: String, bytes: [UInt8])] = embedded(".yaml")

    /// The cases beside each policy, one a line.
    package static let cases: [(key: String, bytes: [UInt8])] = embedded(".cases.jsonl")

    /// A policy for a school to make its own.
    package static let template: [UInt8] = bytes(ofFile: "template.yaml") ?? []

    /// The bytes of one policy by its key, in capitals or small letters; `template` too.
    package static func bytes(of key: String) -> [UInt8]? {
        if key.lowercased() == "template" { return template }
        return files.first { $0.key == key.uppercased() }?.bytes
    }

    private static func embedded(_ ending: String) -> [(key: String, bytes: [UInt8])] {
        keys.compactMap { key in bytes(ofFile: key + ending).map { (key: key, bytes: $0) } }
    }

    private static func bytes(ofFile path: String) -> [UInt8]? {
        EmbeddedFiles.all.first { $0.path == path }.map { Array($0.text.utf8) }
    }
}
