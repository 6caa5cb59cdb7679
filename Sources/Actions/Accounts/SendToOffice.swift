import Foundation
import Governance
import Store

/// Says whether an answer to somebody may go out on an account, before anybody writes it there. Nothing is stored.
package struct CheckReply: Sendable {
    package var account: PostingAccount
    package var asks: Draft.AuthorType
    package var answer: String
    /// Whoever wrote it says that it may be controversial, or harm the school's standing.
    package var flagged: Bool

    package init(on account: PostingAccount, to asks: Draft.AuthorType, answer: String, flagged: Bool = false) {
        self.flagged = flagged
        self.account = account
        self.asks = asks
        self.answer = answer
    }

    /// Without what a senior leader has let go in these very words; what they were asked and have not said waits.
    package func perform(in organisation: Organisation) async throws -> [Finding] {
        let talkedOver = try await organisation.change(by: .schedule) { tx in
            .unchanged(try tx.replyOpinions(on: account.id).filter { $0.reply == trimmed(answer) && $0.asks == asks })
        }
        var content = PostDraft(text: answer, infringesPrivacy: false, publishAt: organisation.clock.now)
        try checkSize(of: content)
        content.places = [DraftPlace(account: account.id)]
        var draft = content.draft(for: content.places[0], on: account)
        draft.inReplyTo = asks
        // what was flagged once is not unflagged by checking it again
        draft.mayHarmStanding = flagged || talkedOver.contains { $0.flagged || $0.word?.goesOut == false }
        if talkedOver.last(where: { $0.word != nil })?.lets(answer, to: asks) == true { draft.mayHarmStanding = false }
        let rules = try await organisation.postRules(at: account.school)
        let act = try await rules.act(draft, by: nil, judged: nil, organisation.database)
        return rules.door.decide(act, at: organisation.clock.now).findings
    }
}

/// Gives what a follower asked to the school office, which answers off the network (ACC-13).
package struct SendToOffice: Sendable {
    package var account: Identifier<PostingAccount>
    package var asks: Draft.AuthorType
    /// What they asked, and how they can be reached.
    package var says: String

    package init(_ account: Identifier<PostingAccount>, asks: Draft.AuthorType, says: String) {
        self.account = account
        self.asks = asks
        self.says = says
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        let says = try required(says, "asked", "Copy what they asked, so that the office can answer", most: 2_000)
        try await organisation.change(by: actor) { tx in
            let account = try tx.account(account)
            let user = try tx.requireWriter(at: account.school)
            let matter = OfficeMatter(
                id: tx.identifier(), account: account.id, asks: asks, says: says, by: user, at: tx.now)
            try tx.insert(matter)
            let role = try tx.firstHeld([.office, .slt, .headteacher], at: account.school)
            let terms = try organisation.accountTerms(at: account.school, tx)
            return Recorded(
                Event(.sentToOffice, .account(account.id), after: ["asks": .text(asks.rawValue)]),
                tasks: [
                    .open(
                        NewTask(
                            .answerFollower, .account(account.id), for: .role(role, at: account.school),
                            within: try tx.within(1, at: account.school),
                            rule: accountRule(
                                "Somebody asked something on “\(account.name)”: answer by phone or e-mail",
                                terms.oneWaySections)))
                ])
        }
        try await organisation.noteDue()
    }
}

/// The office, or whoever else writes for the school, has answered off the network.
package struct SayOfficeAnswered: Sendable {
    package var account: Identifier<PostingAccount>
    package var matter: Identifier<OfficeMatter>

    package init(_ matter: Identifier<OfficeMatter>, on account: Identifier<PostingAccount>) {
        self.matter = matter
        self.account = account
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        try await organisation.change(by: actor) { tx in
            let account = try tx.account(account)
            let user = try tx.requireWriter(at: account.school)
            let open = try tx.officeMatters(on: account.id)
            guard open.contains(where: { $0.id == matter }) else {
                throw ActionError.conflict("This was answered already")
            }
            try tx.answered(matter, by: user)
            return Recorded(
                Event(.officeAnswered, .account(account.id), after: ["matter": .text(matter.text)]),
                tasks: open.count == 1 ? [.close(.answerFollower, .account(account.id))] : [])
        }
    }
}
