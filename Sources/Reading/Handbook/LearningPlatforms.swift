import Foundation
import GRDB
import Governance
import Store

extension OrganisationDatabase {
    /// The register, by school and name, those that are over last; with who was told, the latest first.
    package func learningPlatforms() async throws -> [(platform: LearningPlatform, told: [ParentsTold])] {
        try await read { db in
            let told = Dictionary(
                grouping: try Row.fetchAll(
                    db, sql: "SELECT \(ParentsTold.columns) FROM parentsTold ORDER BY toldOn DESC, id"
                ).map(ParentsTold.init), by: \.platform)
            return try Row.fetchAll(
                db,
                sql: """
                    SELECT \(LearningPlatform.columns) FROM learningPlatform
                    ORDER BY isOver, (SELECT name FROM school WHERE school.id = learningPlatform.school), name
                    """
            ).map(LearningPlatform.init).map { ($0, told[$0.id] ?? []) }
        }
    }
}

extension OrganisationDatabase {
    /// The platforms whose parents are to be told.
    package func platformsToTell() async throws -> [Identifier<LearningPlatform>] {
        try await read { db in
            try String.fetchAll(
                db, sql: "SELECT DISTINCT subject FROM task WHERE kind = ? AND closedBy IS NULL",
                arguments: [NewTask.Kind.tellParents.rawValue]
            ).map(Identifier.init)
        }
    }
}
