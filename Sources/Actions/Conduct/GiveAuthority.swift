import Foundation
import Governance
import Store

/// Gives someone the authority to speak for a school, or for all of them, until a day (CON-07): by a manager whom the
/// policy names, never by oneself.
package struct GiveAuthority: Sendable {
    package var user: Identifier<User>
    /// Nil: the whole organisation.
    package var school: Identifier<School>?
    package var until: Day
    /// The training that it asks for first; nil: none.
    package var course: Identifier<Course>?
    package var why: String

    package init(
        to user: Identifier<User>, at school: Identifier<School>?, until: Day, after course: Identifier<Course>? = nil,
        why: String
    ) {
        self.user = user
        self.school = school
        self.until = until
        self.course = course
        self.why = why
    }

    @discardableResult
    package func perform(
        in organisation: Organisation, by actor: Actor
    ) async throws -> Identifier<SpeakingAuthority> {
        let why = try required(why, "why", "Say what this person speaks about, and why", most: 500)
        let id = try await organisation.change(by: actor) { tx in
            try organisation.requireManager(at: school, tx)
            guard actor.user != user else {
                throw ActionError.notPermitted("Nobody gives this to themselves. Ask another manager")
            }
            guard try actor.user.map({ try !tx.standsIn($0, for: user) }) ?? true else {
                throw ActionError.notPermitted("You stand in for them. Ask another manager")
            }
            let holder = try tx.user(user)
            guard holder.endedAt == nil else { throw ActionError.conflict("\(holder.name) has left") }
            let today = Day(of: tx.now)
            guard until >= today, until <= today.adding(days: SpeakingAuthority.mostDays) else {
                throw ActionError.invalid("until", "Choose a last day from today to two years from now")
            }
            let courses = try tx.courses()
            if let course, !courses.contains(where: { $0.id == course && !$0.isOver }) {
                throw ActionError.invalid("course", "Choose a course on the register")
            }
            let authority = SpeakingAuthority(
                id: tx.identifier(), user: user, school: school, by: actor.user, givenAt: tx.now, until: until,
                course: course, why: why)
            try tx.insert(authority)
            try tx.setLook(at: authority)
            let state = try tx.speakingStanding(of: user).state(of: authority)
            return Recorded(
                authority.id,
                Event(
                    .authorityGiven, RecordSubject(.user, user), after: try RecordValue(encoding: authority), why: why),
                tasks: try tx.closingRenewals(by: authority),
                notices: [.given(authority, waiting: courses.first { state == .untrained($0.id) })])
        }
        try await organisation.noteDue()
        return id
    }
}

extension Organisation {
    /// Throws unless whoever acts is a manager whom the policy there names.
    func requireManager(at school: Identifier<School>?, _ tx: WriteTransaction) throws {
        let schools = try tx.schools().map(\.id)
        if let school, !schools.contains(school) { throw ActionError.notFound }
        // In an organisation that is one school, whoever leads the school leads all of it.
        let place = school ?? (schools.count == 1 ? schools.first : nil)
        let roles = try policyInForce(at: place, on: tx.now, tx)?.policy.givesAuthorityToSpeak ?? []
        guard !roles.isEmpty else {
            throw ActionError.conflict("The policy in force there asks for no authority to speak for the school")
        }
        guard try tx.authority().holds(any: roles, at: place) else {
            throw ActionError.notPermitted(
                place == nil
                    ? "Authority for the whole organisation is given by a manager of the whole organisation"
                    : "Authority to speak for this school is given by: \(roles[0].title), or someone above")
        }
    }
}

extension WriteTransaction {
    func setLook(at authority: SpeakingAuthority) throws {
        guard let look = authority.nextLook(after: now) else { return }
        try setDue(.authorityEnds, authority.id.text, at: look)
    }

    /// What this one outlasts need no longer be asked about.
    fileprivate func closingRenewals(by authority: SpeakingAuthority) throws -> [TaskChange] {
        try speakingStanding(of: authority.user).authorities(of: authority.user).filter { earlier in
            earlier.id != authority.id && authority.covers(earlier)
        }.map { .close(.renewAuthority, .authority($0.id)) }
    }
}

extension SpeakingAuthority {
    /// Whether it holds wherever the other one does, and longer.
    func covers(_ other: SpeakingAuthority) -> Bool {
        takenBack == nil && (school == nil || school == other.school) && until > other.until
    }
}

extension RecordSubject {
    static func authority(_ id: Identifier<SpeakingAuthority>) -> RecordSubject {
        RecordSubject(.speakingAuthority, id)
    }
}

extension NewNotice {
    fileprivate static func given(_ authority: SpeakingAuthority, waiting course: Course?) -> NewNotice {
        NewNotice(
            to: authority.user, .authorityChanged, .authority(authority.id),
            says: "You may speak for the school until \(authority.until.inWords)"
                + (course.map { ", once your training in “\($0.name)” is on record" } ?? ""))
    }
}
