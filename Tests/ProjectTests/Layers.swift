import Foundation
import Testing

/// The layers and what each may import, beside Foundation; docs/architecture.md says why.
/// SwiftPM lets a target import anything that is built, so the imports are read here.
private let layers: [String: Set<String>] = [
    "Governance": [],
    "PolicyFile": ["Governance", "Yams", "Crypto"],
    "Store": ["Governance", "GRDB", "Crypto"],
    "Reading": ["Governance", "Store", "GRDB"],
    "Actions": ["Governance", "PolicyFile", "PolicySeeds", "Store", "Crypto", "CryptoExtras", "Logging"],
    "Schedule": ["Governance", "Actions", "ServiceLifecycle", "Logging"],
    "Website": [
        "Governance", "Actions", "Reading", "Hummingbird", "HummingbirdCore", "HummingbirdTLS", "Mustache", "Logging",
        "NIOCore", "NIOSSL", "HTTPTypes", "ServiceLifecycle",
    ],
    "DemoSchools": ["Governance", "Actions", "PolicySeeds"],
]

private let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

private func swiftFiles(in folder: String) -> [URL] {
    let found = FileManager.default.enumerator(at: root.appending(path: folder), includingPropertiesForKeys: nil)
    return (found?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }
}

private func imports(of file: URL) throws -> [String] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
        let words = line.split(separator: " ").drop { $0.hasPrefix("@") || $0 == "public" || $0 == "package" }
        guard words.first == "import", let last = words.last else { return nil }
        return last.split(separator: ".").first.map(String.init)
    }
}

@Test(arguments: layers.keys.sorted())
func eachLayerImportsOnlyWhatItMay(layer: String) throws {
    let files = swiftFiles(in: "Sources/\(layer)")
    #expect(!files.isEmpty, "the layer \(layer) has no files")
    let allowed = (layers[layer] ?? []).union(["Foundation", "FoundationEssentials", "Synchronization", "Dispatch"])
    for file in files {
        for name in try imports(of: file) where !allowed.contains(name) {
            Issue.record("\(file.lastPathComponent) in \(layer) imports \(name)")
        }
    }
}

@Test func everySourceFolderIsAKnownLayer() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: root.appending(path: "Sources").path)
    let known = Set(layers.keys).union(["chaperone"])
    for folder in folders where !known.contains(folder) { Issue.record("Sources/\(folder) is no layer") }
}

@Test func databaseTypesStayBehindTheStore() throws {
    for layer in ["Store", "Reading"] {
        for file in swiftFiles(in: "Sources/\(layer)") {
            let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            for line in lines where line.trimmingPrefix(" ").hasPrefix("package") && line.contains("func ") {
                let leaks = ["Database)", "Database,", "DatabasePool", "DatabaseWriter", "DatabaseReader", ": Row"]
                for leak in leaks where line.contains(leak) && !line.contains("OrganisationDatabase") {
                    Issue.record("\(file.lastPathComponent): \(line) shows \(leak)")
                }
            }
        }
    }
}
