import Foundation
import Governance
import Subprocess
import SystemPackage

/// Has the program `chaperone-pictures` decode a picture: a process for each, which can open nothing, reach nothing, and ends
/// itself when it takes too long. Whatever a hostile file does there, it does to that process alone.
package struct PictureProgram: Sendable {
    /// The largest file that is taken; a phone's picture has 2 to 12 MB.
    package static let mostBytes = 40 * 1_024 * 1_024
    /// Of a decoded picture: twice what the largest phones of 2026 take by default.
    package static let mostPixels = 100_000_000.0
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

    /// Throws `PictureTrouble`.
    package func prepare(_ bytes: [UInt8], sizes: [PictureExchange.Size]) async throws -> PreparedPicture {
        guard isThere else { throw PictureTrouble.noProgram }
        let request = PictureExchange.Request(length: bytes.count, mostPixels: Self.mostPixels, sizes: sizes)
        let framed = try PictureExchange.frame(request, [bytes])
        let written = try await answer(to: framed)
        guard let (head, rest) = PictureExchange.head(PictureExchange.Answer.self, of: written) else {
            throw PictureTrouble.refused(.broken)
        }
        if let refused = head.refused { throw PictureTrouble.refused(refused) }
        return try PreparedPicture(head, written[rest...])
    }

    /// What the program wrote; empty when it was ended.
    private func answer(to request: [UInt8]) async throws -> [UInt8] {
        do {
            let result = try await Subprocess.run(
                .path(.init(path)), environment: .custom([:]), workingDirectory: "/", input: .array(request),
                output: .bytes(limit: 4 * Self.mostBytes), error: .discarded)
            return result.terminationStatus.isSuccess ? result.standardOutput : []
        } catch let error as SubprocessError where error.code == .spawnFailed {
            throw PictureTrouble.noProgram
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            // it ended before it had read all
            return []
        }
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
    }
}

/// Why there is no picture.
package enum PictureTrouble: Error, Equatable {
    case refused(PictureRefused)
    /// The program is not beside this one; whoever looks after the machine must put it there.
    case noProgram
}
