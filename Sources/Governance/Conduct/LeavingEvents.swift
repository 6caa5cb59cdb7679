extension Event.Kind {
    package static let leavingAcknowledged = Self("conduct.confidentiality-acknowledged")
    package static let leaverAsked = Self("conduct.leaver-asked")
}

extension NewNotice.Kind {
    package static let leaverAsked = Self("conduct.leaver-asked")
}

extension NewTask.Kind {
    /// To hand over an account that a leaver ran: a new lead and a new password, or its closing.
    package static let handOverAccount = Self("accounts.hand-over")
    /// To find another who runs an account, where too few members of staff are left.
    package static let findOperator = Self("accounts.find-operator")
    /// To hand on the posts and drafts that a leaver keeps.
    package static let handOnPosts = Self("publishing.hand-on-posts")
    /// To say on leaving that what is confidential stays so.
    package static let acknowledgeLeaving = Self("conduct.acknowledge-leaving")
    /// To get that from somebody who has left without saying it.
    package static let chaseLeaver = Self("conduct.chase-leaver")
}
