import Actions
import Foundation
import Governance
import Reading

/// Whether somebody may be answered on an account, and the office that answers where not.
enum ReplyRoutes {
    static let all: [Route] = [
        .get(.accountReply(.any), .writers) { visit in .page(try await AccountDesk(visit).replyPage()) },
        .post(.accountReply(.any), .writers, .form, reply),
    ]

    @Sendable private static func reply(_ visit: Visit) async throws -> Reply {
        let desk = try AccountDesk(visit)
        let account = try await desk.account()
        let link = visit.link(.accountReply(.value(account.id.text)))
        if visit.form["do"] == "answered" {
            try await SayOfficeAnswered(Identifier(visit.form["matter"]), on: account.id)
                .perform(in: desk.work, by: desk.actor)
            return .seeLink(link)
        }
        guard let asks = Draft.AuthorType(rawValue: visit.form["asks"]) else {
            return .page(try await desk.replyPage(problems: [Problem("asks", "Choose who asks")]))
        }
        do {
            guard visit.form["do"] == "office" else {
                let findings = try await CheckReply(on: account.account, to: asks, answer: visit.form["answer"])
                    .perform(in: desk.work)
                return .page(try await desk.replyPage(findings: findings))
            }
            try await SendToOffice(account.id, asks: asks, says: visit.form["asked"])
                .perform(in: desk.work, by: desk.actor)
        } catch ActionError.invalid(let errors) {
            return .page(
                try await desk.replyPage(
                    problems: errors.map { Problem($0.field == "text" ? "answer" : $0.field, $0.says) }))
        }
        return .seeLink(link + "?sent=yes")
    }
}

extension AccountDesk {
    /// - Parameter findings: what the policy says of an answer; nil before one was checked.
    func replyPage(findings: [Finding]? = nil, problems: [Problem] = []) async throws -> Page {
        let account = try await account()
        let school = account.account.school
        guard me.authority.holds(any: PublishingRoles.writing, at: school) else { throw TurnedAway.notFound }
        let terms = try await work.accountTerms(at: school)
        let action = visit.link(.accountReply(.value(account.id.text)))
        let stops = findings?.contains { $0.severity != .warn } ?? false
        let isOneWay = findings?.contains { $0.code == "one_way_reply" } ?? false
        let waiting = try await work.database.officeMatters(on: account.id)
        let verdict: Note? =
            if visit.query["sent"] == "yes" {
                Note(
                    .clear, "Sent to the school office.",
                    "Do not reply online. The office will call or write.")
            } else if findings == nil {
                nil
            } else if isOneWay {
                Note(.hold, "This answer does not go out here.", "Send what was asked to the school office instead.")
            } else if stops {
                Note(.hold, "Do not answer with this.", "See below what stands against it.")
            } else {
                Note(.clear, "Nothing stands against it.", "You answer on the network yourself, with these words.")
            }
        return Page(
            "Answer somebody", title: "Answer somebody on \(account.account.name)",
            crumb: Crumb(account.account.name, link(account.id)), problems: problems, room: .accounts,
            ReplyPage(
                says: terms.oneWaySections.isEmpty
                    ? "An answer is a post: the policy is asked first. Nothing is kept of what you only check."
                    : "This account speaks one way: the school office answers, by phone or e-mail.",
                clause: chip(terms.oneWaySections), action: action,
                asks: ReplyPage.asking(chosen: visit.form["asks"], problems: problems),
                asked: TextField(
                    "asked", "What did they ask?", hint: "With how they can be reached, for the office.",
                    value: visit.form["asked"], short: true, problems: problems),
                answer: TextField(
                    "answer", "What would you answer?", value: visit.form["answer"], short: true, problems: problems),
                verdict: verdict,
                findings: (findings ?? []).enumerated().map {
                    FindingLine($0.element, number: $0.offset + 1, in: visit)
                },
                anyFindings: findings?.isEmpty == false, office: isOneWay,
                waiting: waiting.map {
                    ReplyPage.Waiting(
                        id: $0.id.text, when: When.near($0.at, now: visit.now).capitalisedFirst, says: $0.says,
                        action: action)
                }, anyWaiting: !waiting.isEmpty))
    }
}
