import Foundation
import Governance

extension ComposePage {
    /// The page of a composition.
    init(_ composition: Composition, in visit: any Linking) {
        let form = composition.form
        let problems = composition.problems
        let marks = composition.marks(of: nil)
        action = visit.link(composition.post.map { .editPost(.value($0)) } ?? .newPost)
        version = Int(form["version"]) ?? 0
        picturesSeen = composition.draft.picturesMark
        status = composition.status
        notes = composition.notes
        text = form["text"]
        textError = problems.first { $0.field == "text" }?.says
        self.marks = LiveMark.json(marks)
        count = Self.counted(composition.draft.text)
        readingAge = composition.readingAge
        found = composition.found(in: visit)
        pictures = composition.pictures
        anyPictures = !pictures.isEmpty
        picturesButton = pictures.isEmpty ? "Add pictures" : "Add pictures, or change them"
        link = TextField(
            "link", "Link", hint: "The full address. It is published with the text.", value: form["link"], type: "url",
            problems: problems)
        linkEnds = composition.linkEnds
        accounts = Self.accounts(composition)
        noAccounts =
            composition.accounts.isEmpty
            ? Note(
                .hold, "There is no account to post to yet.", "Whoever keeps the accounts enters the first one.",
                link: HeadAction("See the accounts", visit.link(.accounts))) : nil
        let chosen = composition.accounts.filter { account in
            composition.draft.places.contains { $0.account == account.id }
        }
        ownTexts = chosen.map { Self.own($0, form: form, pictures: composition.draft.pictures, problems: problems) }
        anyOwnTexts = !ownTexts.isEmpty
        ownOpen = ownTexts.contains(where: \.open)
        date = TextField("date", "Day", value: form["date"], type: "date", short: true, problems: problems)
        time = TextField("time", "Time", value: form["time"], type: "time", short: true, problems: problems)
        clock =
            composition.isTimeShownTwice ? PublishTime.clockField(chosen: form["clock"], problems: problems) : nil
        privacy = ChoiceField(
            "privacy", "Could it intrude on anyone’s privacy or rights?",
            hint: "Anyone who is named, shown or described, and has no public part in it.",
            [("no", "No", nil), ("yes", "Yes, or I am not sure", "Someone looks at it before it goes out")],
            chosen: Set(form.all("privacy")), problems: problems)
        flags = Self.flags(form, vacanciesBy: composition.vacanciesBy)
        others = OthersWork(
            open: composition.draft.sharedFrom != nil,
            author: TextField("others-author", "Whose is it?", value: form["others-author"], problems: problems),
            permission: ChoiceField(
                "others-permission", "Do they allow it?",
                [("yes", "Yes", nil), ("no", "No, or I have not asked", nil)],
                chosen: Set(form.all("others-permission")), problems: problems),
            credited: form.has("others-credited"))
        let teaches = chosen.filter { $0.type == .teaching }
        teaching = teaches.isEmpty ? nil : Self.teaching(form, on: teaches.map(\.network), problems)
        howWeWrite = composition.policy.flatMap { HowWeWrite($0, composition.settings, in: visit) }
        howItLooks = composition.howItLooks
        send = composition.send
        secondOpinion = composition.secondOpinion
    }

    /// What an author says of the post beside its words.
    private static func flags(_ form: Form, vacanciesBy: [Role]?) -> [Flag] {
        var flags = [
            Flag(
                id: "standing", text: "It may be controversial, or harm the school’s standing",
                small: "A senior leader decides", chosen: form.has("standing")),
            Flag(
                id: "confidential", text: "It rests on something marked confidential",
                small: "It cannot go out as it is", chosen: form.has("confidential")),
        ]
        if let vacanciesBy {
            flags.append(
                Flag(
                    id: Vacancies.label, text: "It advertises a job",
                    small: "Vacancies go out from the school’s own account. They are written by: "
                        + vacanciesBy.map(\.title).joined(separator: ", "), chosen: form.has(Vacancies.label)))
        }
        return flags
    }

    static func counted(_ text: String) -> String {
        text.count == 1 ? "1 character" : "\(grouped(text.count)) characters"
    }

    private static func accounts(_ composition: Composition) -> ChoiceField? {
        guard !composition.accounts.isEmpty else { return nil }
        return ChoiceField(
            "account", "Accounts", several: true,
            composition.accounts.map { account in
                let readers = account.readers == .children ? "Read by children." : "Read by families."
                return (account.id.text, account.name, "\(account.network.title), \(account.handle). \(readers)")
            },
            chosen: Set(composition.form.all("account")), problems: composition.problems)
    }

    private static func own(
        _ account: PostingAccount, form: Form, pictures: [DraftPicture], problems: [Problem]
    ) -> OwnText {
        let suffix = "-" + account.id.text
        let fields = ["own", "date", "time", "clock", "pictures"].map { $0 + suffix }
        let isAsked = form["pictures-asked\(suffix)"] == "yes"
        let chosen = isAsked ? Set(form.all("pictures\(suffix)")) : Set(pictures.map(\.picture.text))
        return OwnText(
            name: account.name,
            open: !form["own\(suffix)"].isEmpty || !form["date\(suffix)"].isEmpty || chosen.count < pictures.count
                || problems.contains { fields.contains($0.field) },
            text: TextField(
                "own\(suffix)", "Text for \(account.name)", hint: "Leave it empty to use the text above.",
                value: form["own\(suffix)"], problems: problems),
            date: TextField(
                "date\(suffix)", "Its own day", value: form["date\(suffix)"], type: "date", short: true,
                problems: problems),
            time: TextField(
                "time\(suffix)", "Its own time", value: form["time\(suffix)"], type: "time", short: true,
                problems: problems),
            clock: PublishTime(form, suffix: suffix).isShownTwice
                ? PublishTime.clockField(suffix: suffix, chosen: form["clock\(suffix)"], problems: problems) : nil,
            pictures: pictures.isEmpty
                ? nil
                : ChoiceField(
                    "pictures\(suffix)", "Its pictures", several: true,
                    pictures.enumerated().map { index, picture in
                        (picture.picture.text, "\(picture.kind.word.capitalisedFirst) \(index + 1)", picture.alt)
                    }, chosen: chosen, problems: problems),
            picturesAsked: "pictures-asked\(suffix)")
    }

    private static func teaching(_ form: Form, on networks: [Network], _ problems: [Problem]) -> TeachingFields {
        let ages = AccountWords.minimumAges(of: networks)
        return TeachingFields(
            fields: [
                ("teaching-purpose", "What is it for?", nil), ("teaching-group", "Which class or group?", nil),
                ("teaching-ages", "How old are they?", ages.isEmpty ? nil : "The network asks for: \(ages)."),
                ("teaching-risks", "What could go wrong, and what is done about it?", nil),
            ].map { TextField($0.0, $0.1, hint: $0.2, value: form[$0.0], problems: problems) })
    }
}

/// A mark as the script draws it.
struct LiveMark: Codable, Equatable {
    let from: Int
    let to: Int
    let tone: String
    let numbers: [Int]

    static func json(_ marks: [(number: Int, severity: Severity, from: Int, to: Int)]) -> String {
        String(decoding: (try? JSONEncoder().encode(all(marks))) ?? Data("[]".utf8), as: UTF8.self)
    }

    static func all(_ marks: [(number: Int, severity: Severity, from: Int, to: Int)]) -> [LiveMark] {
        marks.map { LiveMark(from: $0.from, to: $0.to, tone: Tone($0.severity).shownText, numbers: [$0.number]) }
    }
}
