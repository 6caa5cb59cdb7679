import Foundation
import Governance

extension ComposePage {
    package static var examples: [Page] {
        [page(Example.returned), page(Example.clear), page(Example.clockChange), page(Example.noAccounts)]
    }

    private static func page(_ composition: Composition) -> Page {
        var page = Page(
            composition.draft.text.isEmpty ? "Write a post" : composition.draft.title,
            crumb: Crumb("Posts", "/harbour-view/posts"), problems: composition.problems, room: .newPost,
            ComposePage(composition, in: ExampleVisit.visit))
        page.scripts = ["compose.js"]
        return page
    }

    private enum Example {
        static let text = """
            What a morning at the harbour! Year 8 sailed the model boats they built in design technology, and Jamie \
            Thornton’s catamaran won by a whole length. Watch the final here: bit.ly/hv-boats

            Could you lend us a trolley next Friday? Ring Priya on 07700 900142. And come and back the Clean Coast \
            Party stall on the quay, they lent us the buoys. #HarbourView
            """

        static var returned: Composition {
            let draft = PostDraft(
                text: text, infringesPrivacy: false, mayHarmStanding: false, publishAt: ExampleVisit.now + 4_700,
                places: ExampleVisit.accounts.map { DraftPlace(account: $0.id, pictures: [Identifier("c1")]) },
                pictures: [
                    DraftPicture(Identifier("c1"), people: [], alt: "A model boat"), DraftPicture(Identifier("c2")),
                ])
            let findings = [
                found(
                    "publishing.pupil-names", "pupil_full_name", .block, "6.3(f)", "Jamie Thornton",
                    "A pupil is named in full: “Jamie Thornton”", "Use a first name or initials."),
                found(
                    "publishing.links", "link_unverified", .hold, "6.3(g)", "bit.ly/hv-boats",
                    "A short link hides where it leads: “bit.ly/hv-boats”",
                    "Paste the full address, or a senior leader must look at it and release it."),
                found(
                    "publishing.personal-data", "personal_data_phone", .block, "3.1(f)", "07700 900142",
                    "Someone’s own telephone number: “07700 900142”", "Give the school’s number instead."),
                Finding(
                    control: "consent.images", code: "image_objection", severity: .block, clause: "4.5",
                    refs: ["P2"], place: Place("media[0].depicts[0]"), evidence: "Zofia K.", basis: .record,
                    says: "Zofia K. may not be shown: an objection is on record.", advice: "Use another picture."),
                found(
                    "publishing.politics", "political", .hold, nil, "back the Clean Coast Party",
                    "It may support a political party: “back the Clean Coast Party”",
                    "Schools must not promote one party’s views. The headteacher can release it.",
                    source: "ours: Education Act 1996, sections 406 and 407, for maintained schools in England."),
            ]
            let checked = CheckedDraft(draft.places.map { ($0.account, findings) })
            var composition = Composition(
                form: ComposeForm.fields(of: draft, version: 7), draft: draft, accounts: ExampleVisit.accounts,
                checked: checked, policy: ExampleVisit.policy, post: "p1",
                status: ComposeStatus(
                    saved: "Saved at 15:41", revision: "Revision 3",
                    tag: Tag(.warn, "Returned to you", icon: .return)))
            composition.pictures = PicturesPage.examplePictures
            for account in ExampleVisit.accounts {
                composition.ways[account.id] = PlaceWay(connected: nil, oneWay: "3.10")
            }
            composition.replacements = [
                1: [CheckedFinding.Replacement("Jamie Thornton", with: "Jamie")],
                2: [
                    CheckedFinding.Replacement("07700 900142", with: "0191 496 0123", saying: "Use the school’s number")
                ],
            ]
            composition.answers = [findings[4].key: "You answered: “A stall of that name, not a party.” It waits."]
            composition.standingAnswers = [findings[4].key: Identifier("c1")]
            composition.notes = [
                Note(
                    .warn, "Tom Ashworth returned it at 14:05.", "“First name only, please.”", icon: .return,
                    clause: ClauseChip("6.3(f)", at: "/harbour-view/policy#c-6-3-f"))
            ]
            composition.linkEnds = LinkEnds(LinkEnds.example.ends, action: nil)
            composition.readingAge = "Reading age 10. Our readers are families: good."
            composition.secondOpinion = "A moderator reads it and answers. It does not approve it."
            return composition
        }

