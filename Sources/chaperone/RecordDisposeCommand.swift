import Actions
import ArgumentParser
import Governance

/// `chaperone record dispose`: deletes what one event says of people; that it happened stays on record.
struct RecordDisposeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dispose",
        abstract: "Delete what one event says, when the law or the school's retention asks for it.",
        discussion: "The event itself stays, with when and why its content went; `record verify` still holds.")

    @Argument(help: "The event's number, as a post's timeline and `record verify` show it.")
    var event: Int

    @Option(help: "Why it is deleted, in one sentence.")
    var why: String

    @OptionGroup var data: DataOption

    func run() async throws {
        try await sayingWhatIsWrong {
            let organisation = try await data.organisation(in: data.installation())
            do {
                try await DisposeOfContent(event: event, why: why).perform(in: organisation, by: .console)
                print("What event \(event) of \(organisation.slug) said is deleted; the event stays.")
            } catch ActionError.notFound {
                try fail("\(organisation.slug) has no event \(event) with a content.")
            }
        }
    }
}
