import Governance
import Store

extension Organisation {
    /// The school with this short name; throws `.notFound` when there is none.
    package func school(slug: String) async throws -> School {
        try await database.look(by: .console) { tx in
            guard let school = try tx.schools().first(where: { $0.slug == slug }) else { throw ActionError.notFound }
            return school
        }
    }
}
