import Foundation
import Testing

/// Foundation's `Process` of 6.3 on Linux reads past the end of what it has once a thousand and more files are open
/// (swift-corelibs-foundation 5472). The program starts others by Subprocess, the tests by `StartedProgram`.
@Suite struct Processes {
    @Test(arguments: ["Sources", "Tests", "Benchmarks"]) func nothingIsStartedByFoundation(folder: String) throws {
        for file in swiftFiles(in: folder) {
            let text = try String(contentsOf: file, encoding: .utf8)
            #expect(!text.contains(/\bProcess\(\)/), "\(file.path)")
        }
    }
}
