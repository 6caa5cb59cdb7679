import Actions
import Foundation
import Governance
import Reading

extension AccountDesk {
    /// Whom it follows, compared with the roll; where no program can ask that, and the policy speaks of it, that a person has
    /// to look. Nil where there is nothing to say.
    func following(
        _ account: OfficialAccount, isJoined: Bool, _ problems: [Problem] = []
    ) async throws -> ConnectionPage.Following? {
        let network = account.account.network
        let policy = try await work.policyInForce(at: account.account.school)?.policy
        let section = policy?.sections(carriedBy: .accountFollowing).first
        let pupils = (visit.organisation?.pupilWord ?? PupilWord()).many
        guard network.saysWhomItFollows else {
            guard let section, network != .website else { return nil }
            let looked = try await work.database.followingLooked(of: account.id)
            let names = try await work.database.userNames()
            let last =
                looked.map {
                    "\(names[$0.by] ?? "Someone who has left") looked \(When.near($0.at, now: visit.now)), and found "
                        + ($0.foundSome ? "some: whoever runs it stops following them, and looks again." : "none.")
                } ?? "Nobody has said yet that they looked."
            return ConnectionPage.Following(
                says:
                    "No program of a school is told by \(network.title) whom an account follows (as of 22 November 2026). "
                    + "Look there by hand that it follows no \(pupils). \(last)", learners: [], anyLearners: false,
                clause: ClauseChip.link(to: section, in: visit),
                action: account.state.isInUse ? visit.link(.accountFollowing(.value(account.id.text))) : nil,
                found: ChoiceField(
                    "follows", "I have looked there. Does it follow \(pupils)?",
                    [
                        ("none", "None", nil),
                        ("some", "Some", "Whoever runs it is asked to stop following them."),
                    ], chosen: [visit.form["follows"]], problems: problems),
                button: "Put it on record")
        }
        guard isJoined else { return nil }
        let compared = try await work.database.followingCompared(of: account.id)
        let settings = try await work.database.settings(at: account.account.school)
        let daily = section != nil || settings.isFollowingCompared ? " It is compared each day." : ""
        let learners = (compared?.learners ?? []).map { "\($0.handle), who shows the name \(quoted($0.name))" }
        return ConnectionPage.Following(
            says: (compared.map { found in
                "It follows \(found.followed == 1 ? "one account" : "\(found.followed) accounts"). Compared with the roll "
                    + "\(When.near(found.at, now: visit.now))."
                    + (learners.isEmpty ? " None shows the name of one of our \(pupils)." : "")
            } ?? "It was not compared with the roll yet.") + daily,
            learners: learners, anyLearners: !learners.isEmpty,
            clause: section.map { ClauseChip.link(to: $0, in: visit) } ?? nil,
            action: visit.link(.accountFollowing(.value(account.id.text))), found: nil,
            button: "Compare with the roll now")
    }
}
