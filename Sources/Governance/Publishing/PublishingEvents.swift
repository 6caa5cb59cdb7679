extension Event.Kind {
    package static let postStarted = Self("publishing.post-started")
    package static let draftSaved = Self("publishing.draft-saved")
    package static let secondOpinionAsked = Self("publishing.second-opinion-asked")
    package static let secondOpinionGiven = Self("publishing.second-opinion-given")
    package static let correctionOffered = Self("publishing.correction-offered")
    package static let correctionWithdrawn = Self("publishing.correction-withdrawn")
    package static let correctionConfirmed = Self("publishing.correction-confirmed")
    package static let correctionRejected = Self("publishing.correction-rejected")
    package static let postSent = Self("publishing.post-sent")
    package static let sendingRefused = Self("publishing.sending-refused")
    package static let findingReleased = Self("publishing.finding-released")
    package static let postApproved = Self("publishing.post-approved")
    package static let approvalRefused = Self("publishing.approval-refused")
    package static let postReturned = Self("publishing.post-returned")
    package static let approvalExpired = Self("publishing.approval-expired")
    package static let postReopened = Self("publishing.post-reopened")
    package static let postWithdrawn = Self("publishing.post-withdrawn")
    package static let noteAdded = Self("publishing.note-added")
    package static let noteAnswered = Self("publishing.note-answered")
    package static let postReady = Self("publishing.post-ready")
    package static let postQueued = Self("publishing.post-queued")
    package static let attemptBegun = Self("publishing.attempt-begun")
    package static let attemptFailed = Self("publishing.attempt-failed")
    package static let leftToAPerson = Self("publishing.left-to-a-person")
    package static let takedownFailed = Self("publishing.takedown-failed")
    package static let repliesClosed = Self("publishing.replies-closed")
    package static let networkAppEntered = Self("publishing.network-app-entered")
    package static let permissionEnding = Self("publishing.permission-ending")
    package static let leftoverCleared = Self("publishing.leftover-cleared")
    package static let clearingFailed = Self("publishing.clearing-failed")
    package static let accountConnected = Self("publishing.account-connected")
    package static let accountDisconnected = Self("publishing.account-disconnected")
    package static let connectionBroken = Self("publishing.connection-broken")
    /// A network has given no answer for a day.
    package static let connectionSilent = Self("publishing.connection-silent")
    package static let connectionChanged = Self("publishing.connection-changed")
    package static let connectionMended = Self("publishing.connection-mended")
    package static let postStopped = Self("publishing.post-stopped")
    package static let postPublished = Self("publishing.post-published")
    package static let publishingPaused = Self("publishing.paused")
    package static let publishingResumed = Self("publishing.resumed")
    package static let takedownOrdered = Self("publishing.takedown-ordered")
    package static let takedownOverdue = Self("publishing.takedown-overdue")
    package static let takenDown = Self("publishing.taken-down")
    package static let reviewAsked = Self("publishing.review-asked")
    package static let postReviewed = Self("publishing.post-reviewed")
    package static let mistakeReported = Self("publishing.mistake-reported")
    package static let mistakeAdvised = Self("publishing.mistake-advised")
    package static let postsHandedOn = Self("publishing.posts-handed-on")
}

extension RecordSubject.Kind {
    package static let post = Self("post")
    package static let placement = Self("placement")
}

extension NewTask.Kind {
    package static let decidePost = Self("publishing.decide-post")
    package static let releaseFinding = Self("publishing.release-finding")
    package static let changePost = Self("publishing.change-post")
    package static let answerNote = Self("publishing.answer-note")
    package static let publishByHand = Self("publishing.publish-by-hand")
    /// To renew the permission by which an account's posts go out.
    package static let reconnectAccount = Self("publishing.reconnect-account")
    /// To close the replies to a post that is out, where the network lets no program do it.
    package static let closeReplies = Self("publishing.close-replies")
    package static let giveSecondOpinion = Self("publishing.give-second-opinion")
    package static let lookAtStoppedPost = Self("publishing.look-at-stopped-post")
    package static let takeDown = Self("publishing.take-down")
    package static let chaseTakedown = Self("publishing.chase-takedown")
    package static let reviewPost = Self("publishing.review-post")
    /// To give advice on a mistake that somebody reported.
    package static let adviseOnMistake = Self("publishing.advise-on-mistake")
    /// To hand on the posts and drafts that a leaver keeps.
    package static let handOnPosts = Self("publishing.hand-on-posts")
}

extension NewNotice.Kind {
    package static let postDecided = Self("publishing.post-decided")
    package static let postChanged = Self("publishing.post-changed")
    package static let postHandedOn = Self("publishing.post-handed-on")
}
