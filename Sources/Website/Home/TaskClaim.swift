import Actions
import Governance
import Reading

extension LedgerEntry.Claim {
    /// For a task that several could do: whoever takes it tells the others so. Nil for a task of one's own.
    init?(_ task: OpenTask, names: [Identifier<User>: String], in visit: Visit) throws {
        guard case .role = task.assignee else { return nil }
        let mine = task.claimedBy == (try visit.me.user.id)
        let other = task.claimedBy.flatMap { mine ? nil : names[$0] ?? "Someone" }
        self.init(
            action: visit.link(.task(.value(task.id.text))),
            says: mine ? "You have taken this." : other.map { "\($0) has taken this." },
            button: mine ? "Give it back" : other == nil ? "I’ll take it" : nil, does: mine ? "return" : "take")
    }
}

/// Taking a task of a role, and giving it back.
enum TaskRoutes {
    private enum Button: String {
        case take
        case giveBack = "return"
    }

    static let all: [Route] = [
        .post(.task(.any), .signedIn) { visit in
            let task = Identifier<NewTask>(visit.part("task"))
            let me = try visit.me.user.id
            switch try visit.form.pressed(Button.self) {
            case .giveBack: try await ReturnTask(task: task).perform(in: visit.work, by: me)
            case .take: try await ClaimTask(task: task).perform(in: visit.work, by: me)
            }
            return .see(.home)
        }
    ]
}
