import Actions
import ArgumentParser
import Foundation
import Governance

/// `chaperone reseal-secrets`: another key for what was sealed with the one before.
struct ResealSecretsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reseal-secrets",
        abstract: "Seal everything anew with the key that comes first in the file of keys.",
        discussion:
            "Log-in details of accounts, the secrets of mail and sign-in, one-time codes and mails that wait, of every "
            + "organisation. Chaperone may run meanwhile. Keep a copy of the file before the old keys are taken out of it: "
            + "older backups open with those alone.")

    @OptionGroup var data: DataOption

    @Flag(help: "Make a fresh key first and put it before the others.")
    var newKey = false

    func run() async throws {
        try await sayingWhatIsWrong {
            let installation = try data.installation()
            if newKey {
                try installation.secrets.putFreshKeyFirst()
                print("A fresh key comes first in \(installation.secrets.place.file.path).")
            }
            var lost = 0
            for listed in try await installation.organisations() {
                if let asked = data.organisation, asked != listed.slug { continue }
                let outcome = try await ResealSecrets().perform(in: installation.organisation(listed.slug))
                print("\(listed.slug): \(outcome.resealed) sealed anew, \(outcome.asTheyWere) as they were.")
                for one in outcome.lost {
                    print(
                        "  Opens with no key that is here: \([one.column.title, one.whose ?? ""].joined(separator: " "))"
                    )
                }
                lost += outcome.lost.count
            }
            guard lost == 0 else {
                try fail(
                    "Put the key that sealed these back into the file, or enter them again. The rest is sealed anew.")
            }
            if data.organisation == nil { print("The other keys of the file are needed for older backups alone.") }
        }
    }
}
