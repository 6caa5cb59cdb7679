import Foundation
import GRDB
import Governance

extension OnePersonRequest {
    /// Who may confirm that one person alone looks at the log-in details of these schools: whoever allows looks at every
    /// one of them or administers the whole organisation, by a role of their own, and has stood long enough; not whom the
    /// school's sign-in refused, nor whoever stands in for the one who asks.
    ///
    /// - Parameter allowing: the roles that allow a look, by school.
    package static func confirmers(
        _ db: Database, besides asker: Identifier<User>, allowing: [Identifier<School>: [Role]], now: Date
    ) throws -> Set<Identifier<User>> {
        let administrators = try standing(db, [.administrator], at: nil, now: now)
        let each = try allowing.map { school, roles in try standing(db, roles, at: school, now: now) }
        let everywhere = each.dropFirst().reduce(each.first ?? []) { $0.intersection($1) }
        let standIns = try String.fetchAll(
            db.cachedStatement(sql: "SELECT deputy FROM deputy WHERE absent = ? AND beginsAt <= ? AND endsAt > ?"),
            arguments: [asker.text, now.milliseconds, now.milliseconds])
        return administrators.union(everywhere).subtracting(standIns.map { Identifier($0) }).subtracting([asker])
    }

    /// Those who hold one of the roles there, whose roles and way in nobody touched lately.
    private static func standing(
        _ db: Database, _ roles: [Role], at school: Identifier<School>?, now: Date
    ) throws -> Set<Identifier<User>> {
        let ids = try String.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT DISTINCT user.id FROM roleGrant JOIN user ON user.id = roleGrant.user
                    WHERE role IN (SELECT value FROM json_each(:roles))
                        AND (school IS NULL OR school = :school) AND user.endedAt IS NULL AND user.addedAt <= :since
                        AND beginsAt <= :now AND (endsAt IS NULL OR endsAt > :now)
                        AND NOT EXISTS (SELECT 1 FROM event
                            WHERE subjectKind = 'user' AND subject = user.id AND at > :since
                                AND kind IN (SELECT value FROM json_each(:touches)))
                        AND NOT EXISTS (SELECT 1 FROM task
                            WHERE kind = :refused AND subjectKind = 'user' AND subject = user.id
                                AND closedBy IS NULL)
                    """),
            arguments: [
                "roles": try StoredJSON.text(roles.map(\.rawValue)), "school": school?.text,
                "now": now.milliseconds, "since": (now - Double(daysToStand) * 86_400).milliseconds,
                "touches": try StoredJSON.text(touches.map(\.rawValue)),
                "refused": NewTask.Kind.lookAtRefusedUser.rawValue,
            ])
        return Set(ids.map(Identifier.init))
    }

    /// What somebody else does, or could do, to come in as a user, or to make them one who may confirm.
    package static let touches: [Event.Kind] = [
        .userInvited, .userChanged, .userReopened, .roleGranted, .linkMade, .linkAsked, .codesReset, .providerBound,
        .consoleAdministrator,
    ]
}
