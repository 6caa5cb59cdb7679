import Foundation
import GRDB
import Governance
import Store

extension OrganisationDatabase {
    package func onePersonRequest(_ id: Identifier<OnePersonRequest>) async throws -> OnePersonRequest? {
        try await read { try OnePersonRequest.read($0, id) }
    }

    /// The one that waits at a school, or with nil everywhere.
    package func waitingOnePersonRequest(at school: Identifier<School>?) async throws -> OnePersonRequest? {
        let now = clock.now
        return try await read { try OnePersonRequest.open($0, at: school) }.flatMap { $0.waits(at: now) ? $0 : nil }
    }

    /// The schools where one person alone could look then.
    package func schools(of request: OnePersonRequest) async throws -> [School] {
        try await read { try OnePersonRequest.schools($0, at: request.school) }
    }

    /// Who may confirm it now, in no order.
    ///
    /// - Parameter allowing: the roles that allow a look, by school.
    package func confirmers(
        of request: OnePersonRequest, allowing: [Identifier<School>: [Role]]
    ) async throws -> Set<Identifier<User>> {
        let now = clock.now
        return try await read {
            try OnePersonRequest.confirmers($0, besides: request.askedBy, allowing: allowing, now: now)
        }
    }
}
