import Foundation
import Governance
import Reading

extension LedgerEntry {
    /// A task about an account, leading to where it is done; nil for other tasks.
    init?(account task: OpenTask, in visit: Visit) {
        let id = SiteURL.Part.value(task.subject.id)
        let link: String
        switch task.subject.kind {
        case .accountApplication:
            link = visit.link(task.kind == .openAccount ? .accountOpening(id) : .accountApplication(id))
        case .account where [.lodgeLogin, .changeLogin, .allowLook].contains(task.kind):
            link = visit.link(.accountLogin(id))
        case .account where task.kind == .reconnectAccount: link = visit.link(.accountConnection(id))
        case .account where task.kind == .unfollow: link = visit.link(.accountConnection(id)) + "#following"
        case .account where [.answerFollower, .judgeReply].contains(task.kind): link = visit.link(.accountReply(id))
        case .account: link = visit.link(.account(id))
        case .onePersonRequest: link = visit.link(.onePerson(id))
        case .staffGroup: link = visit.link(.staffGroup(id))
        case .user where task.kind == .acknowledgeLeaving: link = visit.link(.myLeaving)
        case .user where task.kind == .chaseLeaver: link = visit.link(.leaverSaid(id))
        case .user where task.kind == .handOnPosts: link = visit.link(.posts) + "?author=\(task.subject.id)"
        default: return nil
        }
        let isToday = task.due.map { Day(of: $0) == Day(of: visit.now) } ?? false
        let parts = task.rule.split(separator: ": ", maxSplits: 1).map(String.init)
        self.init(
            task, title: parts[0], link: link,
            tag: isToday ? Tag(.hold, "Due today", icon: .clock) : nil,
            text: parts.count > 1 ? parts[1].capitalisedFirst + "." : nil, now: visit.now)
    }
}
