import Actions
import Foundation
import Governance
import Reading

/// What every page of the publishing room begins with: the organisation at work, who asks, and what they may.
struct PublishingDesk: Sendable {
    let visit: Visit
    let work: Organisation
    let me: SignedIn
    let actor: Actor

    init(_ visit: Visit) throws {
        self.visit = visit
        work = try visit.work
        me = try visit.me
        actor = try visit.actor
    }

    /// The open accounts of the schools for which the visitor writes; last those on which nothing goes out, as the policy
    /// does not name their networks.
    func accountsToWriteFor() async throws -> [PostingAccount] {
        let open = try await work.database.accounts().filter { account in
            account.state == .open && me.authority.holds(any: PublishingRoles.writing, at: account.school)
        }
        var terms: [Identifier<School>: AccountTerms] = [:]
        for school in Set(open.map(\.school)) { terms[school] = try await work.accountTerms(at: school) }
        let named = { (account: PostingAccount) in terms[account.school]?.names(account.network) ?? true }
        return open.filter(named) + open.filter { !named($0) }
    }

    /// The school a new post is written for: that of its first account, else the first for which the visitor writes.
    func school(of draft: PostDraft, accounts: [PostingAccount]) async throws -> Identifier<School> {
        let first = draft.places.first.flatMap { place in accounts.first { $0.id == place.account } }
        if let first { return first.school }
        let schools = try await work.database.schools()
        guard let school = schools.first(where: { me.authority.holds(any: PublishingRoles.writing, at: $0.id) }) else {
            throw TurnedAway.notPermitted
        }
        return school.id
    }

    /// Everyone on the roll of a school; nil where none is known.
    func roll(of school: Identifier<School>) async throws -> Roll? {
        let slug = try await work.database.schools().first { $0.id == school }?.slug
        return try await work.database.roll(ofSchool: slug)
    }

    /// The sections that hold a picture back for which nobody has answered (IMG-05), of the policies of these schools;
    /// none where it is our own good practice alone.
    func sectionsOfJudgement(at schools: [Identifier<School>]) async throws -> [String] {
        var sections: [String] = []
        for school in schools {
            let policy = try await work.policyInForce(at: school)?.policy
            for section in policy?.sections(ofControl: Judgement.id) ?? [] where !sections.contains(section) {
                sections.append(section)
            }
        }
        return sections
    }

    /// What the visitor may read of the posts.
    var reach: PostReach { PostReach(me.user.id, me.authority) }

    /// The post of the address; for whoever may not read it there is none.
    func story(_ name: String = "post") async throws -> PostStory {
        guard let story = try await work.database.postStory(Identifier(visit.part(name))), isReached(story) else {
            throw TurnedAway.notFound
        }
        return story
    }

    func isReached(_ story: PostStory) -> Bool {
        reach.reaches(
            story.post, schools: Set(story.places.map(\.placement.account.school) + [story.post.school]),
            wasSent: !story.revisions.isEmpty, asked: Set(story.opinions.map(\.asked)))
    }

    /// The story of the post that a placement of the address belongs to.
    func placed() async throws -> (PostStory, PlaceStory) {
        let id = Identifier<Placement>(visit.part("placement"))
        guard let post = try await work.database.post(of: id), let story = try await work.database.postStory(post),
            isReached(story), let place = story.places.first(where: { $0.placement.id == id })
        else { throw TurnedAway.notFound }
        return (story, place)
    }

    /// The note that nothing goes out now; nil when nothing is paused at any of these schools, or of those whose posts the
    /// visitor sees.
    func pausedNote(within schools: SchoolReach? = nil) async throws -> Note? {
        let schools = schools ?? reach.sent
        return note(of: try await work.database.standingPauses().filter { schools.meets($0.school) })
    }

    /// The note of the first of these pauses; nil where there is none.
    func note(of pauses: [PublishingPause]) -> Note? {
        guard let pause = pauses.first else { return nil }
        return Note(
            .quiet, "Publishing is paused.", "\(quoted(pause.reason)) Nothing goes out until it is resumed.",
            icon: .pause,
            link: HeadAction("Who paused it, and who resumes it", visit.link(.pause)))
    }

    /// Who ends a pause at a school, or of all schools.
    func resumers(at school: Identifier<School>?) async throws -> [Role] {
        try await work.database.settings(at: school).resumers
    }

    /// The names of those who hold a role at a school now, without some.
    func holders(
        of role: Role, at school: Identifier<School>, without some: Set<Identifier<User>> = []
    ) async throws -> [String] {
        try await work.database.userChoices(UserQuery(holding: [role], within: .only([school]), besides: some))
            .map(\.user.name)
    }
}

extension UserQuery {
    /// Those who write posts for a school.
    static func writers(besides one: Identifier<User>, at school: Identifier<School>) -> UserQuery {
        UserQuery(holding: PublishingRoles.writing, within: .only([school]), besides: [one])
    }
}

extension WhoMay {
    /// Who writes and sends posts.
    static let writers = WhoMay.roles(Set(PublishingRoles.writing))
    /// Who decides posts, releases findings or sees what was sent.
    static let deciders = WhoMay.roles(Set(PublishingRoles.reading))
}
