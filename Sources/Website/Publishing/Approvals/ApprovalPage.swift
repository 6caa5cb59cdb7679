import Governance

/// One post to decide: what changed, what needs a decision, what was said of it, and the decision.
struct ApprovalPage: PageContent {
    let queue: [ApprovalEntry]
    let anyQueue: Bool
    let tag: Tag
    let author: PersonMark
    let sent: String
    /// That the visitor may not decide it, and why.
    let notYours: Note?
    let changed: Changed?
    let texts: [PlaceText]
    /// Where the links lead; nil where there are none.
    let links: LinkEnds?
    let pictures: [PictureToJudge]
    let anyPictures: Bool
    /// What a tick beside a picture says, and whether the policy asks for it; nil: the visitor decides nothing here.
    let judging: Judging?
    let releases: [HeldFinding]
    let corrections: [OfferedCorrection]
    let settled: [SettledFinding]
    let advice: [FindingLine]
    let anyAdvice: Bool
    let anyToDecide: Bool
    let notes: [PassageNote]
    let anyNotes: Bool
    let notesAction: String
    let noteQuote: TextField
    let noteSays: TextField
    let noteOpen: Bool
    let mayNote: Bool
    let decision: Deciding?

    /// What is different since the revision before.
    struct Changed: Shows {
        let heading: String
        let runs: [DiffRun]
        /// What beside the text: a time, an account.
        let beside: String?
        let link: String
    }

    /// The exact words at one account, and when.
    struct PlaceText: Shows {
        let account: String
        let when: String
        let text: String
        let link: String?
    }

    /// A picture as large as a phone shows it, with who is in it.
    struct PictureToJudge: Shows {
        /// `picture-2`, to which findings about it lead.
        let anchor: String
        let heading: String
        let src: String
        let alt: String
        /// Where a film is; nil: it is a picture.
        let film: String?
        let says: String?
        let people: [PictureShown.PersonIn]
        /// Whoever answered for it on the author's side, or that nobody has.
        let judged: String
        let source: String?
        /// That whoever approves answers for it; nil where the visitor decides nothing here.
        let tick: Tick?
        let end: HeadAction
    }

    /// One picture's tick, which is sent with the decision.
    struct Tick: Shows {
        let id: String
        let value: String
        let text: String
        let chosen: Bool
        let error: String?
        let describedBy: String
    }

    /// What is answered for with each tick.
    struct Judging: Shows {
        let questions: [String]
        let says: String
        let clauses: [ClauseChip]
        let ours: OursChip?
    }

    /// The form of the decision itself.
    struct Deciding: Shows {
        let action: String
        let revision: Int
        let says: String
        let approve: String
        let ready: Bool
        let reason: TextField
        let open: Bool
    }
}

/// A held finding, who may release it, and the form for whoever may.
struct HeldFinding: Shows {
    /// To the picture of this page that it is about; nil: it is about none.
    var picture: HeadAction?
    let tone: Tone
    let tag: Tag
    let clause: ClauseChip?
    let ours: OursChip?
    let says: String
    let advice: String
    /// `a senior leader. That is you.`
    let who: String
    let form: ReleaseForm?

    struct ReleaseForm: Shows {
        let action: String
        let finding: String
        let number: Int
        let reason: TextField
    }
}

/// The author's answer to a finding, for the approver to confirm or to reject.
struct OfferedCorrection: Shows {
    let tag: Tag
    let clause: ClauseChip?
    let ours: OursChip?
    let says: String
    let kind: String
    let authorSays: String
    let form: ConfirmForm?
    /// Why there is no form.
    let who: String?

    struct ConfirmForm: Shows {
        let action: String
        let correction: String
        let yes: String
        let why: TextField
    }
}

/// What was released or confirmed, by whom and why.
struct SettledFinding: Shows {
    let tag: Tag
    let clause: ClauseChip?
    let ours: OursChip?
    let says: String
    let by: String
    let why: String
}

/// A note to a passage, with its answer.
struct PassageNote: Shows {
    let person: PersonMark
    let when: String
    let quote: String?
    let says: String
    let answer: String?
    let answerBy: String?
    let form: AnswerNote?

    struct AnswerNote: Shows {
        let action: String
        let note: String
        let answer: TextField
    }
}
