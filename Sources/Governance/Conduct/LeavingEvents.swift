extension Event.Kind {
    package static let leavingAcknowledged = Self("conduct.confidentiality-acknowledged")
    package static let leaverAsked = Self("conduct.leaver-asked")
    /// Who said it on leaving is back, and says it anew when they leave again.
    package static let leavingWordOver = Self("conduct.confidentiality-word-over")
}

extension NewNotice.Kind {
    package static let leaverAsked = Self("conduct.leaver-asked")
}

extension NewTask.Kind {
    /// To say on leaving that what is confidential stays so.
    package static let acknowledgeLeaving = Self("conduct.acknowledge-leaving")
    /// To get that from somebody who has left without saying it.
    package static let chaseLeaver = Self("conduct.chase-leaver")
}
