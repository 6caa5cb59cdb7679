import Foundation
import Governance
import Store

/// A concern as those read it who were told of it.
package struct ConcernRead: Sendable {
    package let concern: Concern
    package let raisedBy: String?
    package let raisedAt: Date
    /// Who spoke with them, and when that was put on record; nil: nobody yet.
    package let heard: Heard?

    package struct Heard: Sendable {
        package let by: String?
        package let at: Date
    }
}

extension OrganisationDatabase {
    /// Nil when there is none, or when what it holds was disposed of.
    package func concern(_ id: Identifier<Concern>) async throws -> ConcernRead? {
        let events = try await timeline(of: RecordSubject(.concern, id))
        guard let raised = events.first(where: { $0.kind == .concernRaised }),
            let concern = Concern(raised.content?.after)
        else { return nil }
        return ConcernRead(
            concern: concern, raisedBy: raised.actorName, raisedAt: raised.at,
            heard: events.first { $0.kind == .concernHeard }.map { ConcernRead.Heard(by: $0.actorName, at: $0.at) })
    }
}
