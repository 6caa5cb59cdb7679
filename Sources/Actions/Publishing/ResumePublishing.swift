import Governance
import Store

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
