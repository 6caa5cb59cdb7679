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
        if ["may", "may-not"].contains(visit.form["do"]) {
            do {
                try await GiveReplyOpinion(
                    Identifier(visit.form["reply"]), on: account.id, goesOut: visit.form["do"] == "may",
                    says: visit.form["says-\(visit.form["reply"])"]
                ).perform(in: desk.work, by: desk.actor)
            } catch ActionError.invalid(let errors) {
                return .page(try await desk.replyPage(problems: errors.map(Problem.init)))
            }
            return .seeLink(link + "#opinions")
        }
        let missing = missing(visit.form)
        guard let asks = Draft.AuthorType(rawValue: visit.form["asks"]), missing.isEmpty else {
            return .page(try await desk.replyPage(problems: missing))
        }
        do {
            if visit.form["do"] == "opinion" {
                try await AskReplyOpinion(
                    on: account.id, to: asks, asked: visit.form["asked"], reply: visit.form["answer"],
                    flagged: visit.form.has("standing")
                ).perform(in: desk.work, by: desk.actor)
                return .seeLink(link + "#opinions")
            }
            guard visit.form["do"] == "office" else {
                let findings = try await CheckReply(
                    on: account.account, to: asks, answer: visit.form["answer"], flagged: visit.form.has("standing")
                ).perform(in: desk.work)
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

extension ReplyRoutes {
    /// What the pressed button needs and the form does not say.
    private static func missing(_ form: Form) -> [Problem] {
        let isForOffice = form["do"] == "office"
        var problems: [Problem] = []
        if Draft.AuthorType(rawValue: form["asks"]) == nil { problems.append(Problem("asks", "Choose who asks")) }
        if ["office", "opinion"].contains(form["do"]), form.trimmed("asked").isEmpty {
            problems.append(
                Problem(
                    "asked",
                    isForOffice
                        ? "Copy what they asked, so that the office can answer"
                        : "Copy what they asked, so that a senior leader can judge the answer"))
        }
        if !isForOffice, form.trimmed("answer").isEmpty {
            problems.append(Problem("answer", "Write what you would answer"))
        }
        return problems
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
        let isFlagged = findings?.contains { $0.code == "disrepute" } ?? false
        let waiting = try await work.database.officeMatters(on: account.id)
        let opinions = try await talkedOver(account, action, problems)
        let verdict: Note? =
            if visit.query["sent"] == "yes" {
                Note(
                    .clear, "Sent to the school office.",
                    "Do not reply online. The office will call or write.")
            } else if findings == nil {
                nil
            } else if isOneWay {
                Note(.hold, "This answer does not go out here.", "Send what was asked to the school office instead.")
            } else if isFlagged {
                Note(
                    .hold, "Do not answer with this yet.",
                    "Ask for a second opinion: a senior leader says whether it may go out.")
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
                standing: ReplyPage.flag(chosen: visit.form.has("standing")), isChecked: findings != nil,
                toSenior: isFlagged && !isOneWay, isAsked: opinions.contains { $0.form != nil }, talkedOver: opinions,
                anyTalkedOver: !opinions.isEmpty,
                waiting: waiting.map {
                    ReplyPage.Waiting(
                        id: $0.id.text, when: When.near($0.at, now: visit.now).capitalisedFirst, says: $0.says,
                        action: action)
                }, anyWaiting: !waiting.isEmpty))
    }

    /// Answers that a senior leader was asked about, those that wait first.
    private func talkedOver(
        _ account: OfficialAccount, _ action: String, _ problems: [Problem]
    ) async throws -> [ReplyPage.TalkedOver] {
        let names = try await work.database.userNames()
        let isSenior = me.authority.holds(any: PostApproval.seniorRoles, at: account.account.school)
        let all = try await work.database.replyOpinions(on: account.id)
        return (all.filter { $0.word == nil } + all.filter { $0.word != nil }.reversed()).map { opinion in
            let who = names[opinion.by] ?? "Someone who has left"
            let field = "says-\(opinion.id.text)"
            return ReplyPage.TalkedOver(
                when: "\(who), \(When.near(opinion.at, now: visit.now))",
                asked: opinion.asked.isEmpty ? nil : opinion.asked, reply: opinion.reply,
                tag: opinion.word.map {
                    $0.goesOut ? Tag(.clear, "May go out") : Tag(.block, "May not go out")
                } ?? Tag(.hold, "Waits for a senior leader", icon: .clock),
                says: opinion.word.map {
                    "\(names[$0.by] ?? "Someone who has left"), \(When.near($0.at, now: visit.now)): \(quoted($0.says))"
                },
                form: opinion.word == nil && isSenior && opinion.by != me.user.id
                    ? ReplyPage.WordForm(
                        action: action, reply: opinion.id.text,
                        word: TextField(
                            field, "What do you say of it?", value: visit.form[field], short: true, problems: problems))
                    : nil)
        }
    }
}
