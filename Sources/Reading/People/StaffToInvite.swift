import Foundation
import GRDB
import Governance
import Store

/// Staff on the roll as whom nobody signs in, and what an invitation of each needs.
package struct StaffToInvite: Sendable {
    /// Those who can be invited, by family name; at most as many as were asked for.
    package let ready: [RollEntry]
    /// How many can be invited altogether.
    package let readyCount: Int
    /// Those whose e-mail address is a user's already, who may be them.
    package let known: [RollEntry]
    /// Those who have the same e-mail address as another member of staff.
    package let sharing: [RollEntry]
    /// Those of whom no e-mail address is known.
    package let withoutAddress: [RollEntry]

    package init(
        ready: [RollEntry], readyCount: Int, known: [RollEntry], sharing: [RollEntry], withoutAddress: [RollEntry]
    ) {
        self.ready = ready
        self.readyCount = readyCount
        self.known = known
        self.sharing = sharing
        self.withoutAddress = withoutAddress
    }
}

/// Somebody who was invited and has not come yet.
package struct InvitedUser: Sendable, Equatable {
    package let user: User
    /// When the latest invitation was made, and until when it counts; a link made for them since ends it.
    package let invitedAt: Date
    package let until: Date

    package init(user: User, invitedAt: Date, until: Date) {
        self.user = user
        self.invitedAt = invitedAt
        self.until = until
    }
}

extension OrganisationDatabase {
    /// - Parameters:
    ///   - school: of which school; nil: of every one, and of none.
    ///   - most: of each list.
    package func staffToInvite(of school: Identifier<School>?, most: Int) async throws -> StaffToInvite {
        try await readAtLength { db in
            let found = { (condition: String) in
                try Row.fetchAll(
                    db,
                    sql: RollEntry.query + notSigningIn + " AND " + condition
                        + " ORDER BY family COLLATE NOCASE, given COLLATE NOCASE, person.id LIMIT :most",
                    arguments: ["school": school?.text, "most": most]
                ).map(RollEntry.init)
            }
            return StaffToInvite(
                ready: try found(isReady),
                readyCount: try Int.fetchOne(
                    db, sql: "SELECT count(*) FROM person" + notSigningIn + " AND " + isReady,
                    arguments: ["school": school?.text]) ?? 0,
                known: try found(isKnown), sharing: try found("email IS NOT NULL AND \(isShared) AND NOT \(isKnown)"),
                withoutAddress: try found("email IS NULL"))
        }
    }

    /// Staff on the roll as whom nobody signs in, by family name: of these schools, and of none where all are asked for.
    package func staffNotSigningIn(within reach: SchoolReach) async throws -> [RollEntry] {
        try await readAtLength { db in
            try Row.fetchAll(
                db,
                sql: RollEntry.query + notSigningIn + """
                     AND (:schools IS NULL OR person.school IN (SELECT value FROM json_each(:schools)))
                    ORDER BY family COLLATE NOCASE, given COLLATE NOCASE, person.id
                    """, arguments: ["school": nil, "schools": reach.asJSON]
            ).map(RollEntry.init)
        }
    }

    /// Everybody who was invited and has not come, by name.
    package func invitedUsers() async throws -> [InvitedUser] {
        try await read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT \(User.columns), max(oneTimeLink.madeAt) AS madeAt, oneTimeLink.expiresAt
                    FROM user JOIN oneTimeLink ON oneTimeLink.user = user.id WHERE \(OneTimeLink.isUnanswered)
                    GROUP BY user.id ORDER BY name COLLATE NOCASE, user.id
                    """
            ).map {
                InvitedUser(
                    user: try User($0), invitedAt: Date(milliseconds: $0["madeAt"]),
                    until: Date(milliseconds: $0["expiresAt"])
                )
            }
        }
    }
}

private let notSigningIn = """
     WHERE kind = 'staff' AND leftAt IS NULL AND (:school IS NULL OR person.school = :school)
        AND NOT EXISTS (SELECT 1 FROM userOfPerson WHERE userOfPerson.person = person.id)
    """

private let isKnown = "EXISTS (SELECT 1 FROM user WHERE user.email = person.email)"

private let isShared = """
    EXISTS (SELECT 1 FROM person AS other WHERE other.email = person.email AND other.id <> person.id
        AND other.kind = 'staff' AND other.leftAt IS NULL)
    """

private let isReady = "person.email IS NOT NULL AND NOT \(isKnown) AND NOT \(isShared)"
