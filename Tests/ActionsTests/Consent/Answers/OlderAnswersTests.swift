import Actions
import Foundation
import GRDB
import Governance
import Reading
import Store
import Testing

@Suite("Older answers about pictures") struct OlderAnswersTests {
    private let all = Set(Consent.Channel.allCases)
    private let anna = ConsentAnswer.Giver.parent("Anna")

    @Test("typed late undo nothing that was said after them, and nobody types one unawares")
    func late() async throws {
        let scene = try await ConsentScene("LLT")
        try await scene.says(scene.zofia, anna, [])
        let old = RecordAnswers(
            [.init(scene.zofia, by: anna, .places(all), from: scene.today, until: scene.today.adding(days: 300))],
            by: .paper, on: scene.today.adding(days: -30), wording: "2025-09")
        await #expect(throws: RecordAnswers.Older.self) {
            try await old.perform(in: scene.organisation, by: .user(scene.office))
        }
        var confirmed = old
        confirmed.evenIfOlder = true
        try await confirmed.perform(in: scene.organisation, by: .user(scene.office))
        #expect(try await scene.consent(of: scene.zofia) == Consent(.refused), "the newer no stands")
        let answer = try #require(try await scene.organisation.database.saidOfPictures(of: scene.zofia).last)
        #expect(answer.wording == "2025-09" && answer.consent.from == scene.today)
        let mistake = RecordAnswers([.init(scene.zofia, by: anna, .mistake())], by: .paper)
        try await mistake.perform(in: scene.organisation, by: .user(scene.office))
        #expect(try await scene.consent(of: scene.zofia) == Consent(.refused), "what was typed last is taken back")
        try await mistake.perform(in: scene.organisation, by: .user(scene.office))
        #expect(try await scene.consent(of: scene.zofia) == Consent(), "a mistake is taken back whenever it was said")
        try await RecordAnswers([.init(scene.zofia, by: anna, .places([.website]))], by: .paper, on: old.on)
            .perform(in: scene.organisation, by: .user(scene.office))
        #expect(try await scene.consent(of: scene.zofia) == Consent(.restricted, channels: [.website]))
    }

    @Test("typed for the day of a no, or against a parent’s own link, open nothing unasked")
    func asked() async throws {
        let scene = try await ConsentScene("LLT")
        try await scene.says(scene.zofia, anna, [])
        let same = try await #require(throws: RecordAnswers.Older.self) {
            try await scene.says(scene.zofia, anna, [.website])
        }
        #expect(same.answers.map(\.why) == [.sameDay])
        #expect(try await scene.consent(of: scene.zofia) == Consent(.refused))
        try await scene.says(scene.zofia, anna, [.website], evenIfOlder: true)
        #expect(try await scene.consent(of: scene.zofia) == Consent(.restricted, channels: [.website]))
        try await scene.says(scene.zofia, anna, [])
        #expect(try await scene.consent(of: scene.zofia).status == .withdrawn, "a no is never asked about")

        try await ChangeParents(
            of: scene.jamie, [.init(name: "Sam Thornton", email: "sam@family.example", relation: "father")]
        ).perform(in: scene.organisation, by: .user(scene.office))
        try await scene.organisation.answerByLink(of: "sam@family.example", about: scene.jamie, allowing: [])
        scene.scratch.pass(3 * 86_400)
        for giver in [ConsentAnswer.Giver.parent("Sam Thornton"), .form] {
            let link = try await #require(throws: RecordAnswers.Older.self) {
                try await scene.says(scene.jamie, giver, all)
            }
            #expect(link.answers.map(\.why) == [.ownLink])
        }
        var person = try #require(try await scene.organisation.database.rollEntry(scene.jamie)).person
        person.consent = Consent(.granted)
        let opened = person
        await #expect(throws: ActionError.self, "nor by the way on the page of the roll") {
            try await EditPerson(scene.jamie, to: opened).perform(in: scene.organisation, by: .console)
        }
        await #expect(throws: ActionError.self) {
            try await RecordAnswers([.init(scene.jamie, by: .parent("Sam Thornton"), .mistake())], by: .paper)
                .perform(in: scene.organisation, by: .user(scene.office))
        }
        #expect(try await scene.consent(of: scene.jamie) == Consent(.refused), "no typing mistake takes a link back")
        try await scene.says(scene.jamie, .parent("Sam Thornton"), all, evenIfOlder: true)
        #expect(try await scene.consent(of: scene.jamie) == Consent(.granted))
    }

    @Test("that undo a parent's own link are asked about, whatever was typed in between")
    func between() async throws {
        let scene = try await ConsentScene("LLT")
        let sam = ConsentAnswer.Giver.parent("Sam Thornton")
        try await ChangeParents(
            of: scene.jamie, [.init(name: "Sam Thornton", email: "sam@family.example", relation: "father")]
        ).perform(in: scene.organisation, by: .user(scene.office))
        try await scene.organisation.answerByLink(of: "sam@family.example", about: scene.jamie, allowing: [])
        scene.scratch.pass(86_400)
        try await scene.says(scene.jamie, sam, [])
        scene.scratch.pass(86_400)
        let asked = try await #require(throws: RecordAnswers.Older.self) {
            try await scene.says(scene.jamie, sam, all)
        }
        #expect(asked.answers.map(\.why) == [.ownLink])
        try await scene.says(scene.jamie, sam, all, evenIfOlder: true)
        scene.scratch.pass(86_400)
        try await scene.says(scene.jamie, sam, [.website])
        scene.scratch.pass(86_400)
        try await scene.says(scene.jamie, sam, all)
        #expect(try await scene.consent(of: scene.jamie) == Consent(.granted), "they opened it themselves since")
    }

    @Test("of a form that names nobody are not the one parent's who is left, to lift")
    func leftAlone() async throws {
        let scene = try await ConsentScene("LLT")
        func change(ends: Bool) async throws {
            try await ChangeParents(
                of: scene.jamie,
                ["Sam Thornton", "Kim Thornton"].map { name in
                    let isKim = name.hasPrefix("Kim")
                    return ChangeParents.Line(
                        was: ends ? name : nil, name: name, email: isKim ? "" : "sam@family.example",
                        relation: "", ends: ends && isKim)
                }
            ).perform(in: scene.organisation, by: .user(scene.office))
        }
        try await change(ends: false)
        try await scene.says(scene.jamie, .form, [])
        try await scene.organisation.answerByLink(
            of: "sam@family.example", about: scene.jamie, allowing: all, signed: "Sam Thornton")
        #expect(try await scene.consent(of: scene.jamie) == Consent(.refused))
        try await change(ends: true)
        #expect(try await scene.consent(of: scene.jamie) == Consent(.refused), "the form may be Kim's")
        try await scene.organisation.answerByLink(
            of: "sam@family.example", about: scene.jamie, allowing: all, signed: "Sam Thornton")
        #expect(try await scene.consent(of: scene.jamie) == Consent(.refused))
        try await scene.says(scene.jamie, .form, all, evenIfOlder: true)
        #expect(try await scene.consent(of: scene.jamie) == Consent(.granted))
    }
}
