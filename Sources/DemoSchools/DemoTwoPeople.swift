import Actions
import Foundation
import Governance

extension DemoOrganisation {
    /// What one of its schools chooses for itself. Under DSAT the last asks for two people at a look at log-in
    /// details; under LINK everybody may read what was published.
    func settings(of school: DemoSchool) -> Settings {
        var settings = Settings()
        settings.reviewAfterWeeks = 4
        settings.phones = [school.phone]
        settings.emails = [school.email]
        settings.postcodes = [school.postcode]
        settings.suppliers = suppliers
        settings.confidentialWords = confidentialWords
        settings.tone = tone
        settings.pupilWord = pupilWord
        settings.colour = colour
        settings.publicNews = policy == "LINK" ? true : nil
        settings.twoPeopleForLogins = policy == "DSAT" && school.slug == schools.last?.slug ? true : nil
        return settings
    }
}

/// Where an invented school asks for two people at a look at log-in details, its administrator would have one again; that
/// waits for another.
struct DemoTwoPeople {
    let demo: DemoOrganisation
    let organisation: DemoOrganisationMade

    func ask() async throws {
        guard let school = demo.schools.first(where: { demo.settings(of: $0).isTwoPeopleForLogins }),
            let person = demo.people.first(where: { $0.grants.contains { $0.role == .administrator } }),
            let administrator = organisation.users[person.key]
        else { return }
        let work = organisation.organisation
        var settings = demo.settings(of: school)
        settings.twoPeopleForLogins = nil
        try await ChangeSettings(
            at: try await work.school(slug: school.slug).id, to: settings,
            why: "In half term only one of us is in, and a page had to be shut"
        ).perform(in: work, by: .user(administrator))
    }
}
