import Actions
import Foundation
import Governance
import Reading

/// Inviting staff of the roll, all at once, and once more those who have not come.
enum InvitationRoutes {
    static let all: [Route] = [
        .get(.invitations, .administrators) { visit in .page(try await page(visit)) },
        .post(.invitations, .administrators, .form, invite),
        .post(.invitationsAgain, .administrators, .form, inviteAgain),
    ]

    /// How many that need a word first are named.
    private static let mostNamed = 50

    private static func page(_ visit: Visit, problems: [Problem] = []) async throws -> Page {
        let database = try visit.work.database
        let schools = try await database.schools()
        let asked = visit.form.has("school") ? visit.form : visit.query
        let school = schools.first { $0.slug == asked["school"] }
        let staff = try await database.staffToInvite(of: school?.id, most: InviteStaff.most)
        return InvitationsPage.page(
            staff, schools: schools, school: school, waiting: try await database.invitedUsers(),
            mails: try await visit.work.isMailOn(), form: visit.form, most: mostNamed, problems: problems,
            links: InvitationsPage.Links(
                to: visit.link(.invitations), again: visit.link(.invitationsAgain),
                users: Crumb("Who can sign in", visit.link(.users)), roll: visit.link(.rollImport),
                roles: visit.link(.roleList),
                user: { visit.link(.user(id: .value($0.text))) },
                change: { visit.link(.personChange(id: .value($0.text))) },
                known: { visit.link(.personUser(id: .value($0.text))) }), now: visit.now)
    }

    @Sendable private static func invite(_ visit: Visit) async throws -> Reply {
        do {
            let invitations = try await InviteStaff(
                visit.form.all("person").map { Identifier($0) },
                as: Role(rawValue: visit.form["role"]) ?? .administrator,
                why: visit.form.trimmed("why")
            ).perform(in: visit.work, by: visit.actor)
            return .page(try await done(invitations, visit))
        } catch ActionError.invalid(let errors) {
            return .page(try await page(visit, problems: errors.map(Problem.init)))
        }
    }

    @Sendable private static func inviteAgain(_ visit: Visit) async throws -> Reply {
        let invitations = try await InviteAgain(visit.form.all("user").map { Identifier($0) })
            .perform(in: visit.work, by: visit.actor)
        guard !invitations.each.isEmpty else { return .see(.invitations) }
        return .page(try await done(invitations, visit))
    }

    private static func done(_ invitations: Invitations, _ visit: Visit) async throws -> Page {
        let address = try await visit.site.installation?.publicAddress() ?? ""
        return InvitedPage.page(
            invitations, at: visit.organisation?.name ?? "", isWhole: !address.isEmpty,
            link: { address + visit.link(.newPassword(token: .value($0))) },
            back: Crumb("Invite staff", visit.link(.invitations)), now: visit.now)
    }
}
