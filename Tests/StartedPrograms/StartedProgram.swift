import Foundation
import Synchronization

/// A program that runs beside the tests, ended with them.
///
/// Not Foundation's `Process`: that of 6.3 on Linux reads 256 bytes of each name in /proc/self/fd, past the end of what
/// it has once a thousand and more files are open, and takes all tests with it (swift-corelibs-foundation 5472).
package final class StartedProgram: Sendable {
    package let identifier: pid_t
    /// Where its input is written; nothing is closed before this is.
    package let input: FileHandle
    package let output: FileHandle
    package let errors: FileHandle

    private let status = Mutex<Ending?>(nil)

    /// Where what it says goes.
    package enum Hearing: Sendable {
        /// `output` has its errors too.
        case together
        case apart
        /// Its errors are those of the tests.
        case output
        case nothing
    }

    /// How a program ended: its own status, or the signal that ended it.
    package enum Ending: Equatable, Sendable {
        case status(Int32)
        case signal(Int32)
    }

    /// - Throws: `POSIXError` if there is no such program.
    package init(_ program: URL, _ arguments: [String] = [], heard hearing: Hearing = .together) throws {
        let started = try Self.starting.withLock { _ in try Self.start(program, arguments, hearing) }
        identifier = started.identifier
        input = started.pipes.input.fileHandleForWriting
        output = started.pipes.output.fileHandleForReading
        errors = started.pipes.errors.fileHandleForReading
    }

    /// One after another, so that no program gets hold of the pipes of one beside it, whose end would never come.
    private static let starting = Mutex(())

    private static func start(
        _ program: URL, _ arguments: [String], _ hearing: Hearing
    ) throws -> (identifier: pid_t, pipes: (input: Pipe, output: Pipe, errors: Pipe)) {
        let (input, output, errors) = (Pipe(), Pipe(), Pipe())
        for end in [input, output, errors].flatMap({ [$0.fileHandleForReading, $0.fileHandleForWriting] }) {
            _ = fcntl(end.fileDescriptor, F_SETFD, FD_CLOEXEC)
        }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input.fileHandleForReading.fileDescriptor, STDIN_FILENO)
        for number in hearing == .output ? [STDOUT_FILENO] : [STDOUT_FILENO, STDERR_FILENO] {
            if hearing == .nothing {
                posix_spawn_file_actions_addopen(&actions, number, "/dev/null", O_WRONLY, 0)
            } else {
                let pipe = number == STDERR_FILENO && hearing == .apart ? errors : output
                posix_spawn_file_actions_adddup2(&actions, pipe.fileHandleForWriting.fileDescriptor, number)
            }
        }

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        var broken = sigset_t()
        sigemptyset(&broken)
        sigaddset(&broken, SIGPIPE)
        posix_spawnattr_setsigdefault(&attributes, &broken)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

        var words: [UnsafeMutablePointer<CChar>?] = ([program.path] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var identifier: pid_t = 0
        let failure = posix_spawn(&identifier, program.path, &actions, &attributes, &words, environ)
        guard failure == 0 else { throw POSIXError(POSIXErrorCode(rawValue: failure) ?? .ENOEXEC) }
        for end in [input.fileHandleForReading, output.fileHandleForWriting, errors.fileHandleForWriting] {
            try end.close()
        }
        return (identifier, (input, output, errors))
    }

    deinit { try? input.close() }

    package var isRunning: Bool { ending == nil }

    /// Waits until it has ended.
    @discardableResult package func ended() -> Ending {
        while true {
            if let ending { return ending }
            usleep(5_000)
        }
    }

    package func kill(_ signal: Int32) {
        status.withLock { status in
            // its number may be another's as soon as it was waited for
            if status == nil { _ = Foundation.kill(identifier, signal) }
        }
    }

    private var ending: Ending? {
        status.withLock { status in
            if let status { return status }
            var word: Int32 = 0
            guard waitpid(identifier, &word, WNOHANG) == identifier else { return nil }
            // WIFSIGNALED and WEXITSTATUS of wait(2)
            let signal = word & 0x7f
            status = signal == 0 ? .status(word >> 8 & 0xff) : .signal(signal)
            return status
        }
    }
}
