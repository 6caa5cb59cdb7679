import Actions
import Foundation
import Governance

/// Lives through an organisation's weeks: every step of every story, and everyone's reading of the policy, at its own
/// time, in the order of time.
struct DemoWeeks {
    let demo: DemoOrganisation
    let organisation: DemoOrganisationMade
    let today: Date
    let time: DemoTime

    private struct Moment {
        let at: Date
        let story: Int
        let act: Act
        enum Act {
            case start
            case step(DemoStory.Step)
            case read(Identifier<User>, Identifier<PolicyVersion>)
            case look(String)
            /// What is due by then is done, as the schedule would have done it.
            case due
        }
    }

    func live(from start: Date) async throws {
        let speaking = DemoSpeaking(demo: demo, organisation: organisation, today: today)
        try await speaking.give()
        let consent = DemoConsent(demo: demo, organisation: organisation)
        try await consent.begin()
        let training = DemoTraining(demo: demo, organisation: organisation, today: today)
        try await training.arrangeAhead()
        let staff = DemoGroup(demo: demo, organisation: organisation)
        let group = try await staff?.register()
        let stories = demo.stories
        var posts: [Int: DemoPost] = [:]
        let readings = try await readings()
        let all = readings + looks() + stories.indices.flatMap { moments(of: stories[$0], $0) }
        for moment in all.sorted(by: { $0.at < $1.at })
        where moment.at <= today {
            time.pass(to: max(start, moment.at))
            switch moment.act {
            case .start:
                posts[moment.story] = try await DemoPost(
                    stories[moment.story], planned(stories[moment.story]), organisation)
            case .step(let step):
                guard let post = posts[moment.story] else { continue }
                posts[moment.story] = try await post.after(step)
            case .read(let user, let version):
                try await AcknowledgePolicy(version: version).perform(in: organisation.organisation, by: user)
            case .look(let found):
                if let staff, let group { try await staff.look(at: group, found: found) }
            case .due:
                while try await RunDue().perform(in: organisation.organisation) {}
            }
        }
        time.pass(to: today)
        let course = try await training.perform()
        try await DemoAccounts(demo: demo, organisation: organisation, course: course, today: today).perform()
        try await DemoConnections(demo: demo, organisation: organisation).join()
        try await speaking.giveAfterTraining()
        try await consent.answer()
        try await DemoTwoPeople(demo: demo, organisation: organisation).ask()
        if let teacher = organisation.actor(.teacher).user {
            try await RaiseConcern(about: .learnedOnline).perform(in: organisation.organisation, by: teacher)
        }
        while try await RunDue().perform(in: organisation.organisation) {}
    }

    /// Most read the policy in the first days; who leads safeguarding, who governs, and teachers of other schools than
    /// the first have yet to.
    private func readings() async throws -> [Moment] {
        guard let inForce = try await organisation.organisation.policyInForce() else { return [] }
        let calendar = DemoCalendar(today: today)
        return demo.people.enumerated().compactMap { place, person in
            let roles = Set(person.grants.map(\.role))
            let isElsewhere = person.grants.allSatisfy { $0.school != nil && $0.school != demo.schools[0].slug }
            let waits = !roles.isDisjoint(with: [.dsl, .governor, .trustee]) || (isElsewhere && roles == [.author])
            guard !waits, inForce.policy.isToBeRead(by: person.kind, holding: roles),
                let user = organisation.users[person.key]
            else { return nil }
            let at = calendar.instant(day: -35 + place, hour: 8, minute: 5 + place * 4)
            return Moment(at: at, story: 0, act: .read(user, inForce.version.id))
        }
    }

    private func looks() -> [Moment] {
        DemoGroup.looks.map { look in
            Moment(
                at: DemoCalendar(today: today).instant(day: look.day, hour: 16, minute: 40), story: 0,
                act: .look(look.found))
        }
    }

    private func planned(_ story: DemoStory) -> Date {
        DemoCalendar(today: today).instant(day: story.day, hour: story.hour)
    }

    private func moments(of story: DemoStory, _ number: Int) -> [Moment] {
        let calendar = DemoCalendar(today: today)
        let planned = planned(story)
        let written = calendar.instant(day: min(story.day - 2, -1), hour: 10, minute: number * 3 % 60)
        var at = written
        var moments = [Moment(at: written, story: number, act: .start), Moment(at: planned, story: number, act: .due)]
        for step in story.steps {
            switch step {
            case .published: at = max(at, planned) + 15 * 60
            case .takedownOrdered: at += 20 * 3600
            default: at += 35 * 60
            }
            moments.append(Moment(at: at, story: number, act: .step(step)))
        }
        return moments
    }
}
