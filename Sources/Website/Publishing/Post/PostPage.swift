import Governance

/// One post as it stands: its words at each account, what happened to it, and what can be done now.
struct PostPage: PageContent {
    let tag: Tag
    let byline: String
    let notes: [Note]
    /// The words, when they are the same at every account.
    let shared: SharedText?
    let placements: [PlacementPart]
    let anyPlacements: Bool
    var pictures: [PictureShown] = []
    var anyPictures: Bool = false
    /// Where the links lead; nil where there are none.
    var links: LinkEnds?
    /// The draft, while nothing of it was sent.
    let draft: String?
    let story: [StoryLine]
    let anyStory: Bool
    let recordSays: String?
    /// What was remarked on a passage of it, with the author's answers.
    let passages: [PassageNote]
    let anyPassages: Bool
    let onDay: OnDayForm?
    let compareLink: String?
    let edit: HeadAction?
    /// Whether something else is more likely wanted than to change it.
    let isEditSecond: Bool
    let reopening: ActForm?
    let withdrawal: ActForm?
    let review: ReviewForm?
    let keeper: KeeperForm?
    /// There is something that is seldom done: another day's words, taking back, withdrawing, handing on.
    let anyActs: Bool

    /// One text and link for several accounts.
    struct SharedText: Shows {
        let text: String
        let link: String?
    }

    /// A form with one field and one button.
    struct ActForm: Shows {
        let action: String
        let heading: String
        let says: String
        let reason: TextField?
        let button: String
        /// It came back with something wrong.
        var open: Bool = false
    }

    /// Which day's words are asked for.
    struct OnDayForm: Shows {
        let action: String
        let on: TextField
    }

    /// Look again after a set time: is it still right?
    struct ReviewForm: Shows {
        let action: String
        let says: String
        let outcome: ChoiceField
        let why: TextField
    }

    /// Who keeps the post under review, and to whom it can be handed.
    struct KeeperForm: Shows {
        let action: String
        let says: String
        let to: SelectField
        let why: TextField
        /// It came back with something wrong.
        var open: Bool = false
    }
}

/// One placement of a post: the exact words, the time, the state, the proof, and the next step.
struct PlacementPart: Shows {
    let anchor: String
    let account: String
    let tag: Tag
    let when: String
    /// Nil when all accounts share it.
    let text: String?
    let link: String?
    /// Why it stands where it stands.
    let why: String?
    let facts: [Fact]
    let anyFacts: Bool
    let publish: HeadAction?
    /// To say that it is out although it was stopped.
    let sayOut: HeadAction?
    let takedown: HeadAction?
    /// Where somebody says that they have closed the replies to it.
    var closing: String?
}

/// One line of the story: when, who did what, in whose words, under which section.
struct StoryLine: Shows {
    let day: String
    let time: String
    let who: PersonMark?
    let says: String
    let quote: String?
    let tag: Tag?
    let clause: ClauseChip?
    let link: HeadAction?
}
