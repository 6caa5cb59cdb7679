import Foundation
import Governance

/// What is known of accounts, as pages say it.
enum AccountWords {
    static func title(of type: Draft.AccountType) -> String {
        switch type {
        case .schoolMain: "The school’s own"
        case .department: "A department’s"
        case .friends: "Friends of the school"
        case .individual: "One person’s, in a school role"
        case .teaching: "For teaching"
        }
    }

    static func title(of readers: PostingAccount.Readers) -> String {
        switch readers {
        case .families: "Families and the public"
        case .children: "Children"
        }
    }

    static func title(of openness: AccountOpenness) -> String {
        switch openness {
        case .open: "Open to everyone"
        case .closed: "Closed: its followers are let in one by one"
        }
    }

    /// The youngest that networks let hold an account, as they said when it was last read: `13 (X), 16 (LinkedIn)`.
    static func minimumAges(of networks: [Network]) -> String {
        let known = Network.allCases.filter { networks.contains($0) && $0.facts.minimumAge != nil }
        let byAge = Dictionary(grouping: known) { $0.facts.minimumAge ?? 0 }
        return byAge.sorted { $0.key < $1.key }
            .map { age, networks in "\(age) (\(networks.map(\.title).joined(separator: ", ")))" }
            .joined(separator: ", ")
    }

    /// `On`, `Off` or `Not known`
    static func onOff(_ value: Bool?) -> String { value.map { $0 ? "On" : "Off" } ?? "Not known" }

    static func day(_ instant: Date?) -> String { instant.map { When.date($0) } ?? "Not known" }

    /// The duty next due, in three words or so.
    static func duty(_ kind: NewTask.Kind) -> String {
        switch kind {
        case .decideAccount: "Decide"
        case .tellAccount: "Tell its address"
        case .openAccount: "Open it"
        case .checkAccount: "First look"
        case .reviewAccount: "Is it still needed?"
        case .orderAccount: "Bring into order, or close"
        case .lodgeLogin: "Lodge its log-in details"
        case .changeLogin: "Change its password"
        case .allowLook: "Allow a look"
        case .handOverAccount: "Handover"
        case .findOperator: "Find another to run it"
        default: "To do"
        }
    }

    /// What the state of an account comes to with what is open about it.
    static func tag(_ state: AccountState, open kinds: [NewTask.Kind]) -> Tag {
        kinds.contains(.handOverAccount) ? Tag(.hold, "Handover due", icon: .clock) : tag(state)
    }

    static func tag(_ state: AccountState) -> Tag {
        switch state {
        case .active: Tag(.clear, "In use")
        case .legacy: Tag(.hold, "Not yet in order", icon: .clock)
        case .closed: Tag(.quiet, "Closed", icon: .ban)
        }
    }

    /// Why somebody hands an account over.
    static func tag(_ cause: AccountHandover.Cause) -> Tag {
        switch cause {
        case .left: Tag(.hold, "Has left")
        case .role: Tag(.hold, "Lost their role")
        case .refused: Tag(.hold, "Refused at sign-in")
        }
    }

    static func tag(_ state: AccountApplication.State) -> Tag {
        switch state {
        case .asked: Tag(.hold, "Asked for", icon: .clock)
        case .approved: Tag(.clear, "Approved")
        case .rejected: Tag(.block, "Rejected")
        case .told: Tag(.clear, "Told")
        case .opened: Tag(.clear, "Opened")
        case .withdrawn: Tag(.quiet, "Withdrawn", icon: .ban)
        }
    }

    /// A finding as a form that came back says it: what, what to do, under which section.
    static func problem(_ finding: Finding, field: String? = nil) -> Problem {
        let section = finding.clause.map { at in
            " Policy \([at, finding.part].compactMap(\.self).joined(separator: ", "))."
        }
        return Problem(
            field ?? finding.place?.field ?? "name", "\(finding.says) \(finding.advice)\(section ?? "")")
    }

    static func problems(_ refusal: Refusal) -> [Problem] { (refusal.blocks + refusal.holds).map { problem($0) } }
}
