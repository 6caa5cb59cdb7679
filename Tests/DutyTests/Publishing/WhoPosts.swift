import Actions
import Foundation
import GRDB
import Governance
import Reading
import Store

/// PUB-01: no post lacks its author, and the record names who wrote and who approved.
let whoPosts = DutyCell.each("PUB-01", of: Paper.allCases) { paper in
    let school = try await DutySchool.under(paper)
    let draft = school.draft("Sports day is on Friday.")
    for nobody in [Actor.console, .schedule, .visitor, .user(school.staff.governor)] {
        do {
            _ = try await StartPost(school: school.school, content: draft).perform(
                in: school.organisation, by: nobody)
            throw NotSeen(description: "\(nobody) began a post")
        } catch is ActionError {}
    }
    let trial = try await school.trial(draft)
    try see(trial.wasApproved, "an ordinary post does not go through")
    let story = try seen(try await school.database.postStory(trial.post), "no post")
    try see(story.post.author == school.staff.author && story.authorName == "Priya Nair", "the author is not on record")
    let says = try await school.database.timeline(of: trial.post).map { "\($0.who) \($0.says)" }
    try see(says.contains { $0.hasPrefix("Priya Nair sent revision 1") }, "who sent it is not on record")
    try see(says.contains { $0.hasPrefix("Mo Derry approved revision 1") }, "who approved it is not on record")
    let page = Shown.words(of: try await school.page("/posts/\(trial.post.text)"))
    try see(page.contains("Priya Nair") && page.contains("Mo Derry"), "the post's page does not name them")
    try refusesAnotherAuthor(trial.post, in: school)
    return Sighting(
        "nobody but a named user begins a post; author and approver are on record and never change",
        at: try await school.sections(naming: "PUB-01", showing: ["Setting: author of each post: recorded"]))
}

/// The database itself refuses, whatever program asks.
private func refusesAnotherAuthor(_ post: Identifier<Post>, in school: DutySchool) throws {
    var waiting = Configuration()
    waiting.busyMode = .timeout(5)
    let file = try DatabaseQueue(
        path: school.database.folder.appending(path: OrganisationDatabase.fileName).path, configuration: waiting)
    for sql in [
        "UPDATE post SET author = keeper || 'x' WHERE id = ?", "UPDATE post SET author = NULL WHERE id = ?",
        "INSERT INTO post (id, school, author, keeper, startedAt) SELECT id || 'x', school, NULL, keeper, 0 FROM post WHERE id = ?",
    ] {
        do {
            try file.write { try $0.execute(sql: sql, arguments: [post.text]) }
            throw NotSeen(description: "the database took a post without its author")
        } catch let error as DatabaseError {
            try see(error.resultCode == .SQLITE_CONSTRAINT, "\(error)")
        }
    }
}
