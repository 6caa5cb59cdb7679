import Foundation
import Governance
import Store

extension WriteTransaction {
    private static var whyHeld: String {
        "A picture in it looks like one that must not exist. It waits until a person has looked"
    }

    /// The same picture brought again stands elsewhere under another name. Each that looks like it is held: it goes out no
    /// more until a person has looked at it. At the same school, what goes out with it is stopped besides, and what is out
    /// comes down within an hour. At another school likeness alone ends nothing, for two cards of one template are alike
    /// too: only what is out, and only by a safeguarding lead or headteacher of that school.
    ///
    /// Alike is not the same, so nothing of theirs is destroyed.
    func endLookalikes(
        of picture: StoredPicture, section: String?, by user: Identifier<User>
    ) throws -> (events: [Event], tasks: [TaskChange], notices: [NewNotice]) {
        let school = try post(picture.post).school
        let why = "A picture in it looks like one that must not exist. Open it, and end the picture there too"
        var events: [Event] = []
        var tasks: [TaskChange] = []
        var notices: [NewNotice] = []
        for other in try lookalikes(of: picture) {
            let post = try post(other.post)
            let isHere = post.school == school
            let mayOrder = try authority().holds(any: LetLikesIn.roles, at: post.school)
            for placement in try placements(with: other.id)
            where isHere || (mayOrder && placement.state.isOut) {
                let ended = try end(
                    placement, why: why, section: section, deadline: compromisingPictureDeadline, by: user,
                    isAskedAnew: true)
                events += ended?.events ?? []
                tasks += ended?.tasks ?? []
                notices += ended?.notices ?? []
            }
            let held = try hold(other, of: post)
            events += held.events
            tasks += held.tasks
            notices.append(
                NewNotice(
                    to: post.keeper, .pictureNotAllowed, .post(post.id),
                    says: isHere ? why : Self.whyHeld))
        }
        return (events, tasks, notices)
    }

    /// A picture that looks like one that must not exist waits for a person: those who approve at its school are asked.
    func hold(_ picture: StoredPicture, of post: Post) throws -> (events: [Event], tasks: [TaskChange]) {
        try hold(picture.id)
        let role = try firstHeld(PostApproval.roles, at: post.school, besides: [picture.addedBy])
        let isOut = try placements(with: picture.id).contains { $0.state.isOut }
        return (
            [Event(.pictureHeld, RecordSubject(.picture, picture.id), after: ["post": .text(post.id.text)])],
            [
                .open(
                    NewTask(
                        .lookAtLikeness, .post(post.id), for: .role(role, at: post.school),
                        due: isOut ? compromisingPictureDeadline : nil,
                        rule: isOut
                            ? "A picture that is out looks like one that must not exist. Look at it at once"
                            : "A picture looks like one that must not exist. It waits until a person has looked"))
            ]
        )
    }

    /// Nobody has to look any more where no picture of the post is held.
    func lookedAt(_ post: Identifier<Post>) throws -> [TaskChange] {
        try pictures(of: post).contains(where: \.isHeld) ? [] : [.close(.lookAtLikeness, .post(post))]
    }
}
