import Actions
import Governance
import Reading

extension SecondOpinionPage {
    /// The question to answer, when the visitor was asked one; else the form to ask.
    static func page(for visit: Visit, problems: [Problem] = []) async throws -> Page {
        let desk = try PublishingDesk(visit)
        let story = try await desk.story()
        let link = visit.link(.secondOpinion(.value(story.post.id.text)))
        let open = story.opinions.first { $0.asked == desk.me.user.id && $0.answer == nil }
        let colleagues = try await WhoChoice(.writers(besides: desk.me.user.id, at: story.post.school), in: visit)
        let name = open.flatMap { story.names[$0.asks] }
        return Page(
            open == nil ? "Ask for a second opinion" : "\(name ?? "A colleague") asks what you think",
            crumb: Crumb(story.draft.content.title, visit.link(.post(.value(story.post.id.text)))), problems: problems,
            frame: .journey, room: .newPost,
            SecondOpinionPage(
                text: story.draft.content.text,
                ask: open == nil && story.isOpenToWriting
                    ? AskForm(
                        action: link,
                        who: colleagues.field(
                            "who", "Whom do you ask?", first: nil, chosen: visit.form["who"], problems: problems
                        ) { ([$0.user.name] + $0.roles.map(\.title)).joined(separator: ", ") },
                        question: TextField(
                            "question", "What are you unsure of?", value: visit.form["question"], short: true,
                            problems: problems)) : nil,
                answer: open.map { opinion in
                    AnswerForm(
                        action: link, opinion: opinion.id.text,
                        asks: "\(name ?? ""), \(When.near(opinion.at, now: visit.now))", question: opinion.question,
                        says: TextField(
                            "says", "What do you think?", value: visit.form["says"], short: true, problems: problems))
                },
                given: story.opinions.filter { $0.id != open?.id }.map { opinion in
                    Given(
                        asked:
                            "\(story.names[opinion.asked] ?? "A colleague"), \(When.near(opinion.at, now: visit.now))",
                        question: opinion.question, answer: opinion.answer)
                }))
    }
}
