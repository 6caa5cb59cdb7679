import Actions
import Foundation
import Governance
import Reading

extension PostDesk {
    func onPaper() async throws -> Page {
        let story = try await desk.story()
        let entries = try await desk.work.database.timeline(of: story.post.id)
        let head = try await desk.work.database.recordHead()
        let pictures = try await pictures(story).map(\.onPaper)
        let approved = story.lastPlaces.compactMap { $0.states.first { $0.state == .scheduled }?.by?.user }.first
        return Page(
            story.draft.content.title,
            crumb: Crumb("Back to the post", visit.link(.post(.value(story.post.id.text)))), frame: .journey,
            room: .posts,
            PostPrintPage(
                facts: [
                    Fact("School", story.schoolName), Fact("Written by", story.authorName),
                    Fact("Approved by", approved.flatMap { story.names[$0] } ?? "Nobody yet"),
                    Fact("Kept under review by", story.keeperName),
                ],
                placements: story.lastPlaces.map { part($0, story, actions: false) },
                pictures: pictures, anyPictures: !pictures.isEmpty, story: lines(entries, of: story),
                foot: "Printed on \(When.full(visit.now)). Head of the record: \(head)."))
    }
}
