import Actions
import Foundation
import Governance
import Reading
import Store

/// Where each of the papers that ask for a judgement has it.
private let judging: [Paper: String] = [
    .llt: "3.8", .pen: "Use of images", .dhl: "Use of images", .dsat: "8.6",
]

/// IMG-05: no picture goes out unless its author and whoever approves it have answered for it.
let judgement =
    DutyCell.each("IMG-05", of: [.llt, .dsat, .pen, .dhl]) { paper in
        let section = try paper.own(judging)
        let school = try await DutySchool(paper)
        let (post, picture) = try await school.filed()
        guard case .refused(let places) = try await school.send(post) else {
            throw NotSeen(description: "a picture that nobody judged was sent")
        }
        let found = places.flatMap(\.stopping).filter { $0.code == "image_not_judged" }
        try see(!found.isEmpty && found.allSatisfy { $0.clause == section }, "it does not cite \(section): \(found)")
        try await JudgePicture(post: post, picture: picture, ticked: PictureJudgement.questions.count)
            .perform(in: school.organisation, by: .user(school.staff.author))
        guard case .sent = try await school.send(post) else {
            throw NotSeen(description: "judged by its author, it was not sent")
        }
        guard case .refused = try await school.approve(post, judged: []) else {
            throw NotSeen(description: "it was approved by somebody who did not judge it")
        }
        guard case .approved = try await school.approve(post, judged: [picture]) else {
            throw NotSeen(description: "judged by both, it was not approved")
        }
        return Sighting(
            "refused without the author's word, and without the approver's; let go with both", at: [section])
    }
    + DutyCell.silent("IMG-05", in: [.link]) { paper in
        let school = try await DutySchool(paper)
        let (post, _) = try await school.filed()
        guard case .sent = try await school.send(post) else {
            throw NotSeen(description: "it was refused without a judgement")
        }
        return Sighting("asked for on the page, and not by the paper")
    }

/// IMG-06: a compromising picture is gone at once, and who is to be told is told.
let destruction =
    DutyCell.each("IMG-06", of: [.pen]) { paper in
        let school = try await destroyed(paper)
        let told = try await school.toldOfDestruction()
        try see(
            told.count == 1 && told[0].contains("Use of images"), "senior leaders are not told, with the section")
        return Sighting("bytes, thumbnails and queue are gone; senior leaders are told", at: ["Use of images"])
    }
    + DutyCell.each("IMG-06", of: [.llt, .dhl]) { paper in
        let school = try await destroyed(paper)
        try see(try await school.toldOfDestruction().isEmpty, "somebody is told whom the paper does not name")
        let section = try paper.own([.llt: "3.8", .dhl: "Use of images"])
        let clause = school.policy.clauses.first { clause in
            clause.at == section
                && clause.carriers.contains { $0 == .setting("compromising-picture", "destroyed at once") }
        }
        try see(clause != nil, "no clause says it")
        return Sighting("bytes, thumbnails and queue are gone", at: [section])
    }
    + DutyCell.silent("IMG-06", in: [.dsat, .link]) { paper in
        _ = try await destroyed(paper)
        return Sighting("destroyed here too, under no section")
    }

private func destroyed(_ paper: Paper) async throws -> DutySchool {
    let school = try await DutySchool(paper)
    let (post, picture) = try await school.filed()
    try await JudgePicture(post: post, picture: picture, ticked: PictureJudgement.questions.count)
        .perform(in: school.organisation, by: .user(school.staff.author))
    guard case .sent = try await school.send(post) else { throw NotSeen(description: "it was not sent") }
    let folder = PictureFolder(beside: school.database)
    try see(!folder.files().isEmpty, "nothing was kept")
    try await DestroyPicture(post: post, picture: picture)
        .perform(in: school.organisation, by: .user(school.staff.author))
    try see(folder.files().isEmpty, "its bytes are still on the disk")
    try see(try await school.state(of: post) == .returned, "it still waits to go out")
    let story = try seen(try await school.database.postStory(post), "the fact is not kept")
    try see(
        story.draft.content.pictures.isEmpty && story.pictures.map(\.state) == [.destroyed], "the fact is not kept")
    return school
}

extension DutySchool {
    /// A post with a real picture or film, and who is in it; in most nobody can be recognised.
    func filed(
        _ name: String = "quay.jpg", people: [String] = []
    ) async throws -> (Identifier<Post>, Identifier<StoredPicture>) {
        let content = PostDraft(
            text: "The regatta is on Friday.", infringesPrivacy: false, publishAt: now + 10_800,
            places: [DraftPlace(account: families)])
        let post = try await StartPost(school: school, content: content)
            .perform(in: organisation, by: .user(staff.author))
        let picture = try await add(name, to: post)
        try await DescribePicture(
            post: post, description: DraftPicture(picture, people: people, alt: "A boat at the quay")
        )
        .perform(in: organisation, by: .user(staff.author))
        return (post, picture)
    }

    /// A real file, of which nothing has been said yet.
    func add(_ name: String = "quay.jpg", to post: Identifier<Post>) async throws -> Identifier<StoredPicture> {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Pictures").appending(path: name)
        return try await AddPicture(post: post, bytes: [UInt8](Data(contentsOf: file)))
            .perform(in: organisation, by: .user(staff.author)).picture
    }

    /// What the senior leader has been told of it.
    fileprivate func toldOfDestruction() async throws -> [String] {
        try await database.home(of: staff.slt, decidingWith: nil, writes: false, mostNews: 100, mostPosts: 0).news
            .filter { $0.kind == .pictureDestroyed }.map(\.says)
    }

    fileprivate func approve(
        _ post: Identifier<Post>, judged: Set<Identifier<StoredPicture>>
    ) async throws -> Approving {
        try await ApprovePost(post: post, revision: 1, judged: judged)
            .perform(in: organisation, by: .user(staff.slt))
    }
}
