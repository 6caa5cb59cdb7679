import Crypto
import Foundation
import Governance
import Synchronization

/// Seals what the program must be able to read again and nobody else: passwords of mail servers, of accounts, of
/// sign-in providers. AES-GCM with 256 bits; the keys are in a file and never in a database or its backup.
///
/// The file holds one key a line, 64 hexadecimal digits each; the first seals, every one opens. What is sealed names its
/// key by four bytes of its SHA-256, so that after a new key came first the old ones still open what they sealed.
package final class SecretsKey: Sendable {
    /// Where the keys are.
    package enum Place: Sendable, Equatable {
        /// A file that somebody named, and that must be there.
        case named(URL)
        /// The file `secrets.key` of the data folder, made when first needed, unless something was sealed before.
        case own(URL)

        package var file: URL {
            switch self {
            case .named(let file), .own(let file): file
            }
        }
    }

    package let place: Place
    private let read = Mutex<(keys: [Key], file: FileState)?>(nil)

    private struct Key: Sendable {
        let key: SymmetricKey
        let name: Data
        init(_ bytes: Data) {
            key = SymmetricKey(data: bytes)
            name = Data(SHA256.hash(data: bytes).prefix(4))
        }
    }

    private let isMissed: @Sendable () throws -> Bool

    /// - Parameter isMissed: whether something was sealed already, so that a key that is not there is lost, and a new one
    ///   would hide that.
    package init(_ place: Place, isMissed: @escaping @Sendable () throws -> Bool = { false }) {
        self.place = place
        self.isMissed = isMissed
    }

    private static let version: UInt8 = 1

    /// - Parameter purpose: what it is and whose, such as `mail-server`: what was sealed for one purpose opens for no
    ///   other.
    package func seal(_ secret: Data, for purpose: String) throws -> Data {
        guard let key = try keys().first else { throw SecretsTrouble.unreadable(place.file.path) }
        let box = try AES.GCM.seal(secret, using: key.key, authenticating: Data(purpose.utf8))
        guard let combined = box.combined else { throw SecretsTrouble.spoilt }
        return Data([Self.version]) + key.name + combined
    }

    /// Opens what `seal` made. Throws `SecretsTrouble.otherKey` when none of the keys sealed it.
    package func open(_ sealed: Data, for purpose: String) throws -> Data {
        let sealed = Data(sealed)
        guard sealed.count > 5, sealed[0] == Self.version else { throw SecretsTrouble.spoilt }
        guard let key = try keys().first(where: { $0.name == sealed[1..<5] }) else {
            throw SecretsTrouble.otherKey(place.file.path)
        }
        do {
            let box = try AES.GCM.SealedBox(combined: sealed.dropFirst(5))
            return try AES.GCM.open(box, using: key.key, authenticating: Data(purpose.utf8))
        } catch { throw SecretsTrouble.spoilt }
    }

    /// Whether another key comes first by now, so that it should be sealed anew.
    package func isOld(_ sealed: Data) throws -> Bool { try keys().first?.name != Data(sealed).dropFirst().prefix(4) }

    private func keys() throws -> [Key] {
        try read.withLock { read in
            let state = FileState(place.file)
            // whoever puts a new key first need not stop the program; a file that is gone takes nothing from this run
            if let read, state == nil || read.file == state { return read.keys }
            if case .own(let file) = place, !FileManager.default.fileExists(atPath: file.path) {
                guard try !isMissed() else { throw SecretsTrouble.missing(file.path) }
                try Self.make(file)
            }
            let keys = try Self.keys(in: place.file)
            if let state = FileState(place.file) { read = (keys, state) }
            return keys
        }
    }

    private static func keys(in file: URL) throws -> [Key] {
        guard FileManager.default.fileExists(atPath: file.path) else { throw SecretsTrouble.missing(file.path) }
        guard !isOpenToOthers(file) else { throw SecretsTrouble.openToOthers(file.path) }
        guard let text = try? String(contentsOf: file, encoding: .utf8) else {
            throw SecretsTrouble.unreadable(file.path)
        }
        let lines = text.split(whereSeparator: \.isNewline).map { trimmed(String($0)) }.filter { !$0.isEmpty }
        let keys = lines.compactMap(bytes(hexadecimal:)).map(Key.init)
        guard !keys.isEmpty, keys.count == lines.count else { throw SecretsTrouble.unreadable(file.path) }
        return keys
    }

    /// Whether others than its owner and its group can do anything with it, or its group can change it.
    private static func isOpenToOthers(_ file: URL) -> Bool {
        let mode = try? FileManager.default.attributesOfItem(atPath: file.resolvingSymlinksInPath().path)[
            .posixPermissions]
        return ((mode as? NSNumber)?.uint16Value ?? 0) & 0o027 != 0
    }

    private static func bytes(hexadecimal text: String) -> Data? {
        guard text.utf8.count == 64 else { return nil }
        let digits = text.compactMap(\.hexDigitValue)
        guard digits.count == 64 else { return nil }
        return Data(stride(from: 0, to: 64, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) })
    }

    /// Makes a file with a fresh key that only its owner reads; one that is there is never overwritten.
    package static func make(_ file: URL) throws {
        try write(Self.freshLine(), to: file)
        try putOnDisk(file.deletingLastPathComponent())
    }

    /// What is done when a fresh key is put first, in order. After a crash at any of them the file is whole, with the fresh
    /// key or without it, and the next run does it all.
    package enum Step: CaseIterable, Sendable { case written, owned, renamed, onDisk }

    /// Puts a fresh key before those of the file, which go on opening what they sealed. The file is whole at every moment,
    /// and stays its owner's, its group's and as open as it was.
    ///
    /// - Parameter reached: told of each step when it is done.
    package func putFreshKeyFirst(reached: (Step) throws -> Void = { _ in }) throws {
        _ = try keys()
        let file = place.file.resolvingSymlinksInPath()
        try Self.alone(in: file.deletingLastPathComponent()) {
            guard let text = try? String(contentsOf: file, encoding: .utf8),
                let before = try? FileManager.default.attributesOfItem(atPath: file.path),
                let owner = before[.ownerAccountID] as? NSNumber,
                let group = before[.groupOwnerAccountID] as? NSNumber,
                let mode = before[.posixPermissions] as? NSNumber
            else { throw SecretsTrouble.unreadable(file.path) }
            let fresh = file.appendingPathExtension("new")
            // a run that did not come to its end left it, and nothing was ever sealed with its key
            unlink(fresh.path)
            try Self.write(Self.freshLine() + text, to: fresh)
            try reached(.written)
            guard chown(fresh.path, owner.uint32Value, group.uint32Value) == 0,
                chmod(fresh.path, mode.uint32Value) == 0
            else {
                unlink(fresh.path)
                throw SecretsTrouble.unwritable(file.path)
            }
            try reached(.owned)
            guard rename(fresh.path, file.path) == 0 else {
                unlink(fresh.path)
                throw SecretsTrouble.unwritable(file.path)
            }
            try reached(.renamed)
            try Self.putOnDisk(file.deletingLastPathComponent())
            try reached(.onDisk)
        }
    }

    /// Does it while no other run of the program changes keys in this folder; one that dies lets the next in.
    private static func alone(in folder: URL, _ work: () throws -> Void) throws {
        let descriptor = openFolder(folder.path)
        guard descriptor >= 0 else { throw SecretsTrouble.unwritable(folder.path) }
        defer { close(descriptor) }
        guard flock(descriptor, LOCK_EX) == 0 else { throw SecretsTrouble.unwritable(folder.path) }
        try work()
    }

    /// That a file of this name is in the folder outlasts a power cut.
    private static func putOnDisk(_ folder: URL) throws {
        let descriptor = openFolder(folder.path)
        guard descriptor >= 0 else { throw SecretsTrouble.unwritable(folder.path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw SecretsTrouble.unwritable(folder.path) }
    }

    private static func freshLine() -> String {
        Randomness.system.bytes(32).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined() + "\n"
    }

    private static func write(_ text: String, to file: URL) throws {
        let descriptor = openFresh(file.path)
        guard descriptor >= 0 else {
            throw errno == EEXIST ? SecretsTrouble.isThere(file.path) : SecretsTrouble.unwritable(file.path)
        }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        try handle.write(contentsOf: Data(text.utf8))
        try handle.synchronize()
    }
}

