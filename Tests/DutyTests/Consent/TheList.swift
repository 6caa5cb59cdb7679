import Actions
import Foundation
import Governance
import Reading

/// IMG-03: a limit stands on the list from the moment it is set, and stops just what it names; under LINK whoever posts
/// says that they have read each change, and sends no picture before.
let doNotPublish =
    DutyCell.each("IMG-03", of: [.llt, .pen, .dhl]) { paper in
        let school = try await DutySchool(paper)
        try await stands(school)
        try see(
            try await school.tasks(of: school.staff.author, .knowPictureList).isEmpty,
            "nobody asks, and there is a task")
        let post = try await school.pictured("P2")
        let found = try await school.findings(on: school.draftOf(post), of: post)
        try see(!found.contains { $0.code == "image_list_unknown" }, "nobody asks, and it is found")
        return Sighting(
            "a limit is on the list at once, and stops what it names",
            at: school.policy.sections(carriedBy: .pictureList))
    }
    + DutyCell.each("IMG-03", of: [.link]) { paper in
        let school = try await DutySchool(paper)
        try await stands(school)
        let author = school.staff.author
        let task = try seen(try await school.tasks(of: author, .knowPictureList).first, "its reader is not asked")
        try await school.says("P2", Set(Consent.Channel.allCases), by: .parent("Jan Drake"))
        let post = try await school.pictured("P2")
        guard case .refused(let places) = try await school.send(post) else {
            throw NotSeen(description: "a picture is sent by somebody who has not read the list")
        }
        let finding = try seen(
            places.flatMap(\.stopping).first { $0.code == "image_list_unknown" }, "something else stops it")
        let page = try await school.page("/consent/list/quay", as: author)
        try see(page.contains("I have read version 1"), "the page does not ask")
        _ = try await school.visit(as: author) { visiting in
            _ = try await visiting.page("/consent/list/quay")
            return try await visiting.post("/consent/list/quay", ["version": "1"])
        }
        try see(try await school.tasks(of: author, .knowPictureList).isEmpty, "they said so, and the task is open")
        if case .refused(let places) = try await school.send(post) {
            throw NotSeen(description: "it is still stopped: \(places.flatMap(\.stopping).map(\.says))")
        }
        try see(
            school.policy.pictureListKeeper == .headteacher && task.rule.contains("7.2"), "it rests on: \(task.rule)")
        return Sighting(
            "a limit is on the Headteacher’s list at once; who has not read the change sends no picture",
            at: [finding.clause].compactMap(\.self))
    }
    + DutyCell.silent("IMG-03", in: [.dsat]) { paper in
        let school = try await DutySchool(paper)
        try await stands(school)
        try see(school.policy.sections(carriedBy: .pictureList).isEmpty, "the paper is cited")
        return Sighting("the list is there, under no section")
    }

private func stands(_ school: DutySchool) async throws {
    try await school.says("P1", [.website, .press, .display])
    let page = Shown.words(of: try await school.page("/consent/list/quay", as: school.staff.author))
    try see(
        page.contains("Jamie T.") && page.contains("Social media"), "the limit is not on the list: \(page.prefix(400))")
    try see(page.contains("Version 1"), "the list has no number")
    let consent = try seen(try await school.database.rollEntry(school.person("P1")), "no P1").person.consent
    let standing = { (channel: Consent.Channel) in
        PictureStanding(consent, on: Day(of: school.now), channel: channel, assumed: false)
    }
    try see(standing(.website) == .allowed && standing(.social) == .channel, "a limit stops more or less than it names")
}

extension DutySchool {
    /// What the author wrote last.
    func draftOf(_ post: Identifier<Post>) async throws -> PostDraft {
        try seen(try await database.postStory(post), "no post").draft.content
    }
}
