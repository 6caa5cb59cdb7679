import Governance
import Reading

extension Tag {
    /// The state of a version.
    init(_ state: PolicyVersion.State) {
        switch state {
        case .draft: self.init(.quiet, "Draft", icon: .draft)
        case .approved: self.init(.clear, "Approved", icon: .approve)
        case .coming: self.init(.hold, "Coming", icon: .calendar)
        case .inForce: self.init(.clear, "In force", icon: .check)
        case .replaced: self.init(.quiet, "Replaced", icon: .history)
        }
    }
}

extension PolicyVersion {
    /// `Governing body, 2 November 2026, minute 7b`; nil when none is on record.
    var approvalInWords: String? {
        approval.map { "\($0.by), \(When.date($0.on))" + ($0.minute.map { ", minute \($0)" } ?? "") }
    }
}

extension LedgerEntry {
    /// One event about a version, as its story tells it; nil for one of another kind.
    init?(_ event: EventLine) {
        let title: String? =
            switch event.kind {
            case .policyAdded: "Added as a draft"
            case .policyApproved: "Its approval was put on record"
            case .policyPutInForce:
                event.content?.after?["correction"]?.text == nil
                    ? "Put in force" : "Put in force as a correction that asks nobody again"
            case .policyEnded: "Ended, so that the organisation’s policy holds again"
            default: nil
            }
        guard let title else { return nil }
        let who =
            switch event.actor {
            case .user: event.actorName ?? "someone who can no longer sign in"
            case .console: "the machine’s console"
            case .visitor: "whoever set Chaperone up"
            case .schedule, nil: "the program"
            }
        let why = event.content?.why.map { " “\($0)”" } ?? ""
        self.init(When.date(event.at), When.time(event.at), title: title, text: "By \(who).\(why)")
    }
}
