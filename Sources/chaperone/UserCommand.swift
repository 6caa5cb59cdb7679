import Actions
import ArgumentParser
import Foundation
import Governance
import Website

/// `chaperone user`: for when nobody can sign in any more who could help, and for lists of roles.
struct UserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user", abstract: "Help a user from the machine's own command line.",
        subcommands: [UserResetPasswordCommand.self, UserAddAdministratorCommand.self, UserImportRolesCommand.self])
}

/// `chaperone user reset-password`: a one-time link, as an administrator would make it.
struct UserResetPasswordCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reset-password",
        abstract: "Print a one-time link with which a user sets a new password.",
        discussion: "One-time codes that they had are taken away, and the password with them: they set up new ones.")

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
                try await printLink(link.secret, organisation.slug, installation)
            } catch ActionError.notFound {
                try fail("Nobody in \(organisation.slug) has the e-mail address \(email).")
            }
        }
    }
}

/// `chaperone user add-administrator`: the way in when nobody else can let anyone in, also while the sign-in provider is
/// down.
struct UserAddAdministratorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add-administrator",
        abstract: "Make an administrator, and print the one-time link with which they set a password.",
        discussion: "For when the last administrator is gone or the provider of the school's accounts is down. Whoever "
            + "has the e-mail address already becomes one. It goes on the record, and other administrators are told.")

    @OptionGroup var data: DataOption

    @Argument(help: "Their e-mail address.")
    var email: String

    @Option(help: "Their name; needless for someone who signs in already.")
    var name = ""

    @Option(help: "Why; it goes on the record.")
    var why: String

    func run() async throws {
        try await sayingWhatIsWrong {
            let installation = try data.installation()
            let organisation = try await data.organisation(in: installation)
            let made = try await MakeAdministratorAtConsole(name: name, email: email, why: why).perform(
                in: organisation)
            try await printLink(made.secret, organisation.slug, installation)
        }
    }
}

/// The whole address of a one-time link.
private func printLink(_ secret: String, _ slug: String, _ installation: Installation) async throws {
    print("This link counts once, for 24 hours:")
    let address = (try await installation.publicAddress() ?? "").replacing(/\/$/, with: "")
    print(address + SiteURL.newPassword(token: .value(secret)).link(in: slug))
}
