import Actions
import Foundation
import Governance
import Reading

extension AccountDesk {
    /// What is on record about an account and what was asked before it, the latest first.
    func story(of subjects: [RecordSubject]) async throws -> [StoryLine] {
        var events: [EventLine] = []
        for subject in subjects { events += try await work.database.timeline(of: subject) }
        let names = try await work.database.userNames()
        return events.sorted { $0.number > $1.number }.map { line($0, names) }
    }

    private func line(_ event: EventLine, _ names: [Identifier<User>: String]) -> StoryLine {
        let day = Day(of: event.at)
        let year = day.year == Day(of: visit.now).year ? "" : " \(day.year)"
        let findings = event.content?.decision?.findings ?? []
        let worst = findings.map(\.severity).max()
        let finding = findings.first { $0.severity == worst }
        let user = event.actor?.user
        let subject: String =
            switch event.actor {
            case .user: ""
            case .console: "At the machine’s console: "
            default: ""
            }
        return StoryLine(
            day: When.short(day) + year, time: When.time(event.at),
            who: user.map { PersonMark(event.actorName ?? "Someone who has left", id: $0.text) },
            says: subject + Self.says(event, names) + ".", quote: (event.content?.why).map(quoted),
            tag: Self.wasRefused(event.kind) ? worst.map { Tag($0) } ?? Tag(.block, "Refused") : nil,
            clause: finding.flatMap { ClauseChip.link(for: $0, in: visit) }, link: nil)
    }

    private static func wasRefused(_ kind: Event.Kind) -> Bool {
        let refused: [Event.Kind] = [
            .loginRefused, .accountAskingRefused, .accountApprovalRefused, .accountOpeningRefused,
            .accountChangeRefused,
        ]
        return refused.contains(kind)
    }

    /// What happened, as a sentence without its beginning and end.
    private static func says(_ event: EventLine, _ names: [Identifier<User>: String]) -> String {
        let after = event.content?.after
        return switch event.kind {
        case .accountAdded: "entered it on the register as it was"
        case .accountChanged: "changed its entry"
        case .accountClosed: "closed it" + closing(after)
        case .accountOpened: "opened it again; nobody has decided on that yet"
        case .accountAsked: "asked for it"
        case .accountAskingRefused: "asked for it, and the policy refused"
        case .accountApproved: "approved it"
        case .accountApprovalRefused: "tried to approve it, and the policy refused"
        case .accountRejected: "rejected it"
        case .accountWithdrawn: "took it back"
        case .accountTold: "told its address before it goes live" + (after?["address"]?.text.map { ": \($0)" } ?? "")
        case .accountActivated: "put on record that it is open"
        case .accountOpeningRefused: "tried to open it, and the policy refused"
        case .accountDetailsChanged: "changed what is known of it"
        case .accountOperatorsChanged: "changed who runs it" + running(after, names)
        case .accountChangeRefused: "tried to change it, and the policy refused"
        case .accountChecked: "looked at it"
        case .accountReviewed: "found that it is still needed"
        case .accountTaskDue: "A task about it fell due"
        case .loginLodged: "lodged its log-in details"
        case .loginShown: "looked at its log-in details"
        case .loginRefused: "asked to see its log-in details, and was refused"
        case .loginLookAsked: "asked a colleague for a look at its log-in details"
        case .loginLookAllowed: "allowed a look at its log-in details"
        case .loginLookLapsed: "Nobody allowed a look at its log-in details in time"
        case .loginDestroyed: "Its log-in details were destroyed"
        case .groupRegistered: "put it on the register"
        case .groupCheckAsked: "It is time to look at it"
        case .groupChecked: "looked at it"
        case .groupHandedOn:
            "handed it on" + (after?["creator"]?.text.flatMap { names[Identifier($0)] }.map { " to \($0)" } ?? "")
        case .groupClosed: "put on record that it is closed"
        case .handoverOpened: handover(event, byHand: "began its handover", else: "Its handover began", names)
        case .handoverWithdrawn: handover(event, byHand: "called its handover off", else: "Its handover is off", names)
        default: event.kind.rawValue
        }
    }

    private static func handover(
        _ event: EventLine, byHand: String, else byItself: String, _ names: [Identifier<User>: String]
    ) -> String {
        let content = event.content?.after ?? event.content?.before
        let leaver = content?["leaver"]?.text.flatMap { names[Identifier($0)] } ?? "somebody who ran it"
        let says = event.actor?.user == nil ? byItself : byHand
        guard event.kind == .handoverOpened else { return "\(says): \(leaver) stays" }
        let why =
            switch content?["cause"]?.text.flatMap(AccountHandover.Cause.init(rawValue:)) {
            case .role: "\(leaver) has lost the role for it"
            case .refused: "the school’s sign-in no longer stands for \(leaver)"
            case .left, nil: "\(leaver) leaves it"
            }
        return event.content?.before == nil ? "\(says): \(why)" : "Its handover goes on: by now \(why)"
    }

    private static func closing(_ after: RecordValue?) -> String {
        let parts = [("archive", "kept"), ("followers", "its followers"), ("proof", "its address now")]
        let told = parts.compactMap { name, word in after?[name]?.text.map { "\(word): \($0)" } }
        return told.isEmpty ? "" : " (" + told.joined(separator: "; ") + ")"
    }

    private static func running(_ after: RecordValue?, _ names: [Identifier<User>: String]) -> String {
        guard case .list(let users)? = after?["operators"] else { return "" }
        let named = users.compactMap { $0.text.flatMap { names[Identifier($0)] } }
        return named.isEmpty ? "" : ": " + Composition.listed(named)
    }
}
