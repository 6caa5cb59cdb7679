import Actions
import Foundation
import Governance
import Reading

/// Letters with the question on paper, for families whom no mail reaches.
enum ConsentLetters {
    static let all: [Route] = [
        .get(.consentLetters, .consentKeepers) { visit in .page(try await letters(visit)) },
        .post(.consentLetters, .consentKeepers, .form) { visit in
            let people = visit.form.all("person").map { Identifier<Person>($0) }
            do {
                try await GiveLetters(to: people).perform(in: visit.work, by: visit.actor)
            } catch ActionError.invalid { return .page(try await letters(visit)) }
            return .see(.consent)
        },
    ]

    private static func letters(_ visit: Visit) async throws -> Page {
        let desk = try await ConsentDesk(visit)
        let waiting = try await visit.work.database.consentLines(.waiting, ofSchools: desk.slugs, most: 500)
            .filter { $0.request?.isForPaper == true && desk.keeps($0.entry.person) }
        let words = PictureWords.english
        let name = visit.organisation?.name ?? ""
        return Page(
            waiting.isEmpty
                ? "No letter to print"
                : waiting.count == 1 ? "1 family to ask on paper" : "\(waiting.count) families to ask on paper",
            crumb: ConsentRoutes.crumb(visit), frame: .journey, room: .consent,
            ConsentLettersPage(
                to: visit.link(.consentLetters),
                letters: waiting.map {
                    .init(id: $0.entry.id.text, name: $0.entry.person.shortName, form: $0.entry.person.form ?? "")
                }, anyLetters: !waiting.isEmpty,
                none: "Nobody waits for a letter. Families with an e-mail address on record are asked by mail.",
                places: Consent.Channel.allCases.map {
                    .init(title: words[$0.rawValue], hint: words[$0.rawValue + "-hint"])
                },
                words: .init(
                    lead: words["lead", ["school": name]], promise: words["promise"], version: words.version,
                    yes: words["yes"], no: words["no"]), school: name))
    }
}
