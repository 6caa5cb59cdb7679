import ArgumentParser

/// `chaperone people`: the roll from the machine's own command line.
struct PeopleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "people", abstract: "Bring people in from lists.", subcommands: [PeopleImportCommand.self])
}
