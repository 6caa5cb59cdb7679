import Foundation
import Governance
import Store

extension WriteTransaction {
    /// Throws unless whoever acts writes for this school.
    @discardableResult
    func requireWriter(at school: Identifier<School>) throws -> Identifier<User> {
        let user = try person()
        guard try authority().holds(any: PublishingRoles.writing, at: school) else {
            throw ActionError.notPermitted("Authors, moderators and senior leaders write posts for this school")
        }
        return user
    }

    /// Whether whoever acts wrote the post or keeps it, or holds one of these roles at the school.
    func ownsOrHolds(_ roles: [Role], of post: Post, at school: Identifier<School>) throws -> Bool {
        try post.isOf(person()) || authority().holds(any: roles, at: school)
    }

    /// Who acts; throws unless they wrote the post or keep it, or hold one of these roles at the school.
    /// - Parameter says: who may, for whoever may not.
    @discardableResult
    func requireOwnOrRole(
        _ roles: [Role], of post: Post, at school: Identifier<School>, _ says: String
    ) throws -> Identifier<User> {
        let user = try person()
        guard try ownsOrHolds(roles, of: post, at: school) else { throw ActionError.notPermitted(says) }
        return user
    }

    /// Who acts, and the schools where the post waits and they may approve it; throws when there is none, as for
    /// whoever wrote a part of it.
    func requireApprover(of post: Post) throws -> (user: Identifier<User>, schools: Set<Identifier<School>>) {
        let user = try person()
        let (authority, writers) = (try authority(), try writers(of: post))
        var schools: Set<Identifier<School>> = []
        var refusal: ActionError?
        for school in try schoolsWaiting(for: post).sorted() {
            if let obstacle = PostApproval.obstacle(for: user, with: authority, at: school, writers: writers) {
                refusal = obstacle
            } else {
                schools.insert(school)
            }
        }
        if schools.isEmpty, let refusal { throw refusal }
        return (user, schools)
    }

    /// The post's own school, and those of the accounts that it was ever sent to.
    func schools(of post: Post) throws -> Set<Identifier<School>> {
        Set(try placements(of: post.id).map(\.account.school)).union([post.school])
    }

    /// Throws `.notFound` where whoever acts may not read the post: for them there is none.
    func requireReader(of post: Post) throws {
        let reach = PostReach(try person(), try authority())
        let wasSent = try lastRevision(of: post.id) != nil
        guard try reach.reaches(post, schools: schools(of: post), wasSent: wasSent, asked: askedForOpinion(of: post.id))
        else { throw ActionError.notFound }
    }

    /// Where the post waits for a decision; its own school when it waits nowhere.
    func schoolsWaiting(for post: Post) throws -> Set<Identifier<School>> {
        let schools = Set(try lastPlacements(of: post.id).filter { $0.state == .waiting }.map(\.account.school))
        return schools.isEmpty ? [post.school] : schools
    }

    /// Throws unless whoever acts writes for a school that the post is of or goes to.
    func requireWriter(ofAnySchoolOf post: Post) throws -> Identifier<User> {
        let user = try person()
        let schools = Set(try lastPlacements(of: post.id).map(\.account.school)).union([post.school])
        let authority = try authority()
        guard schools.contains(where: { authority.holds(any: PublishingRoles.writing, at: $0) }) else {
            throw ActionError.notPermitted("Notes are written by those who write or decide posts for its schools")
        }
        return user
    }

    /// Everyone who wrote a part of it or sent it, in any revision.
    func writers(of post: Post) throws -> Set<Identifier<User>> { try writers(of: post.id) }

    /// What became of a post is told to whoever minds it, and to its author too where somebody else minds it now and they
    /// are still here.
    func decided(_ post: Post, _ what: String) throws -> [NewNotice] {
        let notice = { (user: Identifier<User>, which: String) in
            NewNotice(to: user, .postDecided, .post(post.id), says: "\(which) \(what)")
        }
        guard post.keeper != post.author else { return [notice(post.author, "Your post")] }
        let told = [notice(post.keeper, "A post that was handed on to you")]
        return try user(post.author).endedAt == nil ? told + [notice(post.author, "Your post")] : told
    }

    /// The placements of the last revision.
    func lastPlacements(of post: Identifier<Post>) throws -> [Placement] {
        let all = try placements(of: post)
        let last = all.map(\.revisionNumber).max()
        return all.filter { $0.revisionNumber == last }
    }

    /// The task of releasing one held finding at a school.
    func releasing(
        _ finding: Finding, of post: Identifier<Post>, at school: Identifier<School>, due: Date,
        writers: Set<Identifier<User>>
    ) throws -> NewTask {
        let role = try Releasing.role(for: finding, excluding: writers) { try holders(of: $0, at: school) }
        let clause = finding.clause.map { "section \($0)" } ?? finding.source ?? "the product's own rule"
        return NewTask(
            .releaseFinding, .post(post), for: .role(role ?? finding.releasedBy ?? .slt, at: school), due: due,
            rule: "What is held waits for this role's release: \(clause)", hiddenFrom: writers.sorted())
    }

    func placements(of post: Identifier<Post>, in states: Set<PlacementState>) throws -> [Placement] {
        try placements(of: post).filter { states.contains($0.state) }
    }
}

extension Organisation {
    /// What the door says now of one placement, with all that people have answered for.
    func admission(
        of placement: Placement, on instant: Date? = nil, _ tx: WriteTransaction
    ) throws -> Admission<PublishPost> {
        let rules = try postRules(at: placement.account.school, tx)
        let answers = try tx.answers(of: placement.post)
        let writers = try tx.writers(of: placement.post)
        var draft = placement.draft
        draft.network = placement.account.network
        if let instant { draft.publishAt = instant }
        return try rules.door.admit(
            rules.act(
                draft, by: writers,
                judged: PictureJudgements(publishing: tx.judgements(of: placement.post), writtenBy: writers), tx),
            at: tx.now,
            releases: answers.releases(at: placement.account.school),
            corrections: answers.confirmed(at: placement.account.school))
    }
}

extension RecordSubject {
    static func post(_ id: Identifier<Post>) -> RecordSubject { RecordSubject(.post, id) }
    static func placement(_ id: Identifier<Placement>) -> RecordSubject { RecordSubject(.placement, id) }
}

extension Refusal {
    /// Everything that stopped the act.
    var stopping: [Finding] { blocks + holds }
}
