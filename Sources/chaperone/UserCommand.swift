import Actions
import ArgumentParser
import Foundation
import Governance
import Website

/// `chaperone user`: for when nobody can sign in any more who could help.
struct UserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user", abstract: "Help a user from the machine's own command line.",
        subcommands: [UserResetPasswordCommand.self])
}

/// `chaperone user reset-password`: a one-time link, as an administrator would make it.
struct UserResetPasswordCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reset-password",
        abstract: "Print a one-time link with which a user sets a new password.")

    @OptionGroup var data: DataOption

    @Argument(help: "The user's e-mail address.")
    var email: String

    func run() async throws {
        try await sayingWhatIsWrong {
            let installation = try data.installation()
            let organisation = try await data.organisation(in: installation)
            do {
                let user = try await organisation.user(email: email)
                let link = try await MakePasswordLink(user: user.id).perform(in: organisation, by: .console)
                print("This link counts once, for 24 hours:")
                let address = (try await installation.publicAddress() ?? "")
                    .replacing(/\/$/, with: "")
                print(address + SiteURL.newPassword(token: .value(link.secret)).link(in: organisation.slug))
            } catch ActionError.notFound {
                try fail("Nobody in \(organisation.slug) has the e-mail address \(email).")
            }
        }
    }
}
