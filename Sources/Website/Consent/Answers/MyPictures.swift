import Actions
import Governance
import Reading

/// Where a member of staff says for themselves where pictures of them may be shown, once the roll says who they are.
enum MyPictures {
    static let all: [Route] = [
        .get(.myPictures, .signedIn) { visit in .page(try await page(visit)) },
        .post(.myPictures, .signedIn, .form, save),
    ]

    private static func page(_ visit: Visit, _ problems: [Problem] = []) async throws -> Page {
        let back = Crumb("My page", visit.link(.me))
        guard let entry = try await visit.work.database.person(of: visit.me.user.id), entry.leftAt == nil else {
            return Page(
                "Pictures of me", crumb: back, room: .me,
                ParentNotePage(
                    text:
                        "The roll does not say which member of staff you are. Ask the school office, then answer here.",
                    link: back.link, button: "Back to my page"))
        }
        return form(
            visit.form.has(Consent.Channel.allCases[0].rawValue) || !problems.isEmpty
                ? visit.form : said(entry.person.consent, on: Day(of: visit.now)),
            stands: entry.person.consent.inWords(on: Day(of: visit.now)), to: visit.link(.myPictures),
            back: back, problems)
    }

    /// What is on record, as answers of the form; none where nothing counts.
    private static func said(_ consent: Consent, on today: Day) -> Form {
        let counts = consent.until.map { $0 >= today } ?? true
        guard consent.status != .notRecorded, consent.status != .unreadable, counts else { return Form() }
        let shut = Set(consent.shut(on: today))
        return Form(
            values: Dictionary(
                uniqueKeysWithValues: Consent.Channel.allCases.map { ($0.rawValue, [shut.contains($0) ? "no" : "yes"]) }
            ),
            files: [:])
    }

    private static func form(
        _ form: Form, stands: String, to link: String, back: Crumb, _ problems: [Problem]
    ) -> Page {
        Page(
            "Pictures of me", lead: "You may say no to any of these, and change your answer on any day.", crumb: back,
            problems: problems, room: .me,
            FormPage(
                to: link, intro: ["On record now: \(stands)."],
                Consent.Channel.allCases.map { place in
                    .choices(
                        ChoiceField(
                            place.rawValue, place.title.capitalisedFirst, inRow: true,
                            [("yes", "Yes", nil), ("no", "No", nil)],
                            chosen: Set(form.all(place.rawValue)), problems: problems))
                }, button: "Save my answer", cancel: HeadAction("Not now", back.link)))
    }

    @Sendable private static func save(_ visit: Visit) async throws -> Reply {
        let said = Consent.Channel.allCases.map { (place: $0, answer: visit.form[$0.rawValue]) }
        let missing = said.filter { !["yes", "no"].contains($0.answer) }
        guard missing.isEmpty else {
            return .page(
                try await page(
                    visit,
                    missing.map { Problem($0.place.rawValue, "\($0.place.title.capitalisedFirst): answer yes or no") }))
        }
        try await AnswerForMyself(allowing: Set(said.filter { $0.answer == "yes" }.map(\.place)))
            .perform(in: visit.work, by: visit.me.user.id)
        return .see(.me)
    }

    static let examples = [
        form(
            Form(), stands: "Yes, everywhere", to: "/harbour-view/me/pictures",
            back: Crumb("My page", "/harbour-view/me"),
            [Problem("website", "The website: answer yes or no")])
    ]
}
