import Foundation
import Pictures
import Synchronization
import Testing

/// The machine ends what takes its last memory, and a redeployment ends what runs: neither says anything of a picture.
@Suite("The program for pictures, ended while it reads") struct KilledTests {
    @Test("from outside, begins once more, and the picture is there") func once() async throws {
        let begun = try BegunProgram()
        let prepared = try await begun.program.prepare(
            begun.file("quay.jpg", ending: 1, by: SIGKILL), sizes: wholeSize)
        #expect((prepared.width, prepared.height) == (480, 640))
        #expect(begun.ended == 1)
    }

    @Test("from outside each time, blames no file, and prepares the next one", arguments: [SIGKILL, SIGTERM])
    func eachTime(signal: Int32) async throws {
        let begun = try BegunProgram()
        await #expect(throws: PictureTrouble.endedFromOutside) {
            try await begun.program.prepare(begun.file("quay.jpg", ending: .max, by: signal), sizes: wholeSize)
        }
        #expect(begun.ended == 2, "it was begun once more, and not again")
        let next = try await begun.program.prepare(pictureFile("boat.png"), sizes: wholeSize)
        #expect(next.files.count == 1)
    }

    @Test(
        "by a limit of its own, is not begun again: it is the file’s", arguments: [SIGXCPU, SIGALRM])
    func byItself(signal: Int32) async throws {
        let begun = try BegunProgram()
        await #expect(throws: PictureTrouble.refused(.broken)) {
            try await begun.program.prepare(begun.file("quay.jpg", ending: .max, by: signal), sizes: wholeSize)
        }
        #expect(begun.ended == 1)
    }

    @Test("with some of a film kept already, is not begun again: nothing is kept twice") func film() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let script = folder.appending(path: "ending").path
        let real = projectFolder.appending(path: ".build/debug/chaperone-pictures").path
        try "#!/bin/sh\n\(real)\nkill -9 $$\n".write(toFile: script, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script)
        let film = try pictureFile("regatta.mp4")
        let whole = try #require(try await pictureProgram.prepare(film, sizes: wholeSize).film)
        let kept = Mutex(0)
        for attempt in 1...100 {
            do {
                _ = try await PictureProgram(path: script).prepare(FileToPrepare(film), sizes: wholeSize) { bytes in
                    kept.withLock { $0 += bytes.count }
                }
                Issue.record("It was not ended")
            } catch PictureTrouble.noProgram where attempt < 100 {
                // what starts beside it may still hold the file that was just written (execve(2), ETXTBSY)
                try await Task.sleep(for: .milliseconds(50))
                continue
            } catch { #expect(error as? PictureTrouble == .endedFromOutside) }
            break
        }
        #expect(kept.withLock { $0 } == whole.length)
    }
}

/// The program under a name that no other test gives it, so that its processes are told from theirs.
private final class BegunProgram: Sendable {
    let program: PictureProgram
    private let folder: URL
    private let path: String
    private let endings = Mutex(0)

    /// How many of its processes were sent a signal.
    var ended: Int { endings.withLock { $0 } }

    init() throws {
        // a process that was ended may leave its pipe to be written to
        signal(SIGPIPE, SIG_IGN)
        folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.appending(path: "begun").path
        try FileManager.default.createSymbolicLink(
            atPath: path,
            withDestinationPath: projectFolder.appending(path: ".build/debug/chaperone-pictures").path)
        program = PictureProgram(path: path)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// A file in two pieces; between them the process that reads it is ended, as often as this.
    func file(_ name: String, ending most: Int, by signal: Int32) throws -> FileToPrepare {
        let bytes = try pictureFile(name)
        return FileToPrepare(length: bytes.count) { [self] number in
            switch number {
            case 0: return Array(bytes.prefix(5_000))
            case 1:
                if ended < most { try end(by: signal) }
                return Array(bytes.dropFirst(5_000))
            default: return nil
            }
        }
    }

    private func end(by signal: Int32) throws {
        for _ in 0..<2_000 {
            if let process = child {
                kill(process, signal)
                endings.withLock { $0 += 1 }
                return
            }
            usleep(5_000)
        }
        throw POSIXError(.ESRCH)
    }

    /// The one that was started by this name and runs; one that has ended has no words any more (proc(5)).
    private var child: pid_t? {
        let all = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return all.lazy.compactMap { pid_t($0) }.first { number in
            let words = FileManager.default.contents(atPath: "/proc/\(number)/cmdline") ?? Data()
            return words.split(separator: 0).first.map { Array($0) } == Array(path.utf8)
        }
    }
}
