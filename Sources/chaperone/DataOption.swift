import Actions
import ArgumentParser
import Foundation
import Governance
import Website

/// Where everything is kept, and which organisation is meant; shared by commands.
struct DataOption: ParsableArguments {
    @Option(help: "The folder that holds everything.")
    var data = "data"

    @Option(help: "The organisation, by the first part of its addresses; needless when there is only one.")
    var organisation: String?

    @Option(help: "The file with the key for secrets; without it, secrets.key in the data folder.")
    var secretsKey: String?

    var folder: URL { URL(filePath: data, directoryHint: .isDirectory) }

    /// Opens what is there; a folder without an installation is refused instead of made.
    func installation() throws -> Installation {
        guard FileManager.default.fileExists(atPath: folder.appending(path: "installation.sqlite").path) else {
            throw ValidationError("There is no Chaperone in \(folder.path). Name its folder with --data.")
        }
        return try Installation(data: folder, secretsKey: secretsKey)
    }

    func organisation(in installation: Installation) async throws -> Organisation {
        let listed = try await installation.organisations()
        guard !listed.isEmpty else {
            throw ValidationError(
                "Nothing is set up in \(folder.path) yet. Start `chaperone serve` and follow its link.")
        }
        guard let slug = organisation ?? (listed.count == 1 ? listed[0].slug : nil) else {
            throw ValidationError(
                "Name one with --organisation: " + listed.map(\.slug).joined(separator: ", "))
        }
        guard listed.contains(where: { $0.slug == slug }) else {
            throw ValidationError("There is no organisation \(slug).")
        }
        return try await installation.organisation(slug)
    }
}

/// Runs a command's work; what is wrong becomes one sentence on the error output, and the exit status 1.
func sayingWhatIsWrong(_ body: () async throws -> Void) async throws {
    do { try await body() } catch let error as ActionError {
        try fail(sentence(of: error))
    } catch let error as SecretsTrouble {
        try fail(error.says)
    } catch let error as ServingTrouble {
        try fail(error.says)
    } catch let error as UnreadablePolicy {
        try fail(error.says)
    } catch {
        guard let says = storageTrouble(error) else { throw error }
        try fail(says)
    }
}

func fail(_ says: String) throws -> Never {
    FileHandle.standardError.write(Data((says + "\n").utf8))
    throw ExitCode(1)
}

private func sentence(of error: ActionError) -> String {
    switch error {
    case .notFound: "There is no such thing."
    case .notPermitted(let says), .conflict(let says), .later(_, let says): says + "."
    case .invalid(let errors): errors.map { "\($0.field): \($0.says)." }.joined(separator: "\n")
    }
}
