import ArgumentParser
import Foundation
import Governance
import PolicyFile
import PolicySeeds

/// `chaperone screen`: one case a line in, one result a line out, in order, flushed.
struct ScreenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "screen",
        abstract: "Judge drafts: one case a line in (JSON), one result a line out.",
        discussion: """
            Exit status: 0 when every line was judged, 1 when a line was in error, 2 on usage.
            A line's own "policy" wins over --policy.
            """)

    @Option(help: "The policy for lines that name none: a key such as LINK, or a policy file.")
    var policy: String?

    @Argument(help: "A file of cases, or - for standard input.")
    var input: String = "-"

    func run() throws {
        signal(SIGPIPE, SIG_IGN)
        let lines = try LineReader(path: input)
        let policies = try NamedPolicies(option: policy)
        var screener = Screener(fallback: policies.fallback, find: policies.find)
        var number = 0
        var failed = false
        while let line = try lines.next() {
            number += 1
            guard let answer = screener.answer(line: line, number: number) else { continue }
            switch answer {
            case .judged(let bytes): guard write(bytes) else { return }
            case .error(let bytes):
                failed = true
                guard write(bytes) else { return }
            }
        }
        if failed { throw ExitCode(1) }
    }

    /// False when nobody reads any more.
    private func write(_ line: [UInt8]) -> Bool {
        let bytes = line + [10]
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes {
                Foundation.write(1, $0.baseAddress?.advanced(by: sent), $0.count - sent)
            }
            if count < 0 {
                if errno == EINTR { continue }
                return false
            }
            sent += count
        }
        return true
    }
}
