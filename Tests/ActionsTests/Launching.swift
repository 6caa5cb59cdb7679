import Foundation
import StartedPrograms

let program = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: ".build/debug/chaperone")

/// Runs the program, or kills it after so long if it has not ended by then.
@discardableResult func launched(
    _ arguments: [String], killedAfter end: Duration?
) async throws -> StartedProgram.Ending {
    let child = try StartedProgram(program, arguments, heard: .nothing)
    if let end {
        try await Task.sleep(for: end)
        child.kill(SIGKILL)
    }
    return child.ended()
}
