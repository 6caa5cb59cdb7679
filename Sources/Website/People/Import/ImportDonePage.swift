import Actions
import Governance

/// What an import did.
package struct ImportDonePage: PageContent {
    package var facts: [Fact]
    package var notes: [Note]
    package var roll: String
    package var again: String

    static func page(_ job: ImportJob, roll: String, again: String, back: Crumb) -> Page {
        let counts = job.trial?.counts
        let facts = [
            ("Came on the roll", counts?.added), ("Changed", counts?.changed), ("Came back", counts?.returning),
            ("Stayed as they were", counts?.same), ("Rows held back", counts?.held),
        ].map { Fact($0.0, "\($0.1 ?? 0)") }
        return Page(
            job.state == .cancelled
                ? "Nothing was changed" : job.changed ? "The file is brought in" : "Nothing had to change",
            title: "Bring in the roll",
            lead: job.state == .cancelled ? "The import was stopped, and its file is deleted." : job.names, crumb: back,
            room: .roll,
            ImportDonePage(
                facts: job.state == .cancelled ? [] : facts,
                notes: job.state == .cancelled
                    ? [] : [job.trial.flatMap { ImportNotes.consentsLeftOut($0, again) }].compactMap(\.self),
                roll: roll, again: again))
    }

    package static let examples = [
        Page(
            "The file is brought in", crumb: Crumb("People", "/harbour-view/people"), room: .roll,
            ImportDonePage(
                facts: [Fact("Came on the roll", "12"), Fact("Changed", "9")],
                notes: [
                    Note(
                        .warn, "Consents to pictures come in as a step of their own.", "“Photos” was not read.",
                        link: HeadAction("Bring these in as consents", "/harbour-view/people/import?purpose=consents"))
                ], roll: "/harbour-view/people",
                again: "/harbour-view/people/import"))
    ]
}
