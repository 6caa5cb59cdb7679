import Foundation
import Governance
import Reading

extension LedgerEntry {
    /// A task about a post, called by what is to be done and leading to where it is done; nil for other tasks.
    init?(_ task: OpenTask, about title: PostTitle?, in visit: Visit) {
        guard let title, let said = Self.said(task, title, visit) else { return nil }
        let isToday = task.due.map { Day(of: $0) == Day(of: visit.now) } ?? false
        self.init(
            task, title: said.title, link: said.link, tag: isToday ? Tag(.hold, "Due today", icon: .clock) : nil,
            text: task.rule + (task.rule.hasSuffix(".") ? "" : "."), now: visit.now)
    }

    private static func said(_ task: OpenTask, _ title: PostTitle, _ visit: Visit) -> (title: String, link: String)? {
        let post = SiteURL.Part.value(title.post.text)
        let placement = SiteURL.Part.value(task.subject.id)
        let account = title.account.map { " on \($0)" } ?? ""
        return switch task.kind {
        case .decidePost: ("Decide \(quoted(title.title))", visit.link(.approval(post)))
        case .releaseFinding: ("Release or return \(quoted(title.title))", visit.link(.approval(post)))
        case .changePost: ("Change \(quoted(title.title)) and send it again", visit.link(.editPost(post)))
        case .answerNote: ("Answer a note on \(quoted(title.title))", visit.link(.post(post)) + "#notes")
        case .publishByHand: ("Publish \(quoted(title.title))\(account)", visit.link(.publishing(placement)))
        case .closeReplies: ("Close the replies to \(quoted(title.title))\(account)", visit.link(.post(post)))
        case .giveSecondOpinion: ("Say what you think of \(quoted(title.title))", visit.link(.secondOpinion(post)))
        case .lookAtStoppedPost: ("See why \(quoted(title.title)) was stopped", visit.link(.post(post)))
        case .lookAtLikeness: ("Look at a picture in \(quoted(title.title))", visit.link(.likeness(post)))
        case .takeDown: ("Take down \(quoted(title.title))\(account)", visit.link(.takedown(placement)))
        case .chaseTakedown: ("\(quoted(title.title)) is still up\(account)", visit.link(.post(post)))
        case .reviewPost: ("Look again at \(quoted(title.title))\(account)", visit.link(.post(post)) + "#review")
        case .adviseOnMistake: ("Give advice on \(quoted(title.title))", visit.link(.mistake(post)))
        default: nil
        }
    }
}
