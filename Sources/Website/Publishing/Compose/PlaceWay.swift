import Actions
import Governance
import Reading

/// What will happen with a post at one account: whether it goes out by itself, how much it may hold there, and whether
/// anybody can answer it (ACC-13).
struct PlaceWay: Sendable {
    /// What the connected server allows; nil where a person publishes.
    let connected: Capabilities?
    /// The section that has nobody answer there; empty where the account alone is set so, nil where people may answer.
    let oneWay: String?

    init(_ account: PostingAccount, in desk: PublishingDesk) async throws {
        let connection = try await desk.work.database.connection(of: account.id)
        connected = connection?.brokenSince == nil ? connection?.capabilities : nil
        let terms = AccountTerms(try await desk.work.policyInForce(at: account.school)?.policy)
        let official = try await desk.work.database.officialAccount(account.id)
        oneWay =
            official.map(terms.closesReplies) == true ? terms.oneWaySections.first ?? "" : nil
    }

    init(connected: Capabilities?, oneWay: String?) {
        self.connected = connected
        self.oneWay = oneWay
    }

    /// In one or two sentences, for whoever writes.
    func says(on network: Network) -> String {
        let goes =
            connected?.publishes == true
            ? "It goes out by itself at its time." : "A person publishes it at its time, and brings proof."
        guard let oneWay else { return goes }
        let under = oneWay.isEmpty ? "as the account is set" : "as section \(oneWay) has it"
        let closes = connected?.closesReplies == true
        return goes
            + (closes
                ? " Nobody can answer it, \(under)."
                : connected == nil && network.stated?.closesReplies != false
                    ? " Whoever publishes it closes the replies, \(under)."
                    : " This network cannot close replies: somebody closes or hides them by hand, \(under).")
    }
}
