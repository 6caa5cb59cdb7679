import Foundation
import Testing

/// What each layer may import, beside Foundation, as the table of docs/architecture.md says: "| `Layer` | does | names |".
/// SwiftPM lets a target import anything that is built, so the imports are read here.
private let layers: [String: Set<String>] = {
    let text = (try? String(contentsOf: projectRoot.appending(path: "docs/architecture.md"), encoding: .utf8)) ?? ""
    var layers: [String: Set<String>] = [:]
    for line in text.split(separator: "\n") where line.hasPrefix("| `") {
        let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        guard cells.count == 3 else { continue }
        let names = cells[2] == "nothing" ? [] : cells[2].split(separator: ",")
        layers[cells[0].filter { $0 != "`" }] = Set(names.map { $0.trimmingCharacters(in: .whitespaces) })
    }
    return layers
}()

/// The folder that Package.swift is in.
let projectRoot = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

/// Every Swift file under a folder of the project.
func swiftFiles(in folder: String) -> [URL] {
    let found = FileManager.default.enumerator(at: projectRoot.appending(path: folder), includingPropertiesForKeys: nil)
    return (found?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }
}

/// The modules that a file imports.
func imports(of file: URL) throws -> [String] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
        let words = line.split(separator: " ").drop { $0.hasPrefix("@") || $0 == "public" || $0 == "package" }
        guard words.first == "import", let last = words.last else { return nil }
        return last.split(separator: ".").first.map(String.init)
    }
}

@Test(arguments: layers.keys.sorted())
func eachLayerImportsOnlyWhatItMay(layer: String) throws {
    let files = swiftFiles(in: layer == "PolicySeeds" ? "Policies" : "Sources/\(layer)")
    #expect(!files.isEmpty, "the layer \(layer) has no files")
    let allowed = (layers[layer] ?? []).union(["Foundation", "FoundationEssentials", "Synchronization", "Dispatch"])
    for file in files {
        for name in try imports(of: file) where !allowed.contains(name) {
            Issue.record("\(file.lastPathComponent) in \(layer) imports \(name)")
        }
    }
}

@Test func everySourceFolderIsAKnownLayer() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: projectRoot.appending(path: "Sources").path)
    let known = Set(layers.keys)
    #expect(known.count >= 10)
    for folder in folders where !known.contains(folder) { Issue.record("Sources/\(folder) is no layer") }
}

/// What a layer cannot name it cannot use: a second engine can stand behind Store and Reading.
@Test func onlyStoreAndReadingKnowTheDatabase() throws {
    for layer in layers.keys where layers[layer]?.contains("GRDB") == true {
        #expect(["Store", "Reading"].contains(layer))
    }
}
