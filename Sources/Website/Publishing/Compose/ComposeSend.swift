import Governance

/// The end of the page: the button that sends, and why it cannot yet.
struct ComposeSend: Shows {
    let ready: Bool
    /// What the button would do, or what stands in its way.
    let why: String
    /// The outcome in three words, for the bar that stays in sight on a phone.
    let dock: Tag
    let anyFindings: Bool
}
