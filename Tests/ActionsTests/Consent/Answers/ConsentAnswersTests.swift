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

    @Test("that ran out leave the question open until somebody answers it")
    func openQuestion() async throws {
        let scene = try await ConsentScene("LLT")
        try await scene.says(scene.zofia, anna, all, until: scene.today.adding(days: 10))
        scene.scratch.pass(1)
        try await scene.runDue()
        scene.scratch.pass(12 * 86_400)
        try await scene.runDue()
        #expect(try await scene.organisation.database.consentLine(scene.zofia)?.request?.because == .ends)
        try await scene.says(scene.zofia, anna, all)
        #expect(try await scene.organisation.database.consentLine(scene.zofia)?.request == nil)
    }

    @Test("of an adult end too, and nothing is stuck")
    func adult() async throws {
        let scene = try await ConsentScene("LLT")
        let adult = try await AddPerson(
            Person(ref: "S1", kind: .staff, given: "Ann", family: "Whitcombe", school: "quay")
        ).perform(in: scene.organisation, by: .console)
        try await scene.says(adult, .themselves, all, until: scene.today.adding(days: 40))
        scene.scratch.pass(86_400)
        try await scene.runDue()
        #expect(try await scene.tasks(of: scene.office, .renewConsents).isEmpty)
        scene.scratch.pass(10 * 86_400)
        try await scene.runDue()
        #expect(try await scene.tasks(of: scene.office, .renewConsents).count == 1, "nobody signs in as them")
        scene.scratch.pass(31 * 86_400)
        try await scene.runDue()
        #expect(try await scene.organisation.database.consentLine(adult)?.request == nil, "no family is asked")
    }

    @Test("of staff who sign in are asked of them themselves before they end, and they say so on their own page")
    func staff() async throws {
        let scene = try await ConsentScene("LLT")
        let tom = try await AddPerson(
            Person(ref: "S2", kind: .staff, given: "Tom", family: "Ashworth", school: "quay")
        ).perform(in: scene.organisation, by: .console)
        await #expect(throws: ActionError.self) {
            try await AnswerForMyself(allowing: all).perform(in: scene.organisation, by: scene.author)
        }
        try await LinkUser(tom, to: scene.author).perform(in: scene.organisation, by: .console)
        try await scene.says(tom, .themselves, all, until: scene.today.adding(days: 40))
        scene.scratch.pass(11 * 86_400)
        try await scene.runDue()
        let task = try #require(try await scene.tasks(of: scene.author, .renewMyConsent).first)
        #expect(task.subject == RecordSubject(.person, tom) && task.due == scene.today.adding(days: 29).start())
        #expect(try await scene.tasks(of: scene.office, .renewConsents).isEmpty)
        try await AnswerForMyself(allowing: [.website]).perform(in: scene.organisation, by: scene.author)
        #expect(try await scene.consent(of: tom) == Consent(.restricted, channels: [.website]))
        #expect(try await scene.tasks(of: scene.author, .renewMyConsent).isEmpty)
        let answer = try #require(try await scene.organisation.database.saidOfPictures(of: tom).last)
        #expect(answer.giver == .themselves && answer.by == .user(scene.author) && answer.consent.until == nil)
        try await AnswerForMyself(allowing: []).perform(in: scene.organisation, by: scene.author)
        #expect(try await scene.consent(of: tom).status == .withdrawn)
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
        #expect(try await scene.consent(of: scene.zofia) == Consent(.objected))
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
        #expect(try await scene.consent(of: scene.zofia) == Consent(.objected))
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

    @Test("end: the office is told a month before, the family is asked again, and what is over counts no more")
    func ending() async throws {
        let scene = try await ConsentScene("LLT")
        try await scene.says(scene.zofia, anna, all, until: scene.today.adding(days: 60))
        try await scene.says(scene.zofia, .parent("Jan"), [.website])
        try await scene.runDue()
        #expect(try await scene.tasks(of: scene.office, .renewConsents).isEmpty)
        let other = try await ConsentScene("LLT")
        try await other.says(other.zofia, anna, all, until: other.today.adding(days: 60))
        other.scratch.pass(31 * 86_400)
        try await other.runDue()
        #expect(try await other.tasks(of: other.office, .renewConsents).count == 1)
        #expect(try await other.organisation.database.consentLine(other.zofia)?.request?.because == .ends)
    }
}
