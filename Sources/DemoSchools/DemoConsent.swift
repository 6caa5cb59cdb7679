import Actions
import Foundation
import Governance

/// What families of an invented school have said about pictures beside their lists: letters that went out when the school
/// year began, some answers, a limit, somebody who must not be found, and one who posts and has not read the list yet.
struct DemoConsent {
    let demo: DemoOrganisation
    let organisation: DemoOrganisationMade

    private var work: Organisation { organisation.organisation }

    /// Before anybody writes: whoever waits for a letter gets one, but two who came late; and whoever posts knows the list.
    func begin() async throws {
        let waiting = try await work.pupilsToAsk()
        if waiting.count > 2 { try await GiveLetters(to: Array(waiting.dropLast(2))).perform(in: work, by: .console) }
        try await know(but: nil)
    }

    /// Once the weeks are over.
    func answer() async throws {
        guard let office = organisation.actor(.leader).user, let head = organisation.actor(.head).user else { return }
        let granted = demo.roll().filter { $0.kind == .pupil && $0.consent.status == .granted }
        // a form that names nobody renews no yes that has a last day
        let lasting = granted.filter { $0.consent.until == nil }
        let pupils = (lasting + granted.filter { $0.consent.until != nil }).prefix(3)
        var found: [Identifier<Person>] = []
        for pupil in pupils {
            if let id = try await work.person(ref: pupil.ref) { found.append(id) }
        }
        guard found.count == 3 else { return }
        try await know(but: nil)
        try await RecordAnswers(
            [.init(found[0], by: lasting.isEmpty ? .themselves : .form, .places([.website, .press, .display]))],
            by: .paper
        ).perform(in: work, by: .user(office))
        try await RecordAnswers([.init(found[1], by: .themselves, .places([.website, .display]))], by: .said)
            .perform(in: work, by: .user(office))
        try await SayNever(found[2], reason: "Their address must not become known.").perform(in: work, by: .user(head))
        try await know(but: demo.people.last { person in person.grants.contains { $0.role == .author } }?.key)
    }

    /// Everyone who posts reads the list as it stands, save one.
    private func know(but late: String?) async throws {
        guard let version = try await work.listToKnow(at: organisation.school), version > 0 else { return }
        for person in demo.people where person.key != late {
            guard let user = organisation.users[person.key],
                person.grants.contains(where: { grant in
                    PublishingRoles.writing.contains(grant.role)
                        && (grant.school == nil || grant.school == demo.schools[0].slug)
                })
            else { continue }
            try await KnowPictureList(at: organisation.school, version: version).perform(in: work, by: user)
        }
    }
}
