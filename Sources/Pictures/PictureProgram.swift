import Foundation
import Governance
import Subprocess
import SystemPackage

/// Has the program `chaperone-pictures` decode a picture or read a film: a process for each, which can open nothing, reach nothing, and ends
/// itself when it takes too long. Whatever a hostile file does there, it does to that process alone.
package struct PictureProgram: Sendable {
    /// The largest file that is taken; a phone's picture has 2 to 12 MB.
    package static let mostBytes = 40 * 1_024 * 1_024
    /// Of a decoded picture: twice what the largest phones of 2026 take by default.
    package static let mostPixels = 100_000_000.0
    /// Of a file's bytes: a phone's picture has 2 to 30, a drawing of few colours some hundreds, and a file that was made to
    /// fill a decoder's memory thousands.
    package static let mostPixelsOfAByte = 1_000.0
    /// Up to so many pixels that is not asked: a drawing may be all one colour, and does no harm.
    package static let plainPixels = 25_000_000.0
    private let path: String

    /// - Parameter path: of the program; nil: the one beside this program.
    package init(path: String? = nil) {
        self.path = path ?? Self.beside
    }

    private static var beside: String {
        let own = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        return URL(filePath: own ?? CommandLine.arguments[0]).deletingLastPathComponent()
            .appending(path: "chaperone-pictures").path
    }

    /// Whether the program is where it should be.
    package var isThere: Bool { FileManager.default.isExecutableFile(atPath: path) }

    /// Throws `PictureTrouble`, and what `keepFilm` throws.
    ///
    /// - Parameter keepFilm: gets the bytes of a film, one piece after the other; not called for a picture.
    package func prepare(
        _ file: FileToPrepare, sizes: [PictureExchange.Size],
        keepFilm: @Sendable @escaping ([UInt8]) async throws -> Void = { _ in }
    ) async throws -> PreparedPicture {
        guard isThere else { throw PictureTrouble.noProgram }
        guard file.length > 0 else { throw PictureTrouble.refused(.notAPicture) }
        let request = PictureExchange.Request(
            length: file.length, mostPixels: Self.mostPixels, mostPixelsOfAByte: Self.mostPixelsOfAByte,
            plainPixels: Self.plainPixels, mostFilmPixels: FilmBounds.mostPixels, mostSeconds: FilmBounds.mostSeconds,
            mostPictureBytes: Self.mostBytes, sizes: sizes)
        let head = try PictureExchange.frame(request, [])
        var run = try await run(head, file, keepFilm)
        // What ended it from outside, such as a machine without memory to spare, says nothing of the file, and may be
        // over at once. Once more and not again, for others wait; and not when some of a film is kept already.
        if run.wasEndedFromOutside, !run.answer.hasHandedOn, !Task.isCancelled {
            run = try await self.run(head, file, keepFilm)
        }
        guard !run.wasEndedFromOutside else { throw PictureTrouble.endedFromOutside }
        switch run.status {
        case .exited(0): return try run.answer.picture()
        case .exited(2), .exited(3): throw PictureTrouble.notConfined
        case .exited(4): throw PictureTrouble.otherVersion
        default: throw PictureTrouble.refused(.broken)
        }
    }

    /// One process, from its first byte to its end. Throws `PictureTrouble`, and what `keepFilm` throws.
    private func run(
        _ head: [UInt8], _ file: FileToPrepare, _ keepFilm: @Sendable @escaping ([UInt8]) async throws -> Void
    ) async throws -> Run {
        do {
            let run = try await Subprocess.run(
                .path(.init(path)), environment: .custom([:]), workingDirectory: "/", input: .inputWriter,
                output: .sequence, error: .discarded
            ) { execution in
                do {
                    _ = try await execution.standardInputWriter.write(head)
                    for number in 0... {
                        guard let piece = try file.piece(number) else { break }
                        _ = try await execution.standardInputWriter.write(piece)
                    }
                } catch is SubprocessError {
                    // it ended before it had read all
                }
                try? await execution.standardInputWriter.finish()
                var answer = AnswerReader(keepFilm)
                for try await some in execution.standardOutput {
                    try await answer.take(some.withUnsafeBytes { Array($0) })
                }
                return answer
            }
            return Run(status: run.terminationStatus, answer: run.closureResult)
        } catch let error as SubprocessError where error.code == .spawnFailed {
            throw PictureTrouble.noProgram
        }
    }

    private struct Run {
        let status: TerminationStatus
        let answer: AnswerReader

        /// By a signal that others send: its own limits and faults end it by SIGXCPU, SIGALRM, SIGSEGV, SIGABRT and their
        /// like (signal(7)), and those are the file's doing. At its bound of time it is SIGXCPU that comes first.
        var wasEndedFromOutside: Bool {
            [SIGKILL, SIGTERM, SIGINT, SIGHUP, SIGQUIT].contains { status == .signaled($0) }
        }
    }

    /// The same of bytes in memory.
    package func prepare(_ bytes: [UInt8], sizes: [PictureExchange.Size]) async throws -> PreparedPicture {
        try await prepare(FileToPrepare(bytes), sizes: sizes)
    }
}

