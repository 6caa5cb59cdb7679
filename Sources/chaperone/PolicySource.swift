import ArgumentParser
import Foundation
import Governance
import PolicyFile
import PolicySeeds

/// A policy named on the command line: the key of a built-in one, or a file.
struct PolicySource {
    let name: String
    let bytes: [UInt8]
    /// The file's address; nil for a built-in policy.
    let url: URL?

    /// - Throws: a usage error with a sentence when there is no such key or the file cannot be read.
    init(_ name: String) throws {
        self.name = name
        if !name.contains("/"), !name.contains("."), let bytes = PolicySeeds.bytes(of: name) {
            self.bytes = bytes
            url = nil
            return
        }
        let file = URL(filePath: name)
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder) else {
            let keys = PolicySeeds.files.map(\.key).joined(separator: ", ")
            throw ValidationError("There is no file \(name), and no built-in policy of that key (\(keys), template).")
        }
        guard !isFolder.boolValue else { throw ValidationError("\(name) is a folder; name a policy file in it.") }
        do {
            bytes = try Self.contents(of: file)
        } catch {
            throw ValidationError("\(name) cannot be read: \(error.localizedDescription)")
        }
        url = file
    }

    /// Reads no more than shows that a file is too large.
    private static func contents(of file: URL) throws -> [UInt8] {
        let handle = try FileHandle(forReadingFrom: file)
        defer { try? handle.close() }
        return Array(try handle.read(upToCount: PolicyFile.largest + 1) ?? Data())
    }

    /// The policy, for commands that need one that reads.
    ///
    /// - Throws: exit status 1 after printing the errors.
    func document() throws -> PolicyDocument {
        switch PolicyFile.read(bytes) {
        case .success(let document): return document
        case .failure:
            let report = CheckReport(file: name, bytes: bytes, on: Day(of: Date()))
            FileHandle.standardError.write(Data(report.text.utf8))
            throw ExitCode(1)
        }
    }
}
