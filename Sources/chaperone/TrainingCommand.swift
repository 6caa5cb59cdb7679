import ArgumentParser

/// `chaperone training`: the register of training from the machine's own command line.
struct TrainingCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "training", abstract: "Bring in who has done which training.",
        subcommands: [TrainingImportCommand.self])
}
