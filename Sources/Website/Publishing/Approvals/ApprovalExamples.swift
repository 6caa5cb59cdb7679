import Governance
import Reading

extension ApprovalPage {
    package static var examples: [Page] {
        [
            Page(
                "Model boat regatta", crumb: Crumb("Approvals", "/harbour-view/approvals"),
                room: .approvals, waiting),
            Page("Open evening", crumb: Crumb("Approvals", "/harbour-view/approvals"), room: .approvals, own),
        ]
    }

    private static let text = """
        What a morning at the harbour! Year 8 sailed the model boats they built, and Jamie’s catamaran won by a whole \
        length. Watch the final here: bit.ly/hv-boats
        """

    private static func chip(_ at: String) -> ClauseChip { ClauseChip.link(to: at, in: ExampleVisit.visit) }

    private static var waiting: ApprovalPage {
        let base = "/harbour-view/approvals/p1"
        let before = text.replacing("Jamie’s", with: "Jamie Thornton’s")
        return ApprovalPage(
            queue: ApprovalEntry.examples, anyQueue: true, tag: Tag(.hold, "Waiting for you", icon: .clock),
            author: PersonMark("Priya Nair", id: "u1", small: "Teacher"),
            sent: "Sent today at 15:58 for today at 17:00. Revision 4. School Facebook, School Instagram, School X.",
            notYours: nil,
            changed: Changed(
                heading: "What changed since revision 3", runs: DiffRun.runs(from: before, to: text),
                beside: "School X was added.", link: "/harbour-view/posts/p1/revisions"),
            texts: [
                PlaceText(
                    account: "School Facebook", when: "Facebook, today at 17:00", text: text,
                    link: "https://harbourview.example/regatta")
            ],
            links: .example,
            pictures: [
                PictureToJudge(
                    anchor: "picture-1", heading: "Picture 1", src: "/harbour-view/posts/p1/pictures/c1/post",
                    alt: "A model boat",
                    film: nil, says: "A model boat", people: PicturesPage.examplePictures[1].people,
                    judged: "Priya Nair answered for it today at 15:40.", source: "By A. Lens, with permission.",
                    tick: Tick(
                        id: "judged-1", value: "c1", text: "All four are true of picture 1: it may be shown",
                        chosen: true, error: nil, describedBy: "judging"),
                    end: HeadAction("Picture 1 must not exist", "/harbour-view/posts/p1/pictures/c1/end")),
                PictureToJudge(
                    anchor: "picture-2", heading: "Film 2", src: "/harbour-view/posts/p1/pictures/c2/post",
                    alt: "Boats in a race",
                    film: "/harbour-view/posts/p1/pictures/c2/film", says: "Boats in a race",
                    people: PicturesPage.examplePictures[0].people,
                    judged: "Priya Nair answered for it today at 15:42.", source: nil,
                    tick: Tick(
                        id: "judged-2", value: "c2", text: "All four are true of film 2: it may be shown",
                        chosen: false, error: "Look at film 2, and tick it if all four are true",
                        describedBy: "judging judged-2-error"),
                    end: HeadAction("Film 2 must not exist", "/harbour-view/posts/p1/pictures/c2/end")),
            ], anyPictures: true,
            judging: Judging(
                questions: PictureJudgement.questions, says: "Your policy asks for it.", clauses: [chip("4.5")],
                ours: .goodPractice),
            releases: [
                HeldFinding(
                    tone: .hold, tag: Tag(.hold), clause: chip("6.3(g)"), ours: nil,
                    says: "A short link hides where it leads: “bit.ly/hv-boats”",
                    advice: "Look where it leads before you let it go.", who: "a senior leader. That is you.",
                    form: HeldFinding.ReleaseForm(
                        action: base + "/releases", finding: "{}", number: 1,
                        reason: TextField(
                            "reason-1", "Why is it safe to release?", hint: "One sentence. It is kept with the post.",
                            short: true))),
                HeldFinding(
                    picture: HeadAction("See picture 1", "#picture-1"), tone: .hold, tag: Tag(.hold), clause: nil,
                    ours: .byLaw,
                    says: "It may support a political party: “back the Clean Coast Party”",
                    advice: "Schools must not promote one party’s views.",
                    who: "the headteacher. Helen Osei can.", form: nil),
            ],
            corrections: [
                OfferedCorrection(
                    tag: Tag(.warn, "To confirm"), clause: chip("6.3(f)"), ours: nil,
                    says: "“Drake Marina” reads like the full name of a pupil, Marina D., 7A",
                    kind: "It is not our pupil", authorSays: "“The marina on the quay.”",
                    form: OfferedCorrection.ConfirmForm(
                        action: base + "/corrections", correction: "c1", yes: "Yes, it is not our pupil",
                        why: TextField("why", "How do you know? (if you say no: why it must change)")),
                    who: nil),
                OfferedCorrection(
                    tag: Tag(.warn, "To confirm"), clause: nil, ours: .goodPractice,
                    says: "“Quay Street” reads like an address",
                    kind: "It is a street or place name", authorSays: "“It is the street of the museum.”", form: nil,
                    who: "Whoever approves the post confirms it."),
            ],
            settled: [
                SettledFinding(
                    tag: Tag(.clear, "Released", icon: .check), clause: chip("4.2"), ours: nil,
                    says: "The author thinks it may be controversial", by: "Helen Osei, headteacher, today at 16:02",
                    why: "“We stand by it.”"),
                SettledFinding(
                    tag: Tag(.clear, "Confirmed", icon: .check), clause: nil, ours: .byLaw,
                    says: "“Green” read like a party",
                    by: "Helen Osei, today at 16:03", why: "“A colour.”"),
            ],
            advice: [
                FindingLine(
                    Finding(
                        control: "publishing.heated-wording", code: "heated_wording", severity: .warn, clause: "5.3",
                        basis: .reading, says: "Two exclamation marks in a row", advice: "One does."),
                    number: 5, in: ExampleVisit.visit)
            ], anyAdvice: true, anyToDecide: true,
            notes: [
                PassageNote(
                    person: PersonMark("Tom Ashworth", id: "u2", small: nil), when: "14:05, on revision 3",
                    quote: "Jamie Thornton’s catamaran", says: "First name only, please.", answer: "Done.",
                    answerBy: "Priya Nair, today at 15:57", form: nil),
                PassageNote(
                    person: PersonMark("Tom Ashworth", id: "u2", small: nil), when: "14:06, on revision 3", quote: nil,
                    says: "Who lent the buoys?", answer: nil, answerBy: nil,
                    form: PassageNote.AnswerNote(
                        action: "/harbour-view/posts/p1/notes", note: "n2",
                        answer: TextField("answer-n2", "Your answer"))),
            ], anyNotes: true, notesAction: "/harbour-view/posts/p1/notes",
            noteQuote: TextField("quote", "Which passage?", hint: "Copy it here; leave it empty for the whole."),
            noteSays: TextField("says", "Your note", short: true), noteOpen: true, mayNote: true,
            decision: Deciding(
                action: base, revision: 4,
                says:
                    "You cannot approve until the open findings above are decided. If nobody decides by today at 17:00, "
                    + "the post expires and goes back to Priya.",
                approve: "Approve for today at 17:00", ready: false,
                reason: TextField("reason", "Why does it go back?", hint: "Say what to change.", short: true),
                open: true))
    }

