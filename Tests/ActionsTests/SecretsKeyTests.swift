import Foundation
import Governance
import Testing

@testable import Actions

@Suite struct SecretsKeyTests {
    private let secret = Data("lantern ferry cobble".utf8)

    @Test func whatIsSealedOpensForItsPurposeOnlyAndDiffersEachTime() throws {
        let scratch = try Scratch()
        let key = SecretsKey(.own(scratch.folder.appending(path: "secrets.key")))
        let sealed = try key.seal(secret, for: "mail-server")
        #expect(try key.open(sealed, for: "mail-server") == secret)
        #expect(throws: SecretsTrouble.spoilt) { try key.open(sealed, for: "account:7") }
        #expect(try key.seal(secret, for: "mail-server") != sealed)
        #expect(sealed.range(of: secret) == nil)
        var changed = sealed
        changed[sealed.count - 1] ^= 1
        #expect(throws: SecretsTrouble.spoilt) { try key.open(changed, for: "mail-server") }
    }

    @Test func anOlderKeyOpensWhatItSealedAfterANewOneCameFirst() throws {
        let scratch = try Scratch()
        let file = scratch.folder.appending(path: "keys")
        try SecretsKey.make(file)
        let old = try String(contentsOf: file, encoding: .utf8)
        let sealed = try SecretsKey(.named(file)).seal(secret, for: "x")
        let second = scratch.folder.appending(path: "second")
        try SecretsKey.make(second)
        let new = try String(contentsOf: second, encoding: .utf8)
        try Data((new + old).utf8).write(to: file)
        try owned(file)
        let both = SecretsKey(.named(file))
        #expect(try both.open(sealed, for: "x") == secret)
        #expect(try both.isOld(sealed))
        #expect(try both.isOld(both.seal(secret, for: "x")) == false)
        #expect(throws: SecretsTrouble.otherKey(second.path)) {
            try SecretsKey(.named(second)).open(sealed, for: "x")
        }
    }

    @Test func aKeyFileThatIsNotThereOrHoldsNoKeySaysSo() throws {
        let scratch = try Scratch()
        let file = scratch.folder.appending(path: "keys")
        #expect(throws: SecretsTrouble.missing(file.path)) { try SecretsKey(.named(file)).seal(secret, for: "x") }
        for text in ["", "abc", String(repeating: "g", count: 64)] {
            try Data(text.utf8).write(to: file)
            try owned(file)
            #expect(throws: SecretsTrouble.unreadable(file.path)) {
                try SecretsKey(.named(file)).seal(secret, for: "x")
            }
        }
        #expect(throws: SecretsTrouble.isThere(file.path)) { try SecretsKey.make(file) }
    }

    private func owned(_ file: URL, mode: Int = 0o600) throws {
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file.path)
    }

    @Test func aKeyFileThatOthersCanReadIsNotUsed() throws {
        let scratch = try Scratch()
        let file = scratch.folder.appending(path: "keys")
        try SecretsKey.make(file)
        for (mode, isOpen) in [(0o644, true), (0o604, true), (0o660, true), (0o640, false), (0o400, false)] {
            try owned(file, mode: mode)
            let key = SecretsKey(.named(file))
            if isOpen {
                #expect(throws: SecretsTrouble.openToOthers(file.path)) { try key.seal(secret, for: "x") }
            } else {
                _ = try key.seal(secret, for: "x")
            }
        }
    }

    @Test func aKeyThatIsLostIsNotMadeAnewUnseenAndNoPageNamesItsPlace() async throws {
        let scratch = try Scratch()
        _ = try await signInWithCodes(scratch.organisation(), scratch)
        let file = scratch.folder.appending(path: "secrets.key")
        try FileManager.default.removeItem(at: file)
        let key = try scratch.installation().secrets
        #expect(throws: SecretsTrouble.missing(file.path)) { try key.seal(secret, for: "x") }
        #expect(!FileManager.default.fileExists(atPath: file.path))
        #expect(passingTrouble(SecretsTrouble.missing(file.path))?.contains(file.path) == false)
        try SecretsKey.make(file)
        _ = try key.seal(secret, for: "x")
    }

    @Test func onlyItsOwnerReadsTheFileThatIsMade() throws {
        let scratch = try Scratch()
        let file = scratch.folder.appending(path: "secrets.key")
        _ = try SecretsKey(.own(file)).seal(secret, for: "x")
        let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
    }
}
