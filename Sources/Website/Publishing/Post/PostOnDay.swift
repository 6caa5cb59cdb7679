import Actions
import Foundation
import Governance
import Reading

extension PostDesk {
    func onDay() async throws -> Page {
        let story = try await desk.story()
        let today = Day(of: visit.now)
        let day = Day(written: visit.query.trimmed("on"))
        var problems: [Problem] = []
        if day == nil, visit.query.has("on") { problems = [Problem("on", "Enter a day such as 24 November 2026")] }
        if let day, day > today { problems = [Problem("on", "That day is still to come. Enter today or one before")] }
        let shown = min(day ?? today, today)
        let out = try await desk.work.database.publishedText(of: story.post.id, on: shown)
        return Page(
            "On \(When.date(shown))", title: "\(story.draft.content.title) on \(When.date(shown))", crumb: back(story),
            problems: problems, room: .posts,
            PostOnDayPage(
                out: out.compactMap { text in
                    story.places.first { $0.placement.id == text.placement }.map { part($0, story, actions: false) }
                }, nothing: "Nothing of this post was public on that day.", onDay: onDayForm(story, shown, problems)))
    }

    func onDayForm(_ story: PostStory, _ day: Day, _ problems: [Problem] = []) -> PostPage.OnDayForm {
        PostPage.OnDayForm(
            action: visit.link(.postOnDay(.value(story.post.id.text))),
            on: TextField("on", "Day", value: "\(day)", type: "date", short: true, problems: problems))
    }
}
