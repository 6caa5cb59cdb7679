import Foundation
import Synchronization

/// Starts programs one after another: `Process.run` of Foundation 6.3 on Linux may read past the end of what another
/// `run` beside it frees, and takes all tests with it.
let launching = Mutex(())

extension Process {
    func runAlone() throws {
        try launching.withLock { _ in try run() }
    }
}

let program = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: ".build/debug/chaperone")

/// Runs the program, or kills it after so long if it has not ended by then; the status it ends with.
func launched(_ arguments: [String], killedAfter end: Duration?) async throws -> Int32 {
    let child = Process()
    child.executableURL = program
    child.arguments = arguments
    child.standardOutput = FileHandle.nullDevice
    child.standardError = FileHandle.nullDevice
    try child.runAlone()
    if let end {
        try await Task.sleep(for: end)
        if child.isRunning { kill(child.processIdentifier, SIGKILL) }
    }
    child.waitUntilExit()
    return child.terminationStatus
}
