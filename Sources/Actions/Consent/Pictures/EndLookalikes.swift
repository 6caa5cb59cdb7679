import Foundation
import Governance
import Store

extension WriteTransaction {
    /// The same picture brought again stands elsewhere under another name: what goes out with it is stopped, what is out
    /// comes down within an hour, and whoever keeps such a post is told to end the picture there too. Alike is not the
    /// same, so nothing of theirs is destroyed.
    func endLookalikes(
        of picture: StoredPicture, section: String?, by user: Identifier<User>
    ) throws -> (ended: [Recorded<Ending>], notices: [NewNotice]) {
        let why = "A picture in it looks like one that must not exist. Open it, and end the picture there too"
        var ended: [Recorded<Ending>] = []
        var notices: [NewNotice] = []
        for other in try lookalikes(of: picture) {
            ended += try placements(with: other.id).compactMap { placement in
                try end(placement, why: why, section: section, deadline: compromisingPictureDeadline, by: user)
            }
            notices.append(NewNotice(to: try post(other.post).keeper, .pictureNotAllowed, .post(other.post), says: why))
        }
        return (ended, notices)
    }
}
