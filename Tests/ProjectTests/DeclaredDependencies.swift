import Foundation
import Testing

/// What a target of Package.swift says it depends on. A module that is imported and not named builds only when some
/// other target happened to be built before it: on the developer's machine, and not on a fresh clone.
private struct DeclaredTarget {
    let name: String
    let folder: String
    let declaration: Substring

    static func all() throws -> [DeclaredTarget] {
        let manifest = try String(contentsOf: projectRoot.appending(path: "Package.swift"), encoding: .utf8)
        let starts = manifest.matches(of: /\.(target|executableTarget|testTarget)\(\s*name: "([^"]+)"/)
        return zip(starts.indices, starts).map { index, start in
            let end = index + 1 < starts.count ? starts[index + 1].range.lowerBound : manifest.endIndex
            let declaration = manifest[start.range.lowerBound..<end]
            let usual = (start.1 == "testTarget" ? "Tests/" : "Sources/") + start.2
            let folder = declaration.firstMatch(of: /path: "([^"]+)"/).map { String($0.1) } ?? usual
            return DeclaredTarget(name: String(start.2), folder: folder, declaration: declaration)
        }
    }
}

@Test func everyTargetDeclaresTheTargetsItImports() throws {
    let targets = try DeclaredTarget.all()
    #expect(targets.count >= 18)
    let names = Set(targets.map(\.name))
    for target in targets {
        for file in swiftFiles(in: target.folder) {
            for module in try imports(of: file) where names.contains(module) {
                if target.declaration.contains("\"\(module)\"") { continue }
                Issue.record(
                    "\(target.folder)/\(file.lastPathComponent) imports \(module), not a dependency of its target")
            }
        }
    }
}