/// A file as it goes to the program: its length, and its bytes in pieces, so that it need not stand whole in memory.
package struct FileToPrepare: Sendable {
    package let length: Int
    /// By its number, from 0; nil after the last.
    package let piece: @Sendable (Int) throws -> [UInt8]?

    package init(length: Int, piece: @Sendable @escaping (Int) throws -> [UInt8]?) {
        self.length = length
        self.piece = piece
    }

    package init(_ bytes: [UInt8]) { self.init(length: bytes.count) { $0 == 0 ? bytes : nil } }
}

/// Reads what the program writes, as it comes; a film's bytes are handed on.
struct AnswerReader {
    private let keepFilm: @Sendable ([UInt8]) async throws -> Void
    private var waiting: [UInt8] = []
    private var head: PictureExchange.Answer?
    private var files: [UInt8] = []
    private var filmBytes = 0

    init(_ keepFilm: @Sendable @escaping ([UInt8]) async throws -> Void) { self.keepFilm = keepFilm }

    /// Some of a film is where it is kept: it cannot be handed on from the beginning again.
    var hasHandedOn: Bool { filmBytes > 0 }

    /// Throws `PictureTrouble.refused(.broken)` for what is no answer.
    mutating func take(_ bytes: [UInt8]) async throws {
        var bytes = bytes
        if head == nil {
            waiting += bytes
            guard let found = PictureExchange.head(PictureExchange.Answer.self, of: waiting) else {
                guard waiting.count < 65_536 else { throw PictureTrouble.refused(.broken) }
                return
            }
            bytes = Array(waiting[found.rest...])
            waiting = []
            head = found.head
            guard lengths.files >= 0, lengths.files <= 4 * PictureProgram.mostBytes, lengths.film >= 0,
                lengths.film <= 2 * FilmBounds.mostBytes
            else { throw PictureTrouble.refused(.broken) }
        }
        let still = bytes.prefix(lengths.files - files.count)
        files += still
        let film = Array(bytes.dropFirst(still.count))
        guard !film.isEmpty else { return }
        filmBytes += film.count
        guard filmBytes <= lengths.film else { throw PictureTrouble.refused(.broken) }
        try await keepFilm(film)
    }

    private var lengths: (files: Int, film: Int) {
        let all = head?.files.map(\.length) ?? []
        guard all.allSatisfy({ $0 >= 0 && $0 <= PictureProgram.mostBytes }), all.count <= 8 else { return (-1, 0) }
        return (all.reduce(0, +), head?.film?.length ?? 0)
    }

    func picture() throws -> PreparedPicture {
        guard let head else { throw PictureTrouble.refused(.broken) }
        if let refused = head.refused { throw PictureTrouble.refused(refused) }
        guard files.count == lengths.files, filmBytes == lengths.film else { throw PictureTrouble.refused(.broken) }
        return try PreparedPicture(head, files[...])
    }
}

/// A picture as it is kept: every size asked for, and what its file said.
package struct PreparedPicture: Sendable {
    /// In pixels, upright, of the file that came.
    package let width: Int
    package let height: Int
    package let hadPosition: Bool
    /// The day that the camera wrote; nil: none that can be.
    package let takenOn: Day?
    /// Sixteen hexadecimal digits, alike for pictures that look alike.
    package let fingerprint: String
    package let files: [File]
    /// Nil: it is a picture, and no film.
    package let film: PictureExchange.Film?

    /// One size, as JPEG.
    package struct File: Sendable {
        package let name: String
        package let width: Int
        package let height: Int
        package let bytes: [UInt8]
    }

    init(_ answer: PictureExchange.Answer, _ bytes: ArraySlice<UInt8>) throws {
        width = answer.width
        height = answer.height
        hadPosition = answer.hasPosition
        fingerprint = answer.fingerprint
        takenOn = Day(answer.taken.prefix(10).replacing(":", with: "-"))
        var at = bytes.startIndex
        var files: [File] = []
        for file in answer.files {
            guard file.length >= 0, file.length <= bytes.endIndex - at, file.width > 0, file.height > 0 else {
                throw PictureTrouble.refused(.broken)
            }
            files.append(
                File(
                    name: file.name, width: file.width, height: file.height, bytes: Array(bytes[at..<at + file.length]))
            )
            at += file.length
        }
        guard at == bytes.endIndex, width > 0, height > 0, fingerprint.utf8.count == 16,
            fingerprint.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) })
        else { throw PictureTrouble.refused(.broken) }
        self.files = files
        if let film = answer.film {
            guard ["video/mp4", "video/webm"].contains(film.mediaType), film.milliseconds >= 0, film.length > 0 else {
                throw PictureTrouble.refused(.broken)
            }
        }
        film = answer.film
    }
}

/// Why there is no picture.
package enum PictureTrouble: Error, Equatable {
    case refused(PictureRefused)
    /// The program is not beside this one; whoever looks after the machine must put it there.
    case noProgram
    /// It cannot shut itself in on this machine, and so reads nothing.
    case notConfined
    /// It does not understand what it is asked for: it was not replaced together with this program.
    case otherVersion
    /// Not by anything in the file: the machine had no memory to spare, or somebody ended it, and once more in vain.
    case endedFromOutside
}
