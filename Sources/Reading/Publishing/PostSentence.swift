import Governance

/// Events of a post told to a person; the name of who did it stands before.
enum PostSentence {
    static func of(_ kind: Event.Kind, _ content: Event.Content?, names: [String: String]) -> String {
        let after = content?.after
        let account = after?["account"]?.text.map { " on \($0)" } ?? ""
        let quote = after?["evidence"]?.text.flatMap { $0.isEmpty ? nil : ": “\($0)”" } ?? ""
        switch kind {
        case .postStarted: return "began the post"
        case .draftSaved: return "changed the draft"
        case .secondOpinionAsked:
            return "asked \(after?["of"]?.text.flatMap { names[$0] } ?? "a colleague") for a second opinion"
        case .secondOpinionGiven: return "gave a second opinion"
        case .correctionOffered: return "said that a finding is mistaken\(quote)"
        case .correctionWithdrawn: return "took a correction back\(quote)"
        case .correctionConfirmed: return "confirmed the author’s correction\(quote)"
        case .correctionRejected: return "did not accept the author’s correction\(quote)"
        case .postSent: return "sent \(revision(after)) for approval\(account)\(unticked(after))"
        case .sendingRefused: return "tried to send it, and the policy stopped it"
        case .findingReleased:
            let role = after?["role"]?.text.flatMap(Role.init(rawValue:))?.title
            return "released a finding\(role.map { " as \($0)" } ?? "")\(quote)"
        case .postApproved:
            return content?.after?["role"] == nil
                ? "let it go without approval, as the school has set\(account)"
                : "approved \(revision(after))\(account)\(unticked(after))"
        case .approvalRefused: return "tried to approve it, and something was still open"
        case .postReturned: return "returned \(revision(after))"
        case .approvalExpired: return "closed the approval\(account): nobody decided before its time"
        case .postReopened: return "took it back to change it"
        case .postWithdrawn: return "withdrew it"
        case .noteAdded: return "wrote a note" + (after?["quote"]?.text.map { " to “\($0)”" } ?? "")
        case .noteAnswered: return "answered a note"
        case .postReady: return "examined it again at its time\(account): nothing stops it"
        case .postStopped: return "stopped it\(account)"
        case .postQueued: return "put it in the queue\(account): nothing stops it"
        case .attemptBegun: return "began to send it\(account)"
        case .attemptFailed: return "could not send it\(account), and tries again"
        case .leftToAPerson: return "left it to a person\(account)"
        case .takedownFailed: return "could not take it down by itself\(account)"
        case .repliesClosed: return "closed the replies to it\(account)"
        case .postPublished:
            let did = after?["corrects"]?.text == nil ? "published it" : "put the corrected words in its place"
            return did + (after?["network-id"]?.text == nil ? " by hand" : "") + account
        case .takedownOrdered:
            let isOnceOut = after?["once-out"] == .flag(true)
            return "ordered that it be taken down\(account)" + (isOnceOut ? " as soon as it is out" : "")
        case .takedownOverdue: return "noted that it is still up\(account), past the deadline"
        case .takenDown:
            return after?["late"] == .flag(true) ? "took it down\(account), late" : "took it down\(account)"
        case .reviewAsked: return "asked for a second look\(account)"
        case .mistakeReported:
            return after?["own"] == .flag(true) ? "reported a mistake of their own" : "reported a mistake"
        case .mistakeAdvised: return "gave advice on it"
        case .postReviewed:
            return after?["outcome"]?.text == "still-right"
                ? "looked at it again: it is still right" : "looked at it again: it comes down"
        default: return "did something that this release has no words for"
        }
    }

    /// `, and did not tick pictures 1 and 2`; nothing where all were answered for, or there were none.
    private static func unticked(_ after: RecordValue?) -> String {
        guard case .list(let values)? = after?["unticked"], !values.isEmpty else { return "" }
        let numbers = values.compactMap { value -> String? in
            if case .number(let number) = value { "\(number)" } else { nil }
        }
        guard let last = numbers.last, numbers.count > 1 else {
            return ", and did not tick picture \(numbers.joined())"
        }
        return ", and did not tick pictures \(numbers.dropLast().joined(separator: ", ")) and \(last)"
    }

    private static func revision(_ after: RecordValue?) -> String {
        if case .number(let number)? = after?["revision"] { "revision \(number)" } else { "it" }
    }
}
