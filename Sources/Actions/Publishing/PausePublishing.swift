import Governance
import Store

/// Stops everything that is scheduled, at a school or at all of them, at once.
package struct PausePublishing: Sendable {
    /// Nil: every school.
    package var school: Identifier<School>?
    package var reason: String

    package init(school: Identifier<School>? = nil, reason: String) {
        self.school = school
        self.reason = reason
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        let reason = try required(reason, "reason", "Say why nothing is to go out", most: 500)
        try await organisation.change(by: actor) { tx in
            guard try tx.authority().holds(any: PublishingRoles.pausing, at: try tx.scope(of: school)) else {
                throw ActionError.notPermitted("A moderator, a senior leader or the headteacher pauses publishing")
            }
            if try tx.pauses(at: school).contains(where: { $0.school == school }) { return .unchanged }
            try tx.pause(school, reason: reason)
            return Recorded(Event(.publishingPaused, .school(school), why: reason))
        }
    }
}

/// Lets posts go out again; those whose time came meanwhile stay stopped until someone decides on them.
package struct ResumePublishing: Sendable {
    package var school: Identifier<School>?
    package var why: String?

    package init(school: Identifier<School>? = nil, why: String? = nil) {
        self.school = school
        self.why = why
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        try await organisation.change(by: actor) { tx in
            let scope = try tx.scope(of: school)
            let roles = try tx.settings(at: scope).resumers
            guard try tx.authority().holds(any: roles, at: scope) else {
                let titles = roles.map(\.title).joined(separator: ", ")
                throw ActionError.notPermitted("Publishing is resumed by: \(titles)")
            }
            guard let pause = try tx.pauses(at: school).first(where: { $0.school == school }) else {
                return .unchanged
            }
            try tx.end(pause, why: why)
            return Recorded(
                Event(.publishingResumed, .school(school), before: ["reason": .text(pause.reason)], why: why))
        }
    }
}

extension WriteTransaction {
    /// The school whose roles count; an organisation of one school is that school.
    fileprivate func scope(of school: Identifier<School>?) throws -> Identifier<School>? {
        if let school { return try self.school(school).id }
        let all = try schools()
        return all.count == 1 ? all[0].id : nil
    }
}

extension RecordSubject {
    fileprivate static func school(_ id: Identifier<School>?) -> RecordSubject {
        id.map { RecordSubject(.school, $0) } ?? .organisation
    }
}
