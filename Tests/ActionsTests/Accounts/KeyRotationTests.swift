import Foundation
import Governance
import Reading
import StartedPrograms
import Testing

@testable import Actions

@Suite("Another key for secrets") struct KeyRotationTests {
    private struct Killed: Error {}

    @Test("is put first whole or not at all, wherever the run is cut off, and the next run does it")
    func steps() throws {
        for step in SecretsKey.Step.allCases {
            let scratch = try Scratch()
            let file = scratch.folder.appending(path: "keys")
            try SecretsKey.make(file)
            try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file.path)
            let key = SecretsKey(.named(file))
            let sealed = try key.seal(Data("cobble".utf8), for: "x")
            #expect(throws: Killed.self) { try key.putFreshKeyFirst { if $0 == step { throw Killed() } } }
            #expect(try SecretsKey(.named(file)).open(sealed, for: "x") == Data("cobble".utf8), "\(step)")
            let before = try String(contentsOf: file, encoding: .utf8).count
            try key.putFreshKeyFirst()
            #expect(try String(contentsOf: file, encoding: .utf8).count == before + 65)
            #expect(try key.isOld(sealed) && key.open(sealed, for: "x") == Data("cobble".utf8))
            let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? NSNumber
            #expect(mode?.intValue == 0o640)
            #expect(!FileManager.default.fileExists(atPath: file.path + ".new"))
        }
    }

    @Test("leaves a link to the file a link")
    func link() throws {
        let scratch = try Scratch()
        let file = scratch.folder.appending(path: "keys")
        let link = scratch.folder.appending(path: "link")
        try SecretsKey.make(file)
        try FileManager.default.createSymbolicLink(at: link, withDestinationURL: file)
        try SecretsKey(.named(link)).putFreshKeyFirst()
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == file.path)
        #expect(try String(contentsOf: file, encoding: .utf8).count == 130)
    }

    @Test("seals whatever is lodged in the same moment, so that nothing is left under the old one")
    func sameMoment() async throws {
        let school = try await AccountSchool("LLT")
        let account = try await school.opened()
        let secrets = school.organisation.installation.secrets
        try await school.lodge("lantern ferry cobble mast 0", at: account)
        async let lodging: Void = {
            for number in 1...60 { try await school.lodge("lantern ferry cobble mast \(number)", at: account) }
        }()
        for _ in 1...5 {
            try secrets.putFreshKeyFirst()
            _ = try await ResealSecrets().perform(in: school.organisation)
        }
        try await lodging
        let outcome = try await ResealSecrets().perform(in: school.organisation)
        #expect(outcome.resealed == 0 && outcome.lost.isEmpty)
    }

    @Test(
        "by the command, killed at any moment, loses nothing, and the next run comes to its end",
        .timeLimit(.minutes(30)))
    func killed() async throws {
        let school = try await AccountSchool("LLT")
        let account = try await school.opened()
        try await school.lodge("lantern ferry cobble mast", at: account)
        let clock = ContinuousClock()
        let start = clock.now
        #expect(try await reseal(school, until: nil) == .status(0))
        let whole = clock.now - start
        for part in 1...10 { _ = try await reseal(school, until: whole * part / 10) }
        #expect(try await reseal(school, until: nil) == .status(0))
        let fresh = SecretsKey(school.organisation.installation.secrets.place)
        let outcome = try await ResealSecrets().perform(in: school.organisation)
        #expect(outcome.resealed == 0 && outcome.lost.isEmpty)
        _ = try fresh.seal(Data(), for: "x")
        #expect(
            try await ShowLogin(account, reason: "After the change").perform(
                in: school.organisation, by: .user(school.admin))
                == .shown(LoginDetails(userName: "@quay", password: "lantern ferry cobble mast")))
    }

    private func reseal(_ school: AccountSchool, until end: Duration?) async throws -> StartedProgram.Ending {
        try await launched(["reseal-secrets", "--data", school.scratch.folder.path, "--new-key"], killedAfter: end)
    }
}
