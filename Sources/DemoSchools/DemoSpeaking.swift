import Actions
import Foundation
import Governance

/// Who may speak for an invented school whose policy asks a manager's leave: those who write have it, one of them not
/// for long; one waits for training.
struct DemoSpeaking {
    let demo: DemoOrganisation
    let organisation: DemoOrganisationMade
    let today: Date

    /// Before anybody writes.
    func give() async throws {
        guard try await isAsked(), let head = organisation.actor(.head).user else { return }
        let manager = demo.people.first { person in person.grants.contains { $0.role == .managementCommittee } }
        let above = manager.flatMap { organisation.users[$0.key] }.map(Actor.user) ?? .console
        for (character, about) in [
            (DemoStory.Character.teacher, "What goes on in the workshops"),
            (.office, "Notices to families"), (.leader, "The life of the school"), (.head, "For the whole school"),
        ] {
            guard let user = organisation.actor(character).user else { continue }
            let isSoon = character == .office
            try await GiveAuthority(
                to: user, at: organisation.school,
                until: Day(of: today).adding(days: isSoon ? 20 : 280), why: about
            ).perform(in: organisation.organisation, by: user == head ? above : .user(head))
        }
    }

    /// Once the weeks are over: someone whose training is still to come.
    func giveAfterTraining() async throws {
        let work = organisation.organisation
        let writers = demo.people.filter { person in person.grants.contains { $0.role == .author } }
        guard try await isAsked(), let head = organisation.actor(.head).user,
            let last = writers.last.flatMap({ organisation.users[$0.key] }), last != head
        else { return }
        let course = try await AddCourse(name: "Speaking for the school", months: 24, counts: false)
            .perform(in: work, by: .console)
        try await GiveAuthority(
            to: last, at: organisation.school, until: Day(of: today).adding(days: 365), after: course,
            why: "Keeping safe online, in the newsletter and on the website"
        ).perform(in: work, by: .user(head))
    }

    private func isAsked() async throws -> Bool {
        try await organisation.organisation.policyInForce(at: organisation.school)?.policy.asksForAuthorityToSpeak
            ?? false
    }
}
