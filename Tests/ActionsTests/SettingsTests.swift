import Actions
import Foundation
import Governance
import Reading
import Testing

@Suite struct SettingsTests {
    @Test func aSchoolsChoicesStandOverTheOrganisationsAndListsAddUp() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        let school = try #require(try await organisation.database.schools().first?.id)
        var settings = Settings()
        settings.phones = ["0191 496 0123"]
        settings.pupilWord = "learner"
        try await ChangeSettings(to: settings).perform(in: organisation, by: .console)
        settings.phones = [" 0191 496 0999 ", ""]
        settings.pupilWord = "child"
        settings.approvalBeforePublication = false
        try await ChangeSettings(at: school, to: settings).perform(in: organisation, by: .console)
        let whole = try await organisation.database.settings(at: nil)
        let own = try await organisation.database.settings(at: school)
        #expect(whole.isApprovalNeeded && !own.isApprovalNeeded)
        #expect(own.phones == ["0191 496 0123", "0191 496 0999"])
        #expect(own.pupil == "child" && whole.pupil == "learner")
    }

    @Test func theEventTellsOnlyWhatChanged() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        var settings = Settings()
        settings.colour = "#1d5c63"
        settings.suppliers = ["Acme"]
        try await ChangeSettings(to: settings).perform(in: organisation, by: .console)
        settings.colour = "#000000"
        try await ChangeSettings(to: settings).perform(in: organisation, by: .console)
        let head = try await organisation.database.recordHead()
        try await ChangeSettings(to: settings).perform(in: organisation, by: .console)
        #expect(try await organisation.database.recordHead() == head)
        let line = try #require(try await organisation.database.events(most: 1).first)
        #expect(line.content?.before == ["colour": "#1d5c63"])
        #expect(line.content?.after == ["colour": "#000000"])
    }

    @Test func whatIsWrongIsSaidByFieldAndTwoPeopleDoNotOverwriteEachOther() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        var wrong = Settings()
        wrong.colour = "teal"
        wrong.allowedHosts = ["https://bbc.co.uk/news"]
        wrong.reviewAfterWeeks = 0
        let error = await #expect(throws: ActionError.self) {
            try await ChangeSettings(to: wrong).perform(in: organisation, by: .console)
        }
        guard case .invalid(let errors) = error else { throw Unexpected() }
        #expect(errors.map(\.field) == ["allowedHosts", "reviewAfterWeeks", "colour"])
        var mine = Settings()
        mine.tone = "Warm"
        try await ChangeSettings(to: mine, shown: Settings()).perform(in: organisation, by: .console)
        await #expect(throws: ActionError.self) {
            try await ChangeSettings(to: Settings(), shown: Settings()).perform(in: organisation, by: .console)
        }
    }
}
