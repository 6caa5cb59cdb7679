import Governance
import Store

extension Organisation {
    /// The open applications that somebody who leaves asked for, or was to run: nothing comes of them, so somebody takes
    /// them back, and the account is asked for anew where it is still wanted.
    func applicationTasks(of leaver: Identifier<User>, _ tx: WriteTransaction) throws -> [TaskChange] {
        try tx.openApplications(of: leaver).map { application in
            let terms = try accountTerms(at: application.school, tx)
            let name = try tx.user(leaver).name
            let isAsker = application.by == leaver
            let assignee: NewTask.Assignee =
                try isAsker || tx.hasLeft(application.by)
                ? .role(
                    try tx.firstHeld(PublishingRoles.keepingAccounts, at: application.school, besides: [leaver]),
                    at: application.school)
                : .user(application.by)
            return .restate(
                NewTask(
                    .settleApplication, .application(application.id), for: assignee,
                    due: Acknowledgement.due(after: 0, from: tx.now),
                    rule: accountRule(
                        "\(name), who \(isAsker ? "asked for" : "was to run") “\(application.asked.name)”, has left; take the "
                            + "application back, and ask anew if the account is still wanted", terms.handoverSections),
                    hiddenFrom: [leaver]))
        }
    }

    /// What is asked no more of applications, since somebody is back and nobody else of theirs has left.
    func applicationTasksOver(of user: Identifier<User>, _ tx: WriteTransaction) throws -> [TaskChange] {
        guard try !tx.hasLeft(user) else { return [] }
        return try tx.openApplications(of: user).filter { application in
            try !(application.asked.operators + [application.by]).contains { try $0 != user && tx.hasLeft($0) }
        }.map { .close(.settleApplication, .application($0.id)) }
    }
}
