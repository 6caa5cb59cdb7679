import Actions
import Foundation
import Governance
import Reading

/// Letters with the question on paper, for families whom no mail reaches, each in the language of its family.
enum ConsentLetters {
    static let all: [Route] = [
        .get(.consentLetters, .consentKeepers) { visit in .page(try await letters(visit)) },
        .post(.consentLetters, .consentKeepers, .form, act),
    ]

    /// None pressed: another page of the list.
    private enum Button: String {
        /// Languages are only chosen here; what was given out is said by the other button.
        case show
        case given
    }

    /// As many as are printed at a time.
    private static let most = 100
    /// How many days a family has, unless the office sets another day: as long as silence must last where it counts.
    private static let days = 14

    @Sendable private static func act(_ visit: Visit) async throws -> Reply {
        guard visit.form.has("do") else { return .page(try await letters(visit)) }
        if try visit.form.pressed(Button.self) == .show { return .page(try await letters(visit)) }
        let people = visit.form.all("person").map { Identifier<Person>($0) }
        do {
            try await GiveLetters(to: people).perform(in: visit.work, by: visit.actor)
        } catch ActionError.invalid(let errors) { return .page(try await letters(visit, errors.map(Problem.init))) }
        let back = ConsentRoutes.escaped(visit.form.trimmed("back"))
        return try await waiting(ConsentDesk(visit)) > 0
            ? .seeLink(visit.link(.consentLetters) + "?back=\(back)") : .see(.consent)
    }

    /// How many wait for a letter at the schools where the visitor types answers.
    private static func waiting(_ desk: ConsentDesk) async throws -> Int {
        try await desk.visit.work.database.consentCounts(ofSchools: desk.keptSlugs)[.onPaper] ?? 0
    }

    private static func letters(_ visit: Visit, _ problems: [Problem] = []) async throws -> Page {
        let desk = try await ConsentDesk(visit)
        let all = try await waiting(desk)
        let pages = max(1, (all + most - 1) / most)
        let page = min(max(Int(visit.form["page"]) ?? 1, 1), pages)
        let waiting = try await visit.work.database.consentLines(
            .onPaper, ofSchools: desk.keptSlugs, most: most, after: (page - 1) * most)
        let known = try await visit.work.database.familyLanguages(of: waiting.map(\.entry.id))
        let isSent = visit.form.has("do")
        let chosen = Set(visit.form.all("person"))
        let today = Day(of: visit.now)
        let kept = visit.form.has("back") ? visit.form.trimmed("back") : visit.query.trimmed("back")
        let written = isSent || !kept.isEmpty ? kept : "\(today.adding(days: days))"
        let day = Day(written: written)
        let back = day.flatMap { $0 < today ? nil : $0 }
        let wrong =
            back != nil || written.isEmpty
            ? [] : [Problem("back", day == nil ? "Write the day, such as 24 November 2026" : "Choose a day to come")]
        let problems = problems + wrong
        let senders = try await senders(desk)
        return Page(
            all == 0 ? "No letter to print" : all == 1 ? "1 family to ask on paper" : "\(all) families to ask on paper",
            crumb: ConsentRoutes.crumb(visit), problems: problems, frame: .journey, room: .consent,
            ConsentLettersPage(
                to: visit.link(.consentLetters), page: page,
                showing: pages > 1
                    ? "Letters \((page - 1) * most + 1) to \(min(page * most, all)) of \(all), by family name. Print these, "
                        + "say that they were given out, and the next follow."
                    : nil,
                pager: Pager(
                    visit.link(.consentLetters), keeping: ["back"], of: visit.form, page: page, of: pages,
                    "Letters before",
                    "More letters"),
                error: problems.first { $0.field == "person" }?.says,
                back: TextField(
                    "back", "Letters come back by", value: back.map { "\($0)" } ?? written, type: "date", short: true,
                    problems: problems),
                letters: waiting.map { line in
                    let id = line.entry.id
                    let field = language(id)
                    return letter(
                        to: line.entry.person, id.text, isChosen: !isSent || chosen.contains(id.text), field: field,
                        in: .called(visit.form.has(field) ? visit.form[field] : known[id] ?? "en"),
                        from: desk.school(of: line.entry.person).flatMap { senders[$0.id] }
                            ?? Sender(school: visit.organisation?.name ?? "", contact: nil), back: back)
                }, anyLetters: !waiting.isEmpty,
                none: "Nobody waits for a letter. Families with an e-mail address on record are asked by mail."))
    }

    /// Who asks.
    private struct Sender {
        let school: String
        /// A telephone number or an address of the office; nil where the school has given none.
        let contact: String?
    }

    /// By school; where there are several, a letter comes from the child’s own.
    private static func senders(_ desk: ConsentDesk) async throws -> [Identifier<School>: Sender] {
        var senders: [Identifier<School>: Sender] = [:]
        for school in desk.schools {
            let settings = try await desk.visit.work.database.settings(at: school.id)
            senders[school.id] = Sender(
                school: desk.schools.count == 1 ? desk.visit.organisation?.name ?? school.name : school.name,
                contact: settings.phones?.first ?? settings.emails?.first)
        }
        return senders
    }

    private static func language(_ id: Identifier<Person>) -> String { "in-\(id.text)" }

    private static func letter(
        to person: Person, _ id: String, isChosen: Bool, field: String, in words: PictureWords, from sender: Sender,
        back: Day?
    ) -> ConsentLettersPage.Letter {
        let english = PictureWords.english
        // beside another language stands English, so that the office reads what came back
        let gloss = { (key: PictureWords.Key) in words.code == english.code ? nil : english[key] }
        return ConsentLettersPage.Letter(
            id: id, name: person.shortName, form: person.form ?? "", isChosen: isChosen,
            languages: SelectField(
                field, "Language of the letter about \(person.shortName)",
                PictureWords.all.map { ($0.code, $0.family.title) }, chosen: words.code),
            code: words.language.code, direction: words.direction, isPrinted: isChosen, school: sender.school,
            contact: sender.contact.map { words[.officeContact, ["contact": $0]] },
            heading: words[.heading],
            lead: words[.lead, ["school": sender.school]], whereTitle: words[.where],
            yes: words[.yes], yesGloss: gloss(.yes), no: words[.no], noGloss: gloss(.no),
            places: Consent.Channel.allCases.map {
                .init(title: words[.place($0)], gloss: gloss(.place($0)), hint: words[.hint($0)])
            },
            promise: words[.promise], nameLine: words[.name], date: words[.date], signature: words[.signature],
            back: back.map { words[.sendBackBy, ["day": words.day($0)]] } ?? words[.sendBack],
            foot: words[.edition, ["version": words.version]])
    }

    private static let sender = Sender(school: "Harbour View School", contact: "01632 960 001")

    /// Three of them, for the examples of the page.
    static let examples: [ConsentLettersPage.Letter] = [
        letter(
            to: Person(ref: "P1", kind: .pupil, given: "Zofia", family: "Kowalska", form: "8B"), "1", isChosen: true,
            field: "in-1", in: .called("pl"), from: sender, back: Day(year: 2026, month: 12, day: 7)),
        letter(
            to: Person(ref: "P2", kind: .pupil, given: "Sami", family: "Haddad", form: "7A"), "2", isChosen: true,
            field: "in-2", in: .called("ar"), from: sender, back: Day(year: 2026, month: 12, day: 7)),
        letter(
            to: Person(ref: "P3", kind: .pupil, given: "Jamie", family: "Thornton", form: "7A"), "3", isChosen: false,
            field: "in-3", in: .english, from: sender, back: Day(year: 2026, month: 12, day: 7)),
    ]
}
