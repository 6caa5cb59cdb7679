import Actions
import Foundation
import Governance

/// What an invented organisation has of training: a course, a session that most went to, one of which nobody has said
/// yet whether it was held, one for parents that is to come, and whoever has still to do it.
struct DemoTraining {
    let demo: DemoOrganisation
    let organisation: DemoOrganisationMade
    let today: Date

    /// A briefing whose day will be over, so that somebody has to say whether it was held.
    func arrangeAhead() async throws {
        guard let (leader, arranger) = arranger() else { return }
        try await ArrangeSession(
            title: "Names and pictures: a quarter of an hour", audiences: [.staff], course: nil,
            school: leader.grants.contains { $0.school == nil } ? nil : organisation.school,
            on: Day(of: DemoCalendar(today: today).instant(day: -3, hour: 15)),
            about: "In the staff room, before the week ends."
        ).perform(in: organisation.organisation, by: arranger)
    }

    private func arranger() -> (leader: DemoPerson, user: Identifier<User>)? {
        let leader = demo.people.first { $0.grants.contains { $0.role == .slt || $0.role == .headteacher } }
        return leader.flatMap { leader in organisation.users[leader.key].map { (leader, $0) } }
    }

    /// - Returns: the course that counts; nil where nobody could arrange it.
    func perform() async throws -> Identifier<Course>? {
        let work = organisation.organisation
        guard let policy = try await work.policyInForce()?.policy, let (leader, arranger) = arranger() else {
            return nil
        }
        let course = try await AddCourse(
            name: policy.courseNamed.map { "\($0): social media" } ?? "Posting for the school", months: 12
        ).perform(in: work, by: .console)
        let school = try await work.school(slug: demo.schools[0].slug).id
        let held = Day(of: DemoCalendar(today: today).instant(day: -30, hour: 15))
        let mayHold = leader.grants.contains { $0.school == nil } ? nil : school
        let session = try await ArrangeSession(
            title: "Think before you post", audiences: [.staff], course: course, school: mayHold, on: held,
            about: "With the policy in hand: names, pictures, and who answers what."
        ).perform(in: work, by: arranger)
        let there = demo.people.filter { person in
            let roles = Set(person.grants.map(\.role))
            return policy.isToBeRead(by: person.kind, holding: roles)
                && roles.isDisjoint(with: [.dsl, .governor, .trustee])
        }.compactMap { organisation.users[$0.key] }
        if !there.isEmpty {
            try await RecordTraining(there, course: course, on: held, session: session).perform(in: work, by: .console)
        }
        if policy.asksForGuidance,
            let edition = StatutoryEdition.inForce(on: Day(of: today), in: policy.nation, added: [])
        {
            for user in there { try await ReadEdition(edition: edition.edition).perform(in: work, by: user) }
        }
        guard !policy.sections(carriedBy: .teachFamilies).isEmpty else { return course }
        try await ArrangeSession(
            title: "Safe and kind online: an evening for parents", audiences: [.parents], school: mayHold,
            on: Day(of: DemoCalendar(today: today).instant(day: 12, hour: 18))
        ).perform(in: work, by: arranger)
        return course
    }
}