        static var clear: Composition {
            var draft = PostDraft(
                text: "Open evening is on Thursday at six. Everyone is welcome.",
                links: ["https://harbourview.example"],
                sharedFrom: ThirdParty(author: "Drake Marina", permission: true, credited: true),
                infringesPrivacy: false, mayHarmStanding: true, publishAt: ExampleVisit.now + 86_400)
            draft.places = ExampleVisit.accounts.suffix(2).map { account in
                DraftPlace(account: account.id, text: account.network == .x ? "Open evening: Thursday, six." : nil)
            }
            draft.pictures = (1...6).map { DraftPicture(Identifier("c\($0)"), people: [], alt: "A model boat") }
            var composition = Composition(
                form: ComposeForm.fields(of: draft, version: 2), draft: draft, accounts: ExampleVisit.accounts,
                checked: CheckedDraft([]), policy: ExampleVisit.policy, post: "p2",
                status: ComposeStatus(
                    saved: "Saved at 15:41", revision: nil, tag: Tag(.quiet, "Draft", icon: .draft)))
            composition.pictures = Array(repeating: PicturesPage.examplePictures[0], count: 6)
            return composition
        }

        static var clockChange: Composition {
            var draft = PostDraft(text: "We are up before the sun.")
            let account = ExampleVisit.teaching
            draft.places = [DraftPlace(account: account.id)]
            draft.teaching = TeachingConsideration(purpose: "Reading aloud", group: "8B", ages: "12 and 13")
            var values = ComposeForm.fields(of: draft, version: 0).values
            values["date"] = ["2026-10-25"]
            values["time"] = ["01:30"]
            values["date-\(account.id.text)"] = ["2026-10-25"]
            values["time-\(account.id.text)"] = ["01:30"]
            let form = Form(values: values, files: [:])
            let read = ComposeForm(form, accounts: [account])
            var composition = Composition(
                form: form, draft: draft, accounts: [account], checked: CheckedDraft([]), policy: nil,
                status: ComposeStatus(saved: nil, revision: nil, tag: Tag(.quiet, "Not saved yet", icon: .draft)))
            composition.problems = read.problems + [Problem("text", "Say something before you send it")]
            composition.isTimeShownTwice = read.isTimeShownTwice
            composition.notes = [
                Note(
                    .quiet, "Publishing is paused.", "You can write and send; nothing goes out until it is resumed.",
                    icon: .pause, link: HeadAction("Why, and who resumes it", "/harbour-view/pause"))
            ]
            return composition
        }

        static var noAccounts: Composition {
            Composition(
                form: Form(), draft: PostDraft(), accounts: [], checked: CheckedDraft([]), policy: nil,
                status: ComposeStatus(saved: nil, revision: nil, tag: Tag(.quiet, "Not saved yet", icon: .draft)))
        }

        private static func found(
            _ control: String, _ code: String, _ severity: Severity, _ clause: String?, _ passage: String,
            _ says: String,
            _ advice: String, source: String? = nil
        ) -> Finding {
            let scalars = Array(text.unicodeScalars)
            let words = Array(passage.unicodeScalars)
            let from = scalars.indices.first { scalars[$0...].starts(with: words) } ?? 0
            return Finding(
                control: control, code: code, severity: severity, clause: clause, source: source,
                place: Place("text", from: from, to: from + words.count), evidence: passage, basis: .reading,
                says: says, advice: advice, releasedBy: severity == .hold ? .slt : nil)
        }
    }
}
