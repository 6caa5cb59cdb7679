import Foundation
import Governance

/// What the page of a post sends, read into a draft.
struct ComposeForm {
    let draft: PostDraft
    let problems: [Problem]
    /// The draft as it was when the page was made, so that nobody's change is overwritten.
    let version: Int
    /// The night is one on which the clocks show the chosen time twice.
    let isTimeShownTwice: Bool

    /// - Parameter accounts: those a post can go to; others are not read.
    init(_ form: Form, accounts: [PostingAccount], before: PostDraft = PostDraft()) {
        let time = PublishTime(form)
        var problems = time.problems
        let chosen = Set(form.all("account"))
        let places = accounts.filter { chosen.contains($0.id.text) }.map { account in
            let suffix = "-" + account.id.text
            let own = form["own\(suffix)"]
            let ownTime = PublishTime(form, suffix: suffix)
            problems += ownTime.problems
            return DraftPlace(
                account: account.id, text: own.allSatisfy(\.isWhitespace) ? nil : own, publishAt: ownTime.instant,
                pictures: Self.pictures(form, suffix: suffix, of: before))
        }
        let link = form.trimmed("link")
        let teaching = TeachingConsideration(
            purpose: form.trimmed("teaching-purpose"), group: form.trimmed("teaching-group"),
            ages: form.trimmed("teaching-ages"), risks: form.trimmed("teaching-risks"))
        let isTaught = [teaching.purpose, teaching.group, teaching.ages, teaching.risks].contains { !$0.isEmpty }
        let others = form.trimmed("others-author")
        let hasOthers = form["others"] == "yes" || !others.isEmpty
        draft = PostDraft(
            text: form["text"], links: link.isEmpty ? [] : [link],
            labels: Self.labels.filter { form.has($0) },
            sharedFrom: hasOthers
                ? ThirdParty(
                    author: others.isEmpty ? nil : others,
                    permission: form.has("others-permission") ? form["others-permission"] == "yes" : nil,
                    credited: form.has("others-credited"))
                : nil,
            infringesPrivacy: form.has("privacy") ? form["privacy"] == "yes" : nil,
            mayHarmStanding: form.has("standing"), teaching: isTaught ? teaching : nil,
            publishAt: time.problems.isEmpty ? time.instant : before.publishAt, places: places,
            pictures: before.pictures)
        self.problems = problems
        version = Int(form["version"]) ?? 0
        isTimeShownTwice = time.isShownTwice
    }

    /// Nil when all of them are chosen, or the page did not ask, as before a post has pictures.
    private static func pictures(
        _ form: Form, suffix: String, of draft: PostDraft
    ) -> [Identifier<StoredPicture>]? {
        guard form["pictures-asked\(suffix)"] == "yes" else { return nil }
        let ticked = Set(form.all("pictures\(suffix)"))
        let chosen = draft.pictures.map(\.picture).filter { ticked.contains($0.text) }
        return chosen.count == draft.pictures.count ? nil : chosen
    }

    /// The same fields for a draft that was saved, as if they had just been sent.
    static func fields(of draft: PostDraft, version: Int) -> Form {
        var values: [String: [String]] = ["text": [draft.text], "version": ["\(version)"]]
        values["link"] = draft.links.first.map { [$0] }
        values["account"] = draft.places.map(\.account.text)
        let time = PublishTime.fields(of: draft.publishAt)
        values["date"] = [time.date]
        values["time"] = [time.time]
        values["clock"] = clock(of: draft.publishAt)
        for place in draft.places {
            let suffix = "-" + place.account.text
            let own = PublishTime.fields(of: place.publishAt)
            values["own\(suffix)"] = place.text.map { [$0] }
            values["date\(suffix)"] = [own.date]
            values["time\(suffix)"] = [own.time]
            values["clock\(suffix)"] = clock(of: place.publishAt)
            if let pictures = place.pictures {
                values["pictures-asked\(suffix)"] = ["yes"]
                values["pictures\(suffix)"] = pictures.map(\.text)
            }
        }
        values["privacy"] = draft.infringesPrivacy.map { [$0 ? "yes" : "no"] }
        if draft.mayHarmStanding { values["standing"] = ["on"] }
        for label in Self.labels where draft.labels.contains(label) { values[label] = ["on"] }
        if let others = draft.sharedFrom {
            values["others"] = ["yes"]
            values["others-author"] = [others.author ?? ""]
            values["others-permission"] = others.permission.map { [$0 ? "yes" : "no"] }
            if others.credited == true { values["others-credited"] = ["on"] }
        }
        if let teaching = draft.teaching {
            values["teaching-purpose"] = [teaching.purpose]
            values["teaching-group"] = [teaching.group]
            values["teaching-ages"] = [teaching.ages]
            values["teaching-risks"] = [teaching.risks]
        }
        return Form(values: values, files: [:])
    }

    /// With what an author marks a post.
    private static let labels = ["confidential", Vacancies.label]

    /// Which of two equal times of a night an instant is.
    private static func clock(of instant: Date?) -> [String]? {
        guard let instant, let wall = WallTime(day: "\(Day(of: instant))", time: When.time(instant)),
            case .twice(let first, _) = wall.meaning()
        else { return nil }
        return [instant < first + 60 ? "first" : "second"]
    }
}