/// By which another content of a file is seen.
private struct FileState: Equatable {
    let changed: Date
    let number: UInt64

    /// Nil when it is not there.
    init?(_ file: URL) {
        guard let known = try? FileManager.default.attributesOfItem(atPath: file.path),
            let changed = known[.modificationDate] as? Date
        else { return nil }
        self.changed = changed
        number = (known[.systemFileNumber] as? NSNumber)?.uint64Value ?? 0
    }
}

private func openFolder(_ path: String) -> Int32 { open(path, O_RDONLY | O_DIRECTORY) }

/// Makes a file that only its owner reads, and fails where one is.
private func openFresh(_ path: String) -> Int32 { open(path, O_WRONLY | O_CREAT | O_EXCL, 0o600) }

/// Why a secret cannot be sealed or opened, with a sentence for the person at the machine or the page.
package enum SecretsTrouble: Error, Equatable {
    case missing(String)
    case unreadable(String)
    case unwritable(String)
    case openToOthers(String)
    case isThere(String)
    case otherKey(String)
    case spoilt

    package var says: String {
        switch self {
        case .missing(let path):
            "The file with the secrets key, \(path), is not there. Without it kept log-in details cannot be read. Put it "
                + "back. If it is lost for good, `chaperone secrets-key \(path)` makes another, and what was sealed is "
                + "entered anew."
        case .unreadable(let path):
            "\(path) cannot be read, or holds no keys: one a line, 64 digits from 0 to 9 and a to f each."
        case .unwritable(let path): "\(path) cannot be written. Nothing was changed."
        case .openToOthers(let path):
            "\(path) can be read by others on this machine, or changed by its group, so no key in it is used. Allow its owner "
                + "alone: `chmod 600 \(path)`. If others may have read it, put a new key first and enter the secrets anew."
        case .isThere(let path): "\(path) is there already. A key that is lost loses what it sealed: it stays."
        case .otherKey(let path):
            "This was sealed with a key that is not in \(path). Put that key back into the file, on a line of its own, "
                + "or enter the secret again."
        case .spoilt: "This secret cannot be opened any more. Enter it again."
        }
    }

    /// For anyone at a page: it names no file.
    package var saysAtAPage: String {
        switch self {
        case .openToOthers: "The file with the secrets key can be read by others, so it is not used."
        case .missing, .unreadable, .unwritable, .isThere:
            "The file with the secrets key is not there, or cannot be read."
        case .otherKey:
            "This was sealed with a key that is not there any more. Put that key back, or enter the secret again."
        case .spoilt: "This secret cannot be opened any more. Enter it again."
        }
    }
}

extension Installation {
    /// Where the keys are, the first of these: the file that the command names, the one that the environment names as
    /// `CHAPERONE_SECRETS_KEY`, the credential `chaperone-secrets-key` of systemd, and else `secrets.key` in the data
    /// folder, which is made when first needed.
    package static func placeOfSecrets(
        data: URL, named: String? = nil, environment: [String: String] = ProcessInfo.processInfo.environment
    ) -> SecretsKey.Place {
        if let named = named ?? environment["CHAPERONE_SECRETS_KEY"], !named.isEmpty {
            return .named(URL(filePath: named))
        }
        if let folder = environment["CREDENTIALS_DIRECTORY"] {
            let file = URL(filePath: folder).appending(path: "chaperone-secrets-key")
            if FileManager.default.fileExists(atPath: file.path) { return .named(file) }
        }
        return .own(data.appending(path: "secrets.key"))
    }
}
