import ArgumentParser
import Foundation

/// Lines of a file or of standard input, as bytes, without their end; a long line costs its own length only.
final class LineReader {
    private let descriptor: Int32
    private let name: String
    private var chunk: [UInt8] = []
    private var at = 0
    private var ended = false

    /// - Throws: a usage error with a sentence when the file cannot be read.
    init(path: String) throws {
        name = path == "-" ? "standard input" : path
        descriptor = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
        var isFolder: ObjCBool = false
        if path != "-" { _ = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) }
        if descriptor < 0 || isFolder.boolValue {
            let why = descriptor < 0 ? String(cString: strerror(errno)) : "it is a folder"
            throw ValidationError("\(name) cannot be read: \(why).")
        }
    }

    deinit { if descriptor > 0 { close(descriptor) } }

    func next() throws -> [UInt8]? {
        var line: [UInt8] = []
        while true {
            if let end = chunk[at...].firstIndex(of: 10) {
                line.append(contentsOf: chunk[at..<end])
                at = end + 1
                return line
            }
            line.append(contentsOf: chunk[at...])
            chunk = []
            at = 0
            if ended { return line.isEmpty ? nil : line }
            chunk = try read()
            ended = chunk.isEmpty
        }
    }

    private func read() throws -> [UInt8] {
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: 1 << 18) { buffer, count in
            var got = -1
            repeat {
                got = Foundation.read(descriptor, buffer.baseAddress, buffer.count)
            } while got < 0 && errno == EINTR
            failure = got < 0 ? errno : 0
            count = max(0, got)
        }
        guard failure == 0 else {
            throw ValidationError("\(name) cannot be read: \(String(cString: strerror(failure))).")
        }
        return bytes
    }
}