    private static var own: ApprovalPage {
        ApprovalPage(
            queue: [], anyQueue: false, tag: Tag(.waiting),
            author: PersonMark("Priya Nair", id: "u1", small: "Teacher"),
            sent: "Sent today at 11:20 for Monday 23 November at 09:00. Revision 1. School Facebook.",
            notYours: Note(
                .quiet, "You wrote this one.", "Nobody approves their own. Sanjay Mehta or Helen Osei can.", icon: .lock
            ),
            changed: nil,
            texts: [
                PlaceText(
                    account: "School Facebook", when: "Facebook, Monday 23 November at 09:00",
                    text: "Open evening is on Thursday at six.", link: nil)
            ],
            links: nil, pictures: [], anyPictures: false, judging: nil, releases: [], corrections: [],
            settled: [], advice: [],
            anyAdvice: false,
            anyToDecide: false, notes: [],
            anyNotes: false, notesAction: "/harbour-view/posts/p2/notes",
            noteQuote: TextField("quote", "Which passage?"), noteSays: TextField("says", "Your note", short: true),
            noteOpen: false, mayNote: false,
            decision: Deciding(
                action: "/harbour-view/approvals/p2", revision: 1, says: "It goes out when its time comes.",
                approve: "Approve for Monday 23 November at 09:00", ready: true,
                reason: TextField("reason", "Why does it go back?", short: true), open: false))
    }
}
