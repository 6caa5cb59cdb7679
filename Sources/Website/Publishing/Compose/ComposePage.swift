import Governance

/// Write a post: the text with its findings beside it, where and when it goes, how it will look, and the sending.
struct ComposePage: PageContent {
    /// Where the form goes: the new post's address, or this one's.
    let action: String
    let version: Int
    /// The state of its pictures as they are shown, so that whoever saves over another is told of others.
    let picturesSeen: String
    let status: ComposeStatus
    /// At most two: that publishing is paused, why the post came back.
    let notes: [Note]
    let text: String
    let textError: String?
    /// The passages as the script marks them.
    let marks: String
    let count: String
    let readingAge: String?
    let found: ComposeFound
    /// Its pictures, with what is still asked of each.
    let pictures: [PictureShown]
    let anyPictures: Bool
    let picturesButton: String
    let link: TextField
    /// Where the links of text and field lead; nil where there are none.
    let linkEnds: LinkEnds?
    let accounts: ChoiceField?
    let noAccounts: Note?
    let ownTexts: [OwnText]
    let anyOwnTexts: Bool
    /// One of them is filled in, or wrong.
    let ownOpen: Bool
    let date: TextField
    let time: TextField
    /// Asked on a night when the clocks go back.
    let clock: ChoiceField?
    let privacy: ChoiceField
    let flags: [Flag]
    let others: OthersWork
    let teaching: TeachingFields?
    let howWeWrite: HowWeWrite?
    let howItLooks: HowItLooks
    let send: ComposeSend
    /// What asking for one means; nil when nobody could give it.
    let secondOpinion: String?

    /// A text, a time and pictures for one account only.
    struct OwnText: Shows {
        let name: String
        let open: Bool
        let text: TextField
        let date: TextField
        let time: TextField
        let clock: ChoiceField?
        /// Nil: the post has none.
        let pictures: ChoiceField?
        /// The name of the field that says that they were asked about.
        let picturesAsked: String
    }

    /// One thing an author may tick.
    struct Flag: Shows {
        let id: String
        let text: String
        let small: String
        let chosen: Bool
    }

    /// Somebody else's words.
    struct OthersWork: Shows {
        let open: Bool
        let author: TextField
        let permission: ChoiceField
        let credited: Bool
    }

    /// What is thought through before learners are taught on a social site.
    struct TeachingFields: Shows {
        let fields: [TextField]
    }
}

/// How the draft stands: saved when, which revision, which state.
struct ComposeStatus: Shows {
    /// `Saved at 15:41`; nil when nothing was saved yet.
    let saved: String?
    let revision: String?
    let tag: Tag
}

/// The school's own tone and guidance, with the sections they come from.
struct HowWeWrite: Shows {
    let tone: String?
    let lines: [Line]

    struct Line: Shows {
        let text: String
        let clause: ClauseChip
    }

    /// Nil when the policy says nothing about writing.
    init?(_ policy: Policy, _ settings: Settings, in visit: any Linking) {
        let words = policy.tone.enumerated().map {
            $0.offset == 0 ? $0.element : $0.element.prefix(1).lowercased() + $0.element.dropFirst()
        }
        let papers = words.isEmpty ? nil : words.joined(separator: ", ") + "."
        let own = [papers, settings.tone, settings.guidance].compactMap { $0 }
        tone = own.isEmpty ? nil : own.joined(separator: " ")
        lines = policy.clauses.flatMap { clause in
            clause.carriers.compactMap { carrier in
                guard case .told(.compose, let text) = carrier else { return nil }
                return Line(text: text, clause: ClauseChip.link(to: clause.at, part: clause.part, in: visit))
            }
        }
        if tone == nil && lines.isEmpty { return nil }
    }

    init(tone: String?, lines: [Line]) {
        self.tone = tone
        self.lines = lines
    }
}
