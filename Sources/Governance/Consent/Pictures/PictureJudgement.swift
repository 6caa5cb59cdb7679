import Foundation

/// Somebody looked at a picture and answered for it (IMG-05): dress is suitable, nobody is made fun of, nobody is on the
/// list of those who may not be shown, and nothing in the background tells what is nobody's business.
package struct PictureJudgement: Sendable, Equatable {
    /// On which side of the approval they stand.
    package enum Side: String, Sendable, Codable, CaseIterable { case author, approver }

    package let picture: Identifier<StoredPicture>
    package let side: Side
    package let by: Identifier<User>
    package let at: Date

    package init(picture: Identifier<StoredPicture>, side: Side, by: Identifier<User>, at: Date) {
        self.picture = picture
        self.side = side
        self.by = by
        self.at = at
    }

    /// What is answered for, in the order in which it is asked.
    package static let questions = [
        "Everyone in it is dressed suitably.",
        "It makes fun of nobody.",
        "Nobody in it is on the list of those who may not be shown.",
        "Nothing in the background tells what is private: screens, papers, addresses, name badges.",
    ]
}

/// Which pictures of a draft were judged, and by which side, at the time of an act.
package struct PictureJudgements: Sendable, Equatable {
    /// Identifiers of pictures, as `Medium.id` has them.
    package let author: Set<String>
    package let approver: Set<String>
    /// Whether the approver's judgement is asked for already: at approval and at publication, and not when it is sent.
    package let isForPublication: Bool

    package init(author: Set<String>, approver: Set<String>, isForPublication: Bool) {
        self.author = author
        self.approver = approver
        self.isForPublication = isForPublication
    }

    /// What counts when a post is sent: its authors' own.
    package init(sending judgements: [PictureJudgement]) {
        self.init(
            author: Set(judgements.filter { $0.side == .author }.map(\.picture.text)), approver: [],
            isForPublication: false)
    }

    /// What counts at approval and at publication. Nobody approves their own: what an approver answered for counts no more
    /// once they have written a part of the post.
    package init(publishing judgements: [PictureJudgement], writtenBy writers: Set<Identifier<User>>) {
        self.init(
            author: Set(judgements.filter { $0.side == .author }.map(\.picture.text)),
            approver: Set(
                judgements.filter { $0.side == .approver && !writers.contains($0.by) }.map(\.picture.text)),
            isForPublication: true)
    }
}
