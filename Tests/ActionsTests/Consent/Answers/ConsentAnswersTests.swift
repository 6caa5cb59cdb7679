import Actions
import Foundation
import GRDB
import Governance
import Reading
import Store
import Testing

@Suite("Answers about pictures") struct ConsentAnswersTests {
    private let all = Set(Consent.Channel.allCases)
    private let anna = ConsentAnswer.Giver.parent("Anna")

    @Test("are kept for ever, and what they come to stands on the roll in the same change")
    func kept() async throws {
        let scene = try await ConsentScene("LLT")
        try await scene.says(scene.zofia, anna, all)
        #expect(try await scene.consent(of: scene.zofia) == Consent(.granted))
        try await scene.says(scene.zofia, .parent("Jan"), [.website])
        #expect(
            try await scene.consent(of: scene.zofia) == Consent(.restricted, channels: [.website]), "one no is a no")
        try await scene.says(scene.zofia, .themselves, [])
        #expect(try await scene.consent(of: scene.zofia) == Consent(.refused), "the pupil's own no wins")
        let answers = try await scene.organisation.database.saidOfPictures(of: scene.zofia)
        #expect(answers.map(\.giver) == [anna, .parent("Jan"), .themselves])
        #expect(answers.allSatisfy { $0.way == .paper && $0.by == .user(scene.office) })
        #expect(try await scene.organisation.database.roll(ofSchool: "quay")?["P1"]?.consent == Consent(.refused))
    }

    @Test("of a class are saved together or not at all")
    func together() async throws {
        let scene = try await ConsentScene("LLT")
        await #expect(throws: ActionError.self) {
            try await RecordAnswers(
                [
                    .init(scene.zofia, by: .form, .places(all)),
                    .init(scene.jamie, by: .form, .places(all), until: Day("2020-01-01")),
                ], by: .paper
            ).perform(in: scene.organisation, by: .user(scene.office))
        }
        #expect(try await scene.consent(of: scene.zofia) == Consent())
    }

    @Test("are typed by who keeps consent, and by nobody else")
    func whoMay() async throws {
        let scene = try await ConsentScene("LLT")
        await #expect(throws: ActionError.self) {
            try await RecordAnswers([.init(scene.zofia, by: .form, .places(all))], by: .paper)
                .perform(in: scene.organisation, by: .user(scene.author))
        }
        await #expect(throws: ActionError.self) {
            try await SayNever(scene.zofia, reason: "A court order").perform(
                in: scene.organisation, by: .user(scene.office))
        }
    }

    @Test("do not lift the school's never, whose reason only the sealed column holds")
    func never() async throws {
        let scene = try await ConsentScene("LLT")
        try await SayNever(scene.zofia, reason: "A court order").perform(
            in: scene.organisation, by: .user(scene.head))
        try await scene.says(scene.zofia, anna, all)
        #expect(try await scene.consent(of: scene.zofia) == Consent(.refused))
        let answer = try #require(try await scene.organisation.database.saidOfPictures(of: scene.zofia).first)
        #expect(
            try await ReadNeverReason(answer.person).perform(in: scene.organisation, by: .user(scene.head))
                == "A court order")
        for actor in [Actor.console, .user(scene.office)] {
            await #expect(throws: ActionError.self) {
                _ = try await ReadNeverReason(answer.person).perform(in: scene.organisation, by: actor)
            }
        }
        let sealed = try #require(
            try await scene.organisation.database.read { db in
                try Data.fetchOne(db, sql: "SELECT reason FROM consentReason")
            })
        #expect(!String(decoding: sealed, as: UTF8.self).contains("court"))
        await #expect(throws: ActionError.self, "no reason is no lifting") {
            try await SayNever(scene.zofia, reason: "").perform(in: scene.organisation, by: .user(scene.head))
        }
        #expect(try await scene.consent(of: scene.zofia) == Consent(.refused))
        try await LiftNever(scene.zofia).perform(in: scene.organisation, by: .user(scene.head))
        #expect(try await scene.consent(of: scene.zofia) == Consent(.granted))
        let kinds = try await scene.organisation.database.timeline(of: RecordSubject(.person, scene.zofia)).map(\.kind)
        #expect(kinds.filter { [.neverSaid, .neverLifted].contains($0) } == [.neverSaid, .neverLifted])
    }

    @Test("typed on a person's own page are answers of a form that names nobody")
    func edited() async throws {
        let scene = try await ConsentScene("LLT")
        var person = try #require(try await scene.organisation.database.rollEntry(scene.zofia)).person
        person.consent = Consent(.granted)
        try await EditPerson(scene.zofia, to: person).perform(in: scene.organisation, by: .console)
        #expect(try await scene.consent(of: scene.zofia) == Consent(.granted))
        #expect(try await scene.organisation.database.saidOfPictures(of: scene.zofia).map(\.giver) == [.form])
        person.consent = Consent()
        let nothing = EditPerson(scene.zofia, to: person)
        try await nothing.perform(in: scene.organisation, by: .console)
        #expect(try await scene.consent(of: scene.zofia) == Consent())
        try await scene.says(scene.zofia, anna, all)
        await #expect(throws: ActionError.self, "what stays on record is not passed over") {
            try await nothing.perform(in: scene.organisation, by: .console)
        }
    }

    @Test("that change the list give it a new number, and whoever posts a task where the policy asks")
    func list() async throws {
        let scene = try await ConsentScene("LINK")
        try await scene.says(scene.zofia, anna, [.website])
        #expect(try await scene.organisation.database.pictureList(at: scene.school).version == 1)
        #expect(try await scene.tasks(of: scene.author, .knowPictureList).count == 1)
        try await scene.says(scene.zofia, anna, [.website])
        #expect(try await scene.organisation.database.pictureList(at: scene.school).version == 1, "nothing changed")
        try await KnowPictureList(at: scene.school, version: 1).perform(in: scene.organisation, by: scene.author)
        #expect(try await scene.tasks(of: scene.author, .knowPictureList).isEmpty)
        try await scene.says(scene.jamie, anna, [])
        #expect(try await scene.tasks(of: scene.author, .knowPictureList).count == 1)
        await #expect(throws: ActionError.self) {
            try await KnowPictureList(at: scene.school, version: 1).perform(in: scene.organisation, by: scene.author)
        }
        let lines = try await scene.organisation.database.pictureListLines(at: scene.school)
        #expect(lines.map(\.entry.person.shortName) == ["Zofia K.", "Jamie T."])
        #expect(lines.map(\.shut) == [[.social, .press, .display], Consent.Channel.allCases])
    }
}
