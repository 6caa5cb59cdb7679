import Actions
import ArgumentParser
import Foundation

/// `chaperone set-up-code`: the way to a further organisation beside those that are there.
struct SetUpCodeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set-up-code",
        abstract: "Print a one-time code with which a further organisation is set up at /set-up.",
        discussion: "It replaces the code that was printed before. A trust's own schools need none: they are added "
            + "within the trust.")

    @Option(help: "The folder that holds everything.")
    var data = "data"

    func run() async throws {
        try await sayingWhatIsWrong {
            var option = DataOption()
            option.data = data
            option.secretsKey = nil
            let installation = try option.installation()
            guard let code = try await BeginInstallation().perform(in: installation, another: true) else { return }
            let address = try await installation.publicAddress() ?? ""
            print("Begin at \(address)/set-up?code=\(code)")
        }
    }
}
