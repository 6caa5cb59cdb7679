import Foundation
import Governance
import Reading

extension RevisionComparison {
    /// What differs beside the shared text, in sentences.
    var beside: [String] {
        places.map { place in
            switch place.change {
            case .added: "\(place.account) was added."
            case .removed: "\(place.account) was taken out."
            case .text: "\(place.account) has another text of its own."
            case .time: "The time for \(place.account) changed."
            case .pictures: "Other pictures go to \(place.account)."
            }
        } + linksAdded.map { "New link: \($0)" } + linksRemoved.map { "Link taken out: \($0)" }
            + descriptions
    }

    /// Which pictures are described otherwise, in both wordings.
    private var descriptions: [String] {
        new.content.pictures.enumerated().compactMap { index, picture in
            guard let before = old.content.pictures.first(where: { $0.picture == picture.picture }),
                before.alt != picture.alt
            else { return nil }
            return "Picture \(index + 1) is described as \(quoted(picture.alt ?? "")), and was as "
                + "\(quoted(before.alt ?? ""))."
        }
    }
}

extension ApprovalPage.PlaceText {
    /// Each text once, with the accounts that would bear it at the same time.
    static func all(of placements: [Placement], in content: PostDraft, now: Date) -> [ApprovalPage.PlaceText] {
        var alike: [[Placement]] = []
        for placement in placements {
            let same = alike.firstIndex {
                $0[0].publishAt == placement.publishAt && $0[0].draft.text == placement.draft.text
                    && $0[0].draft.links == placement.draft.links
                    && $0[0].draft.media.map(\.id) == placement.draft.media.map(\.id)
            }
            if let same { alike[same].append(placement) } else { alike.append([placement]) }
        }
        return alike.map { group in
            let when = When.near(group[0].publishAt, now: now)
            return ApprovalPage.PlaceText(
                account: Composition.listed(group.map(\.account.name)),
                when: when.capitalisedFirst + (content.picturesSaid(group[0].draft).map { "." + $0 } ?? ""),
                text: group[0].draft.text,
                link: group[0].draft.links.first)
        }
    }
}

extension PassageNote {
    init(_ note: PostNote, _ story: PostStory, me: Identifier<User>, in visit: Visit, _ problems: [Problem]) {
        let field = "answer-" + note.id.text
        self.init(
            person: PersonMark(story.names[note.by] ?? "", id: note.by.text),
            when: "\(When.near(note.at, now: visit.now)), on revision \(note.revision)", quote: note.quote,
            says: note.says, answer: note.answer,
            answerBy: note.answeredBy.map { by in
                [story.names[by], note.answeredAt.map { When.near($0, now: visit.now) }].compactMap { $0 }
                    .joined(separator: ", ")
            },
            form: note.answer == nil && story.writers.contains(me)
                ? PassageNote.AnswerNote(
                    action: visit.link(.postNotes(.value(story.post.id.text))), note: note.id.text,
                    answer: TextField(field, "Your answer", value: visit.form[field], problems: problems)) : nil)
    }
}
