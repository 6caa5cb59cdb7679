import Crypto
import Foundation
import Governance
import Store

/// What judges a post at one school: its policy in force as a door, the roll, and what the school says of itself.
struct PostRules: Sendable {
    let door: Door<PublishPost>
    let roll: Roll?
    let facts: OrganisationFacts
    let school: Identifier<School>
    /// Whether the policy asks who may speak for the school.
    let asksWhoSpeaks: Bool
    /// Whether the policy asks whoever posts to know the list of those who must not be published.
    let asksToKnowList: Bool
    /// Who writes vacancies; nil where the policy leaves them to everybody.
    let vacanciesBy: [Role]?

    /// - Parameters:
    ///   - writers: everyone who wrote a part of it; nil: not known.
    ///   - judged: who has judged its pictures; nil: nobody asks.
    ///   - sender: who sends it now, and so must know the list of those who must not be published; nil: it was sent
    ///     before. Who is in its pictures is examined each time, so a later change of the list stops nobody else.
    func act(
        _ draft: Draft, by writers: Set<Identifier<User>>?, judged: PictureJudgements?,
        sentBy sender: Identifier<User>? = nil, _ tx: WriteTransaction
    ) throws -> PublishPost {
        act(
            draft, judged: judged,
            listUnknownTo: try mustKnow(sender).map { try tx.pictureListUnknown(to: [$0], at: school) },
            destinations: try tx.destinations(of: draft.linksOfReaders),
            speakers: try asked(writers).map { try tx.speakers($0, at: school, words: Self.words(of: draft)) },
            vacancyWriters: try vacancyWriters(writers) { try tx.names(of: $0, without: $1, at: school) })
    }

    /// The same for a look that changes nothing.
    func act(
        _ draft: Draft, by writers: Set<Identifier<User>>?, judged: PictureJudgements?,
        sentBy sender: Identifier<User>? = nil, _ database: OrganisationDatabase
    ) async throws -> PublishPost {
        var unknown: [String]?
        if let sender = mustKnow(sender) { unknown = try await database.pictureListUnknown(to: [sender], at: school) }
        let destinations = try await database.destinations(of: draft.linksOfReaders)
        var speakers: Speakers?
        if let writers = asked(writers) {
            speakers = try await database.speakers(writers, at: school, words: Self.words(of: draft))
        }
        var vacancyWriters: VacancyWriters?
        if let writers, let vacanciesBy {
            vacancyWriters = VacancyWriters(
                unnamed: try await database.names(of: writers, without: vacanciesBy, at: school), named: vacanciesBy)
        }
        return act(
            draft, judged: judged, listUnknownTo: unknown, destinations: destinations, speakers: speakers,
            vacancyWriters: vacancyWriters)
    }

    private func vacancyWriters(
        _ writers: Set<Identifier<User>>?, _ names: (Set<Identifier<User>>, [Role]) throws -> [String]
    ) rethrows -> VacancyWriters? {
        guard let writers, let vacanciesBy else { return nil }
        return VacancyWriters(unnamed: try names(writers, vacanciesBy), named: vacanciesBy)
    }

    private func asked(_ writers: Set<Identifier<User>>?) -> Set<Identifier<User>>? { asksWhoSpeaks ? writers : nil }

    private func mustKnow(_ sender: Identifier<User>?) -> Identifier<User>? { asksToKnowList ? sender : nil }

    private func act(
        _ draft: Draft, judged: PictureJudgements?, listUnknownTo: [String]?, destinations: [LinkDestination],
        speakers: Speakers?, vacancyWriters: VacancyWriters?
    ) -> PublishPost {
        PublishPost(
            draft: draft, roll: roll, organisation: facts, speakers: speakers, judgements: judged,
            listUnknownTo: listUnknownTo, vacancyWriters: vacancyWriters, destinations: destinations)
    }

    /// The digest of all that readers will see or follow.
    private static func words(of draft: Draft) -> String {
        let said = [draft.text] + draft.links.sorted()
        return Base32.text(of: Array(SHA256.hash(data: Data(said.joined(separator: "\n").utf8))))
    }
}

extension Organisation {
    /// The rules at this moment, read in the same transaction as the change that rests on them.
    func postRules(at school: Identifier<School>, _ tx: WriteTransaction) throws -> PostRules {
        let policy = try policyInForce(at: school, on: tx.now, tx)
        let facts = try OwnFacts(
            settings: tx.settings(at: school), slug: tx.school(school).slug, roll: tx.roll(of: school))
        return try postRules(policy, facts, at: school)
    }

    /// The rules for a look that changes nothing.
    func postRules(at school: Identifier<School>) async throws -> PostRules {
        guard let (slug, settings) = try await database.slugAndSettings(of: school) else { throw ActionError.notFound }
        let facts = OwnFacts(settings: settings, slug: slug, roll: try await database.rollNow(ofSchool: slug))
        return try postRules(await policyInForce(at: school), facts, at: school)
    }

    private struct OwnFacts {
        let settings: Settings
        let slug: String
        let roll: Roll?
    }

    private func postRules(
        _ policy: PolicyInForce?, _ own: OwnFacts, at school: Identifier<School>
    ) throws -> PostRules {
        guard let policy else {
            throw ActionError.conflict("No policy is in force at this school, so nothing can be checked or sent")
        }
        return PostRules(
            door: installation.doors.door(policy), roll: own.roll,
            facts: own.settings.facts(names: policy.policy.names, school: own.slug), school: school,
            asksWhoSpeaks: policy.policy.asksForAuthorityToSpeak,
            asksToKnowList: policy.policy.asksToKnowPictureList,
            vacanciesBy: policy.policy.namesAccountsForVacancies ? own.settings.writersOfVacancies : nil)
    }
}
